/** What `npm run org` does, one call of the Salesforce CLI after the other. */
import { withNeeds } from '../sf/folders.ts';
import type { Folder } from '../sf/folders.ts';
import type { NamedStep } from '../sf/runSteps.ts';
import type { OrgArguments } from './arguments.ts';

/** As the replacements in sfdx-project.json ask for it. The stand-in writes no Task, so there is none to follow. */
export const STAND_IN = { SWITCHBOARD_CHANNEL: 'Switchboard_Stand_In__c', SWITCHBOARD_WRITE_MODE: 'own' } as const;
const REPLACED: readonly string[] = ['genesys-cloud', 'settings'];
const STAND_IN_FOLDER = 'stand-in';
const STAND_IN_CHANNELS = 'force-app/stand-in/messageChannels';
/** The one folder that cannot be deployed before the channel is there. */
const IMPORTS_CHANNEL = 'genesys-cloud';
const DEMO = ['interactions', 'client-events', 'genesys-cloud', 'task-key', 'unsaved-fields'];

export interface OrgPlan {
    readonly folders: readonly Folder[];
    /** Names of permission sets by the folder that has them. */
    readonly permissionSets: (folder: Folder) => readonly string[];
    /** Those that somebody who looks at everything has. */
    readonly wanted: readonly string[];
    /** The plan file of the sample data, relative to the project. */
    readonly data: string;
}

/** Which folders go to the org, in order. */
export function deployed({ folders }: OrgPlan, { also, phonePackage }: OrgArguments): Folder[] {
    const packed = withNeeds(folders, [...DEMO, ...also]);
    const shown = folders.filter(
        ({ name, package: owner }) => owner === undefined && (name !== STAND_IN_FOLDER || phonePackage === undefined)
    );
    return [...packed, ...shown];
}

export function stepsOf(plan: OrgPlan, given: OrgArguments): NamedStep[] {
    const { hub, alias, days, phonePackage, open } = given;
    const standsIn = phonePackage === undefined;
    const atOrg = ['--target-org', alias];
    const folders = deployed(plan, given);
    const sets = folders.flatMap((folder) => {
        const own = plan.permissionSets(folder);
        return folder.name === STAND_IN_FOLDER ? own : own.filter((name) => plan.wanted.includes(name));
    });
    const step = (name: string, does: string, args: readonly string[], more: Partial<NamedStep> = {}): NamedStep => ({
        name,
        does,
        args,
        json: true,
        atHub: false,
        ...more
    });
    return [
        step(
            'create',
            `Makes the scratch org ${alias}, which lives ${days} days. This takes some minutes.`,
            [
                ...['org', 'create', 'scratch', '--target-dev-hub', hub, '--alias', alias],
                ...['--definition-file', 'config/project-scratch-def.json', '--duration-days', String(days)],
                ...['--wait', '20']
            ],
            { atHub: true }
        ),
        ...(standsIn
            ? []
            : [
                  step('phone', 'Installs Genesys Cloud for Salesforce. This takes some minutes.', [
                      ...['package', 'install', '--package', phonePackage, ...atOrg],
                      ...['--wait', '30', '--publish-wait', '10', '--no-prompt']
                  ])
              ]),
        ...folders.flatMap(({ name, path }) => {
            const deploy = ['project', 'deploy', 'start', '--source-dir'];
            const end = [...atOrg, '--wait', '30'];
            const env = standsIn && REPLACED.includes(name) ? { env: STAND_IN } : {};
            const whole = step(name, `Deploys ${path}.`, [...deploy, path, ...end], env);
            if (name !== IMPORTS_CHANNEL || !standsIn) return [whole];
            const does = "Deploys the stand-in for the phone's message channel.";
            return [step('channel', does, [...deploy, STAND_IN_CHANNELS, ...end]), whole];
        }),
        step('permissions', `Gives you the permission sets ${sets.join(', ')}.`, [
            ...['org', 'assign', 'permset', ...sets.flatMap((name) => ['--name', name]), ...atOrg]
        ]),
        step('data', 'Loads the sample accounts, contacts, lead and case.', [
            ...['data', 'import', 'tree', '--plan', plan.data, ...atOrg]
        ]),
        ...(open
            ? [
                  step(
                      'open',
                      'Opens the demo app in your browser.',
                      [
                          ...['org', 'open', ...atOrg, '--path'],
                          `/lightning/app/c__${standsIn ? 'Switchboard_Demo_Phone' : 'Switchboard_Demo'}`
                      ],
                      // Its answer as JSON is an address with a login in it.
                      { json: false }
                  )
              ]
            : [])
    ];
}
