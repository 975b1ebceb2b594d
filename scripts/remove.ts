/** npm run package:remove [-- FOLDER...]: the deployments that take Switchboard out of an org, in build/remove. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { componentsOf } from './remove/components.ts';
import { manifestsOf } from './remove/manifests.ts';
import { stagesOf } from './remove/stages.ts';
import { buildIfStale } from './run/built.mjs';
import { readManifest } from './sf/folders.ts';

const WRONG_INPUT = 2;
const root = path.resolve(import.meta.dirname, '..');
const given = process.argv.slice(2);
const { folders } = readManifest(root);

function refuse(message: string): never {
    console.error(message);
    process.exit(WRONG_INPUT);
}

const HELP = `Usage: npm run package:remove [-- FOLDER ...]
Writes the deployments that take Switchboard out of an org to build/remove, and prints the commands that send them.
Without FOLDER everything; otherwise some of: ${folders.map(({ name }) => name).join(', ')}.`;

if (given.includes('--help')) {
    console.log(HELP);
    process.exit();
}
const unknown = given.find((name) => !folders.some((folder) => folder.name === name));
if (unknown !== undefined) refuse(`${unknown} is no folder of force-app.\n${HELP}`);
if (!buildIfStale(root, { quiet: false })) process.exit(1);

const { sourceApiVersion } = JSON.parse(readFileSync(path.join(root, 'sfdx-project.json'), 'utf8')) as {
    readonly sourceApiVersion: string;
};
const chosen = folders.filter(({ name }) => given.length === 0 || given.includes(name)).map((folder) => folder.path);
const stages = stagesOf(componentsOf(root, chosen));

rmSync(path.join(root, 'build/remove'), { recursive: true, force: true });
console.log('Read docs/upgrade.md first. Then, with ORG as the alias of your org, one after the other:\n');
for (const [at, stage] of stages.entries()) {
    const folder = `build/remove/${String(at + 1).padStart(2, '0')}`;
    mkdirSync(path.join(root, folder), { recursive: true });
    for (const { name, text } of await manifestsOf(stage, sourceApiVersion))
        writeFileSync(path.join(root, folder, name), text);
    console.log(
        `sf project deploy start --metadata-dir ${folder} --target-org ORG --wait 30   # ${stage.length} components`
    );
}
