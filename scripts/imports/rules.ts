/** Who may import whom. The table of packages is in scripts/validate/packages.ts. */
import path from 'node:path';
import ts from 'typescript';
import { MAY_USE, mayUse } from '../validate/packages.ts';

/** A source file: its path relative to the project, with slashes, and its text. */
export interface Source {
    readonly file: string;
    readonly text: string;
}

export interface Violation {
    readonly file: string;
    readonly rule: string;
    readonly what: string;
}

export const VENDOR_CHANNEL = 'purecloud__ClientEvent__c';
export const VENDOR_CHANNEL_FILE = 'force-app/genesys-cloud/lwc/genesysChannel/genesysChannel.ts';

/** Which service may import which other one. */
const SERVICE_MAY_USE: Readonly<Record<string, readonly string[]>> = {
    'genesys-api': [],
    'digital-mcp': ['genesys-api'],
    'messaging-bridge': ['genesys-api']
};

const PURE =
    /^force-app\/(interactions\/|client-events\/lwc\/clientEvent(Codec|Catalogue|Trace)\/|tasks\/lwc\/attributeMapping\/|salesforce-voice\/lwc\/voiceToolkitEvents\/)/;
const isTest = (file: string): boolean => file.includes('/__tests__/') || file.endsWith('.test.ts');
const bundleOf = (file: string): string | undefined => /^force-app\/[^/]+\/lwc\/[^/]+/.exec(file)?.[0];

/** The project's file or folder that a relative import names. */
const target = (file: string, specifier: string): string => path.posix.join(path.posix.dirname(file), specifier);

export function importsOf(source: Source): string[] {
    return ts.preProcessFile(source.text, true, true).importedFiles.map(({ fileName }) => fileName);
}

function packagesByBundle(sources: readonly Source[]): Map<string, string> {
    const found = new Map<string, string>();
    for (const { file } of sources) {
        const [, owner, bundle] = /^force-app\/([^/]+)\/lwc\/([^/]+)\//.exec(file) ?? [];
        if (owner && bundle) found.set(bundle, owner);
    }
    return found;
}

function componentFault(file: string, specifier: string, packages: ReadonlyMap<string, string>): string | undefined {
    const owner = file.split('/')[1] ?? '';
    const bundle = bundleOf(file);
    if (!(owner in MAY_USE)) return `force-app/${owner} is no known package`;
    if (specifier.startsWith('.')) {
        const named = target(file, specifier);
        if (bundle && named.startsWith(`${bundle}/`))
            return specifier.endsWith('.ts') ? undefined : 'a relative import ends in .ts';
        // A test may read the project's own files, but no other component's.
        const mayRead = isTest(file) && !/^(force-app|local|services)\//.test(named);
        return mayRead ? undefined : 'a relative import stays in its bundle';
    }
    if (specifier.startsWith('@switchboard/')) return 'a component imports nothing of local or services';
    if (/^@salesforce\/apex(\/|Continuation|$)/.test(specifier)) return 'no Apex';
    if (PURE.test(file) && !isTest(file) && /^(lightning|@salesforce)\//.test(specifier))
        return 'this part imports nothing of the platform';
    const [namespace, name = '', ...inside] = specifier.split('/');
    if (namespace !== 'c') return undefined;
    if (inside.length > 0) return "a component's inside is its own";
    const used = packages.get(name);
    return used === undefined || mayUse(owner, used) ? undefined : `${owner} does not depend on ${used}`;
}

function localFault(file: string, specifier: string): string | undefined {
    return specifier.startsWith('.') && target(file, specifier).startsWith('force-app/')
        ? 'local loads components as the platform would, never by path'
        : undefined;
}

const OPERATING = 'services/messaging-bridge/operate/';
/** The command and what programs import stand above all rooms. */
const mayOperate = (file: string): boolean =>
    file.startsWith(OPERATING) || /^services\/messaging-bridge\/\w+\.ts$/.test(file);

function serviceFault(file: string, specifier: string): string | undefined {
    const owner = file.split('/')[1] ?? '';
    const named = specifier.startsWith('.') ? target(file, specifier) : specifier;
    if (/^(local|force-app)\//.test(named) || named === '@switchboard/local')
        return 'a service imports neither local nor components';
    const used = /^services\/([^/]+)\//.exec(named)?.[1] ?? /^@switchboard\/([^/]+)/.exec(named)?.[1];
    if (used === owner && named.startsWith(OPERATING) && !mayOperate(file))
        return 'a room of the bridge knows nothing of how it is operated';
    if (used === undefined || used === owner) return undefined;
    return (SERVICE_MAY_USE[owner] ?? []).includes(used) ? undefined : `${owner} does not depend on ${used}`;
}

/** What is packed for other teams stands without this repository. */
function packageFault(file: string, specifier: string): string | undefined {
    if (!specifier.startsWith('.') || isTest(file)) return undefined;
    return target(file, specifier).startsWith('packages/') ? undefined : 'a package holds all that it imports';
}

/** Every broken rule among these files. */
export function violations(sources: readonly Source[]): Violation[] {
    const packages = packagesByBundle(sources);
    return sources.flatMap((source) => {
        const { file, text } = source;
        const found: Violation[] = [];
        if (/\.(cls|trigger|apex)$/.test(file)) found.push({ file, rule: 'no Apex', what: file });
        if (
            file.startsWith('force-app/') &&
            !isTest(file) &&
            file !== VENDOR_CHANNEL_FILE &&
            text.includes(VENDOR_CHANNEL)
        )
            found.push({ file, rule: 'the vendor channel stands in one file', what: VENDOR_CHANNEL });
        if (!file.endsWith('.ts')) return found;
        for (const specifier of importsOf(source)) {
            const rule = file.startsWith('force-app/')
                ? componentFault(file, specifier, packages)
                : file.startsWith('local/')
                  ? localFault(file, specifier)
                  : file.startsWith('services/')
                    ? serviceFault(file, specifier)
                    : file.startsWith('packages/')
                      ? packageFault(file, specifier)
                      : undefined;
            if (rule) found.push({ file, rule, what: specifier });
        }
        return found;
    });
}
