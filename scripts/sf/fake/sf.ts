/**
 * What stands on the PATH as `sf` in tests. It refuses what the real one refuses: other commands and flags than those of
 * sfCommands.json, an org that it does not know, a permission set that was not deployed. It keeps what it was asked in
 * the file that FAKE_SF names, and fails once where that file says so.
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export interface FakeState {
    readonly hubs: readonly string[];
    readonly orgs: string[];
    /** Files that were deployed, relative to the project. */
    readonly deployed: string[];
    readonly calls: { readonly args: readonly string[]; readonly channel: string | undefined }[];
    /** The command that fails, and with what. */
    readonly fails?: { readonly command: string; readonly output: object | string; readonly exitCode: number };
    /** `result` of a command, where a test wants a certain one. */
    readonly results?: Readonly<Record<string, unknown>>;
}

const { commands } = JSON.parse(readFileSync(path.join(import.meta.dirname, 'sfCommands.json'), 'utf8')) as {
    readonly commands: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

const file = process.env['FAKE_SF'] ?? '';
const state = JSON.parse(readFileSync(file, 'utf8')) as FakeState;
const args = process.argv.slice(2);
const json = args.includes('--json');

function end(exitCode: number, output: object | string): never {
    writeFileSync(file, JSON.stringify(state));
    process.stdout.write(typeof output === 'string' ? output : JSON.stringify(output));
    process.exit(exitCode);
}
const refuse = (name: string, message: string, exitCode = 1, more: object = {}): never =>
    end(exitCode, { name, message, exitCode, status: exitCode, warnings: [], ...more });

const command =
    Object.keys(commands).find((known) => known.split(' ').every((word, at) => args[at] === word)) ??
    refuse('CommandNotFound', `command ${args.join(' ')} not found`, 127);

const values = new Map<string, string[]>();
const flags = commands[command] ?? {};
const rest = args.slice(command.split(' ').length);
for (let at = 0; at < rest.length; at += 1) {
    const flag = (rest[at] ?? '').replace(/^--/, '');
    const kind = flags[flag];
    if (kind === undefined) refuse('Error', `Nonexistent flag: ${rest[at]}`, 2);
    const takes = kind?.startsWith('value') === true;
    const value = takes ? rest[(at += 1)] : '';
    if (value === undefined) refuse('Error', `Flag --${flag} expects a value`, 2);
    if (values.has(flag) && kind?.endsWith('many') !== true)
        refuse('Error', `Flag --${flag} can only be given once`, 2);
    values.set(flag, [...(values.get(flag) ?? []), value ?? '']);
}
for (const [flag, kind] of Object.entries(flags))
    if (kind.includes('required') && !values.has(flag)) refuse('Error', `Missing required flag ${flag}`, 2);

state.calls.push({ args, channel: process.env['SWITCHBOARD_CHANNEL'] });
if (state.results?.[command] !== undefined) end(0, { status: 0, result: state.results[command], warnings: [] });
if (state.fails?.command === command) end(state.fails.exitCode, state.fails.output);

const one = (flag: string): string => values.get(flag)?.[0] ?? '';
const unknown = (flag: string, name: string): never =>
    refuse('NamedOrgNotFoundError', `Parsing --${flag} \n\tNo authorization information found for ${name}.`, 2);
if (values.has('target-dev-hub') && !state.hubs.includes(one('target-dev-hub')))
    unknown('target-dev-hub', one('target-dev-hub'));
if (values.has('target-org') && !state.orgs.includes(one('target-org'))) unknown('target-org', one('target-org'));

const isThere = (name: string): boolean => state.deployed.some((deployed) => path.posix.basename(deployed) === name);
const failed = (componentFailures: readonly object[]): never =>
    end(1, { status: 1, result: { status: 'Failed', success: false, details: { componentFailures } }, warnings: [] });

interface ProjectFile {
    readonly packageDirectories: readonly {
        readonly path: string;
        readonly package?: string;
        readonly versionNumber?: string;
        readonly dependencies?: readonly { readonly package: string }[];
    }[];
    readonly packageAliases?: Record<string, string>;
}
const projectFile = (): ProjectFile => JSON.parse(readFileSync('sfdx-project.json', 'utf8')) as ProjectFile;

const WORK: Readonly<Record<string, () => void>> = {
    'org create scratch': () => {
        if (!existsSync(one('definition-file'))) refuse('Error', `No file found at ${one('definition-file')}`, 2);
        state.orgs.push(one('alias'));
    },
    'project deploy start': () => {
        const from = values.get('source-dir') ?? [];
        const files = from.flatMap((folder) => globSync(`${folder}/**/*-meta.xml`));
        if (files.length === 0) refuse('NothingToDeploy', 'No local changes to deploy.', 1);
        const channel = process.env['SWITCHBOARD_CHANNEL'] ?? 'purecloud__ClientEvent__c';
        const component = { componentType: 'LightningComponentBundle', fullName: 'genesysChannel' };
        if (
            files.some((name) => name.endsWith('genesysChannel.js-meta.xml')) &&
            !isThere(`${channel.replace(/__c$/, '')}.messageChannel-meta.xml`) &&
            !state.deployed.includes(channel)
        )
            failed([{ ...component, lineNumber: 2, problem: `Invalid reference ${channel} of type messageChannel` }]);
        state.deployed.push(...files.map((name) => name.split(path.sep).join('/')));
    },
    'package create': () => {
        const project = projectFile();
        // The real one puts a bare entry in the place of the old one, unless it is told not to write.
        if (process.env['SF_PROJECT_AUTOUPDATE_DISABLE_FOR_PACKAGE_CREATE'] !== 'true')
            refuse('ProjectFile', 'The dependencies of the package directory would be lost');
        if (!project.packageDirectories.some((entry) => entry.package === one('name') && entry.path === one('path')))
            refuse('PackageDirectory', `${one('path')} is no package directory of ${one('name')}`);
        end(0, { status: 0, result: { Id: `0Ho00000000000${state.calls.length}`.slice(0, 15) }, warnings: [] });
    },
    'package version create': () => {
        const { packageDirectories, packageAliases = {} } = projectFile();
        const packed = one('package');
        const known = (alias: string): boolean => Object.keys(packageAliases).some((name) => name === alias);
        if (!known(packed)) refuse('PackageAlias', `No package ID was found in Dev Hub for package ID: ${packed}.`);
        const directory = packageDirectories.find((entry) => entry.package === packed);
        for (const { package: needed } of directory?.dependencies ?? []) {
            const versions = Object.keys(packageAliases).filter((alias) => alias.startsWith(`${needed}@`));
            if (versions.length === 0 && packageAliases[needed]?.startsWith('04t') !== true)
                refuse('Dependency', `A required package is missing: ${needed}`);
        }
        const number = directory?.versionNumber?.replace(/\.NEXT$/, '') ?? '';
        const build =
            1 + Object.keys(packageAliases).filter((alias) => alias.startsWith(`${packed}@${number}-`)).length;
        packageAliases[`${packed}@${number}-${build}`] = `04t${String(state.calls.length).padStart(12, '0')}`;
        writeFileSync('sfdx-project.json', JSON.stringify({ ...projectFile(), packageAliases }, null, 2));
        end(0, { status: 0, result: { Status: 'Success' }, warnings: [] });
    },
    'package version promote': () => {
        if (!(one('package') in (projectFile().packageAliases ?? {})))
            refuse('PackageAlias', 'No such package version');
    },
    'package install': () => void state.deployed.push('purecloud__ClientEvent__c'),
    'org assign permset': () => {
        const names = values.get('name') ?? [];
        const failures = names
            .filter((name) => !isThere(`${name}.permissionset-meta.xml`))
            .map((name) => ({ name: 'me', message: `Permission set "${name}" not found in target org.` }));
        if (failures.length > 0) end(68, { status: 68, result: { successes: [], failures }, warnings: [] });
    },
    'data import tree': () => {
        const plan = JSON.parse(readFileSync(one('plan'), 'utf8')) as { sobject: string; files: string[] }[];
        const known = new Set<string>();
        for (const { sobject, files } of plan)
            for (const name of files) {
                const text = readFileSync(path.join(path.dirname(one('plan')), name), 'utf8');
                const { records } = JSON.parse(text) as { records: Record<string, unknown>[] };
                for (const { attributes, ...fields } of records) {
                    const { type, referenceId } = attributes as { type: string; referenceId: string };
                    const lost = Object.values(fields).find(
                        (value) => typeof value === 'string' && value.startsWith('@') && !known.has(value.slice(1))
                    );
                    if (type !== sobject || lost !== undefined) refuse('UnresolvableRefs', `${name}: ${String(lost)}`);
                    known.add(referenceId);
                }
            }
    },
    'org open': () => {
        if (json) refuse('Secret', 'The answer would hold a login');
        const app = /^\/lightning\/app\/c__(\w+)$/.exec(one('path'))?.[1] ?? '';
        if (!isThere(`${app}.app-meta.xml`)) refuse('NoApp', `No app ${app}`);
    }
};
WORK[command]?.();
end(0, json ? { status: 0, result: {}, warnings: [] } : '');
