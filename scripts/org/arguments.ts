/** What `npm run org` is told. */
import { hubOf, phonePackageOf, splitArguments } from '../sf/arguments.ts';
import type { Wrong } from '../sf/arguments.ts';

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
export function readArguments(given: readonly string[]): OrgArguments | Wrong | { readonly help: true } {
    const split = splitArguments(given, {
        values: VALUES,
        flags: ['--dry-run', '--no-open'],
        fault: (option, value) =>
            option === '--with' && !isOnRequest(value)
                ? `--with is ${value}. Give ${ON_REQUEST.join(' or ')}.`
                : undefined
    });
    if ('help' in split || 'error' in split) return split;
    const { also, flags, values } = split;
    const hub = hubOf(split);
    if ('error' in hub) return hub;
    const days = Number(values.get('--days') ?? 7);
    if (!Number.isInteger(days) || days < 1 || days > 30)
        return { error: `--days is ${values.get('--days')}. Give a whole number from 1 to 30.` };
    const phonePackage = phonePackageOf(split);
    if ('error' in phonePackage) return phonePackage;
    const from = values.get('--from');
    return {
        ...hub,
        alias: values.get('--alias') ?? 'switchboard',
        days,
        ...phonePackage,
        also: also.filter(isOnRequest),
        ...(from === undefined ? {} : { from }),
        open: !flags.has('--no-open'),
        dryRun: flags.has('--dry-run')
    };
}
