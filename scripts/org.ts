/** npm run org -- DEV_HUB [options]: a scratch org with Switchboard in it. */
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { HELP, readArguments } from './org/arguments.ts';
import { PLAN, dataFiles } from './org/sampleData.ts';
import type { SampleRecords } from './org/sampleData.ts';
import { STAND_IN, stepsOf } from './org/steps.ts';
import { buildIfStale } from './run/built.mjs';
import { runSteps } from './sf/runSteps.ts';
import { readManifest } from './sf/folders.ts';

const WRONG_INPUT = 2;
const root = path.resolve(import.meta.dirname, '..');

const given = readArguments(process.argv.slice(2));
if ('help' in given) {
    console.log(HELP);
    process.exit();
}
if ('error' in given) {
    console.error(`${given.error}\n\n${HELP}`);
    process.exit(WRONG_INPUT);
}

const centre = JSON.parse(readFileSync(path.join(root, 'config/local-org.json'), 'utf8')) as {
    readonly users: readonly { readonly name: string; readonly permissionSets: readonly string[] }[];
    readonly records: SampleRecords;
};
const data = 'build/org-data';
const steps = stepsOf(
    {
        folders: readManifest(root).folders,
        permissionSets: (folder) =>
            globSync(`${folder.path}/permissionsets/*.permissionset-meta.xml`, { cwd: root })
                .map((file) => path.basename(file, '.permissionset-meta.xml'))
                .sort(),
        wanted: centre.users.find(({ name }) => name === 'admin')?.permissionSets ?? [],
        data: `${data}/${PLAN}`
    },
    given
);

if (given.phonePackage !== undefined)
    // A variable that is set in this shell would put the stand-in's channel in the place of the real one.
    for (const name of Object.keys(STAND_IN)) delete process.env[name];

if (!given.dryRun) {
    if (!buildIfStale(root, { quiet: false })) process.exit(1);
    mkdirSync(path.join(root, data), { recursive: true });
    for (const { name, text } of dataFiles(centre.records)) writeFileSync(path.join(root, data, name), text);
}

process.exitCode = await runSteps(steps, {
    root,
    command: ['npm run org --', ...process.argv.slice(2)],
    from: given.from,
    dryRun: given.dryRun,
    hub: given.hub,
    org: given.alias
});
