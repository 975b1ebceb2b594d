/** What `npm run org` is told. */

/** Folders that need a feature which a scratch org has not by itself. */
export const ON_REQUEST = ['salesforce-voice', 'messaging-channel'] as const;
export type OnRequest = (typeof ON_REQUEST)[number];

export const HELP = `Usage: npm run org -- DEV_HUB [options]

Makes a scratch org with Switchboard in it and opens it. DEV_HUB is the alias or the username of a Dev Hub that the
Salesforce CLI is logged in to (sf org login web --set-default-dev-hub --alias my-hub).

  --alias NAME           what the Salesforce CLI shall call the org (switchboard)
  --days N               how long the org lives, 1 to 30 (7)
  --phone-package 04t…   installs this version of Genesys Cloud for Salesforce. Without it a stand-in takes the place of
                         its message channel, and a phone that rings when you tell it to comes with the demo app
  --with FOLDER          also deploys ${ON_REQUEST.join(' or ')}, which need a feature of the org
  --from STEP            goes on with this step; the steps before it are left out
  --no-open              does not open a browser at the end
  --dry-run              prints the steps and their commands, and does nothing

The exit code is 0, or 1 when a step failed, or 2 when the arguments cannot be used.`;

export interface OrgArguments {
    readonly hub: string;
    readonly alias: string;
    readonly days: number;
    readonly phonePackage?: string;
    readonly also: readonly OnRequest[];
    readonly from?: string;
    readonly open: boolean;
    readonly dryRun: boolean;
}

const VALUES = ['--alias', '--days', '--phone-package', '--with', '--from'];
const isOnRequest = (name: string): name is OnRequest => (ON_REQUEST as readonly string[]).includes(name);

/** The arguments, or what is wrong with them. */
export function readArguments(
    given: readonly string[]
): OrgArguments | { readonly error: string } | { readonly help: true } {
    const words: string[] = [];
    const values = new Map<string, string>();
    const flags = new Set<string>();
    const also: OnRequest[] = [];
    for (let index = 0; index < given.length; index += 1) {
        const word = given[index] ?? '';
        if (word === '--help' || word === '-h') return { help: true };
        if (word === '--dry-run' || word === '--no-open') {
            flags.add(word);
        } else if (VALUES.includes(word)) {
            const value = given[(index += 1)];
            if (value === undefined || value.startsWith('-')) return { error: `${word} needs a value.` };
            if (word !== '--with') values.set(word, value);
            else if (isOnRequest(value)) also.push(value);
            else return { error: `--with is ${value}. Give ${ON_REQUEST.join(' or ')}.` };
        } else if (word.startsWith('-')) {
            return { error: `There is no option ${word}.` };
        } else {
            words.push(word);
        }
    }
    const [hub, ...more] = words;
    if (hub === undefined) return { error: 'DEV_HUB is missing: give the alias of a Dev Hub. sf org list shows them.' };
    if (more.length > 0) return { error: `One DEV_HUB: ${words.join(', ')} were given.` };
    const days = Number(values.get('--days') ?? 7);
    if (!Number.isInteger(days) || days < 1 || days > 30)
        return { error: `--days is ${values.get('--days')}. Give a whole number from 1 to 30.` };
    const phonePackage = values.get('--phone-package');
    if (phonePackage !== undefined && !/^04t\w{12}(\w{3})?$/.test(phonePackage))
        return {
            error: `--phone-package is ${phonePackage}. Give the id of a package version, 04t and 12 or 15 more characters.`
        };
    const from = values.get('--from');
    return {
        hub,
        alias: values.get('--alias') ?? 'switchboard',
        days,
        ...(phonePackage === undefined ? {} : { phonePackage }),
        also,
        ...(from === undefined ? {} : { from }),
        open: !flags.has('--no-open'),
        dryRun: flags.has('--dry-run')
    };
}
