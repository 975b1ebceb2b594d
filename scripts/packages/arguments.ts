/** What `npm run package:versions` and `npm run package:promote` are told. */
import { ON_REQUEST } from '../org/arguments.ts';
import { hubOf, phonePackageOf, splitArguments } from '../sf/arguments.ts';
import type { Wrong } from '../sf/arguments.ts';

export type Work = 'versions' | 'promote';

export const HELP = `Usage: npm run package:versions -- DEV_HUB [options]
       npm run package:promote  -- DEV_HUB [options]

The first makes a version of each unlocked package, in the order in which they need each other, and first the packages
that your Dev Hub does not have. The second releases the newest version of each, which cannot be taken back.

  --phone-package 04t…   the version of Genesys Cloud for Salesforce that Switchboard Genesys Cloud shall need. Once
                         given it stands in sfdx-project.json. An org that has it tells the id: sf package installed list
  --with FOLDER          also ${ON_REQUEST.join(' or ')}, which need a feature in config/project-scratch-def.json
  --only FOLDER          only this folder and those that it needs
  --from STEP            goes on with this step; the steps before it are left out
  --dry-run              prints the steps and their commands, and does nothing

The exit code is 0, or 1 when a step failed, or 2 when the arguments or the project cannot be used.`;

export interface PackagesArguments {
    readonly work: Work;
    readonly hub: string;
    readonly phonePackage?: string;
    readonly also: readonly string[];
    readonly only?: string;
    readonly from?: string;
    readonly dryRun: boolean;
}

const VALUES = ['--phone-package', '--with', '--only', '--from'];

/** The arguments, or what is wrong with them. `folders` are the names of what is packaged. */
export function readArguments(
    given: readonly string[],
    folders: readonly string[]
): PackagesArguments | Wrong | { readonly help: true } {
    const [work, ...rest] = given;
    if (work !== 'versions' && work !== 'promote') return { error: 'Use npm run package:versions or package:promote.' };
    const split = splitArguments(rest, {
        values: VALUES,
        flags: ['--dry-run'],
        fault: (option, value) =>
            /^--(with|only)$/.test(option) && !folders.includes(value)
                ? `${option} is ${value}. Give one of: ${folders.join(', ')}.`
                : undefined
    });
    if ('help' in split || 'error' in split) return split;
    const { also, flags, values } = split;
    const hub = hubOf(split);
    if ('error' in hub) return hub;
    const phonePackage = phonePackageOf(split);
    if ('error' in phonePackage) return phonePackage;
    const only = values.get('--only');
    const from = values.get('--from');
    return {
        work,
        ...hub,
        ...phonePackage,
        also,
        ...(only === undefined ? {} : { only }),
        ...(from === undefined ? {} : { from }),
        dryRun: flags.has('--dry-run')
    };
}
