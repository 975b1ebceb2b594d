/**
 * npm run bench:compare [-- KEPT [NOW]]: fails where a figure of NOW (bench/results.json) is more than 10 % worse than in
 * KEPT, which is bench/results.json as it was committed, unless a file is given.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compared, MOST_WORSE, printedRows } from './compare/compared.ts';
import { FIGURES } from './compare/figures.ts';

const RESULTS = 'bench/results.json';
const root = path.resolve(import.meta.dirname, '..');
const [keptFile, nowFile = path.join(root, RESULTS), ...more] = process.argv.slice(2);

function committed(): string {
    return execFileSync('git', ['show', `HEAD:${RESULTS}`], {
        cwd: root,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024
    });
}

function compare(): void {
    const kept = JSON.parse(keptFile === undefined ? committed() : readFileSync(keptFile, 'utf8')) as unknown;
    const rows = compared(FIGURES, kept, JSON.parse(readFileSync(nowFile, 'utf8')) as unknown);
    console.log(printedRows(rows).join('\n'));
    const worse = rows.flatMap(({ says, why }) => (says === 'WORSE' ? (why ?? []) : []));
    if (worse.length === 0) return console.log(`No figure is more than ${MOST_WORSE * 100} % worse.`);
    console.error(`\nMore than ${MOST_WORSE * 100} % worse:\n${worse.map((why) => `    ${why}`).join('\n')}`);
    console.error(
        'Find what made it slower or larger. If it must be so, commit the new bench/results.json and say why.'
    );
    process.exitCode = 1;
}

if (more.length > 0 || keptFile?.startsWith('-')) {
    console.error('Usage: npm run bench:compare [-- KEPT [NOW]], each a file as npm run bench writes it');
    process.exitCode = 2;
} else compare();
