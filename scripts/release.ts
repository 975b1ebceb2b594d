/** npm run package:zip: what an org is installed from without a Dev Hub, in build/release. */
import path from 'node:path';
import { STAND_IN } from './org/steps.ts';
import { release } from './release/release.ts';
import { buildIfStale } from './run/built.mjs';

const root = path.resolve(import.meta.dirname, '..');
const folder = 'build/release';
const [unknown] = process.argv.slice(2);

if (unknown !== undefined) {
    console.error(`npm run package:zip: "${unknown}" is no option; there is none`);
    process.exitCode = 2;
} else if (!buildIfStale(root, { quiet: false })) {
    process.exitCode = 1;
} else {
    // The stand-in must not get into a release.
    for (const variable of Object.keys(STAND_IN)) delete process.env[variable];
    for (const { file, sha256, contents } of await release(root, path.join(root, folder)))
        console.log(`${folder}/${file}: ${contents.length} files, SHA-256 ${sha256}`);
}
