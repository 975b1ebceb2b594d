/** What `npm run package:versions` and `npm run package:promote` are told. */
import { ON_REQUEST } from '../org/arguments.ts';

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
): PackagesArguments | { readonly error: string } | { readonly help: true } {
    const [work, ...rest] = given;
    if (work !== 'versions' && work !== 'promote') return { error: 'Use npm run package:versions or package:promote.' };
    const words: string[] = [];
    const values = new Map<string, string>();
    const also: string[] = [];
    let dryRun = false;
    for (let index = 0; index < rest.length; index += 1) {
        const word = rest[index] ?? '';
        if (word === '--help' || word === '-h') return { help: true };
        if (word === '--dry-run') {
            dryRun = true;
        } else if (VALUES.includes(word)) {
            const value = rest[(index += 1)];
            if (value === undefined || value.startsWith('-')) return { error: `${word} needs a value.` };
            if (/^--(with|only)$/.test(word) && !folders.includes(value))
                return { error: `${word} is ${value}. Give one of: ${folders.join(', ')}.` };
            if (word === '--with') also.push(value);
            else values.set(word, value);
        } else if (word.startsWith('-')) {
            return { error: `There is no option ${word}.` };
        } else {
            words.push(word);
        }
    }
    const [hub, ...more] = words;
    if (hub === undefined) return { error: 'DEV_HUB is missing: give the alias of a Dev Hub. sf org list shows them.' };
    if (more.length > 0) return { error: `One DEV_HUB: ${words.join(', ')} were given.` };
    const phonePackage = values.get('--phone-package');
    if (phonePackage !== undefined && !/^04t\w{12}(\w{3})?$/.test(phonePackage))
        return {
            error: `--phone-package is ${phonePackage}. Give the id of a package version, 04t and 12 or 15 more characters.`
        };
    const only = values.get('--only');
    const from = values.get('--from');
    return {
        work,
        hub,
        ...(phonePackage === undefined ? {} : { phonePackage }),
        also,
        ...(only === undefined ? {} : { only }),
        ...(from === undefined ? {} : { from }),
        dryRun
    };
}
