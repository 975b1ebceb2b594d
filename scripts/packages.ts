/** npm run package:versions, npm run package:promote: the unlocked packages in a Dev Hub. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ON_REQUEST } from './org/arguments.ts';
import { STAND_IN } from './org/steps.ts';
import { HELP, readArguments } from './packages/arguments.ts';
import { PHONE_PACKAGE, isPackaged, newestVersion, promoteSteps, versionSteps } from './packages/steps.ts';
import { buildIfStale } from './run/built.mjs';
import { readManifest, withNeeds } from './sf/folders.ts';
import { runSteps } from './sf/runSteps.ts';
import type { NamedStep } from './sf/runSteps.ts';

const WRONG_INPUT = 2;
// Where npm runs it, and where the CLI looks for sfdx-project.json.
const root = process.cwd();
const { folders, aliases } = readManifest(root);

function refuse(message: string): never {
    console.error(message);
    process.exit(WRONG_INPUT);
}

const packaged = folders.filter(isPackaged);
const given = readArguments(
    process.argv.slice(2),
    packaged.map(({ name }) => name)
);
if ('help' in given) {
    console.log(HELP);
    process.exit();
}
if ('error' in given) refuse(`${given.error}\n\n${HELP}`);
const { work, hub, phonePackage, also, only, from, dryRun } = given;

const usual = packaged.map(({ name }) => name).filter((name) => !(ON_REQUEST as readonly string[]).includes(name));
const wanted = withNeeds(folders, [...(only === undefined ? usual : [only]), ...also]).filter(isPackaged);

/** Writes an id beside the others, as the CLI does. */
function name(alias: string, id: string): void {
    const file = path.join(root, 'sfdx-project.json');
    const project = JSON.parse(readFileSync(file, 'utf8')) as { packageAliases?: Record<string, string> };
    project.packageAliases = { ...project.packageAliases, [alias]: id };
    writeFileSync(file, `${JSON.stringify(project, null, 2)}\n`);
}

const lacksPhone = wanted.some(({ needs }) => needs.includes(PHONE_PACKAGE)) && !(PHONE_PACKAGE in aliases);
if (work === 'versions' && lacksPhone && phonePackage === undefined) {
    const why =
        `sfdx-project.json has no id for "${PHONE_PACKAGE}", which Switchboard Genesys Cloud needs. In an org that has ` +
        'it, sf package installed list --target-org ORG shows the id of its version (04t…): give it with --phone-package.';
    if (!dryRun) refuse(why);
    console.error(`${why}\n`);
}
if (phonePackage !== undefined && !dryRun) name(PHONE_PACKAGE, phonePackage);

const steps = work === 'versions' ? versionSteps(wanted, aliases, hub) : promoteSteps(wanted, aliases, hub);
if ('missing' in steps)
    refuse(
        `${steps.missing.join(', ')}: no version with the number of sfdx-project.json. Run npm run package:versions -- ${hub} first.`
    );

// The stand-in must not get into a package.
for (const variable of Object.keys(STAND_IN)) delete process.env[variable];
if (!dryRun && work === 'versions' && !buildIfStale(root, { quiet: false })) process.exit(1);

/** What the CLI's answer still lacks, or undefined. */
function done({ name: step }: NamedStep, result: unknown): string | undefined {
    const told = (result ?? {}) as { readonly Id?: unknown; readonly Status?: unknown };
    const folder = wanted.find((one) => step === `create-${one.name}`);
    if (folder) {
        if (typeof told.Id !== 'string') return 'The CLI told no id of the new package.';
        name(folder.package, told.Id);
    }
    if (step.startsWith('version-') && told.Status !== 'Success')
        return `The version is not ready: ${String(told.Status)}. sf package version create list --target-dev-hub ${hub} tells when it is.`;
    return undefined;
}

process.exitCode = await runSteps(steps, {
    root,
    command: [`npm run package:${work} --`, ...process.argv.slice(3)],
    from,
    dryRun,
    hub,
    done
});

if (process.exitCode === 0 && !dryRun) {
    const now = readManifest(root).aliases;
    console.log('\nInstall them in this order:');
    for (const folder of wanted) {
        const version = newestVersion(folder, now) ?? '';
        console.log(
            `    sf package install --package ${now[version] ?? '04t…'} --wait 30 --target-org ORG   # ${version}`
        );
    }
    console.log(
        '    sf project deploy start --source-dir force-app/settings --target-org ORG   # the first time only: it puts the settings back'
    );
}
