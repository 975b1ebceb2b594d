/**
 * npm run secrets [-- --history]
 *
 * Looks for secrets in every file that git has or would take; with --history in each content that a file ever had.
 * Ends with 1 where it finds one that scripts/secrets/known.ts does not explain.
 */
import path from 'node:path';
import { secretsIn } from './secrets/found.ts';
import { unexplained } from './secrets/known.ts';
import { filesOfAllTimes, filesOfToday, hasGit } from './secrets/texts.ts';

const root = path.resolve(import.meta.dirname, '..');
const given = process.argv.slice(2);
const unknown = given.find((word) => word !== '--history');

if (unknown !== undefined) {
    console.error(`npm run secrets: "${unknown}" is no option; there is --history`);
    process.exitCode = 2;
} else if (!hasGit(root)) {
    console.error(
        'npm run secrets: this folder is no git repository, so nothing tells which files are yours to publish.'
    );
    process.exitCode = 2;
} else {
    const texts = given.length > 0 ? filesOfAllTimes(root) : filesOfToday(root);
    const found = (await Promise.all(texts.map(secretsIn))).flat();
    const faults = unexplained(found);
    for (const fault of faults) console.error(fault);
    if (faults.length > 0) process.exitCode = 1;
    else console.log(`${texts.length} texts, no secret.`);
}
