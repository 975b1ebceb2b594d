/**
 * npm run release-files -- TAG: what a release of this tag publishes, in build/published with the checksums of all: the
 * tarballs that npm run package made, and the zips of build/release.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { releaseFiles } from './release/files.ts';

const INTO = 'build/published';
const root = path.resolve(import.meta.dirname, '..');
const [tag = '', ...more] = process.argv.slice(2);
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };

if (tag === '' || more.length > 0) {
    console.error(`Usage: npm run release-files -- TAG, for this version: v${version}`);
    process.exitCode = 2;
} else {
    try {
        const from = ['build/packages', 'build/release'].map((folder) => path.join(root, folder));
        const names = releaseFiles({ from, into: path.join(root, INTO), tag, version });
        for (const name of names) console.log(`${INTO}/${name}`);
    } catch (error) {
        console.error(error instanceof Error ? error.message : String(error));
        process.exitCode = 1;
    }
}
