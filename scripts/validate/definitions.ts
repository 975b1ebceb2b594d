/** What the project's metadata defines, by kind and name. */
import { nameOf } from './metadata.ts';
import type { Project } from './problem.ts';

export interface Definitions {
    readonly objects: ReadonlySet<string>;
    /** `Object.Field__c`; a field of Activity is one of Task and of Event too. */
    readonly fields: ReadonlySet<string>;
    readonly tabs: ReadonlySet<string>;
    readonly flexiPages: ReadonlySet<string>;
    readonly applications: ReadonlySet<string>;
    readonly messageChannels: ReadonlySet<string>;
    readonly customPermissions: ReadonlySet<string>;
    readonly staticResources: ReadonlySet<string>;
}

/** A channel that another package brings to the org: Genesys Cloud for Salesforce. */
export const CHANNELS_OF_OTHERS: ReadonlySet<string> = new Set(['purecloud__ClientEvent__c']);

export function definitionsOf(project: Project): Definitions {
    const named = (suffix: string): Set<string> =>
        new Set(project.files.filter((file) => file.endsWith(`.${suffix}-meta.xml`)).map(nameOf));
    const fields = new Set<string>();
    for (const file of project.files) {
        const [, object, field] = /\/objects\/([^/]+)\/fields\/([^/]+)\.field-meta\.xml$/.exec(file) ?? [];
        if (!object || !field) continue;
        for (const owner of object === 'Activity' ? ['Activity', 'Task', 'Event'] : [object])
            fields.add(`${owner}.${field}`);
    }
    return {
        objects: named('object'),
        fields,
        tabs: named('tab'),
        flexiPages: named('flexipage'),
        applications: named('app'),
        messageChannels: new Set([...named('messageChannel')].map((name) => `${name}__c`)),
        customPermissions: named('customPermission'),
        staticResources: named('resource')
    };
}

/** Standard things belong to the platform; custom ones must be here. */
export const isCustom = (name: string): boolean => /__(c|mdt|e|b|x)$/.test(name);
