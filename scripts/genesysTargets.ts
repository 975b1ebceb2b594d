/**
 * npm run --silent genesys-targets -- FILE.csv [options]: makes custom metadata records, which give names to transfer
 * targets and agent statuses, from an exported list.
 */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { whyUnreadable } from '../local/unreadable.ts';
import { HELP, readArguments } from './genesysTargets/arguments.ts';
import { existingRecords, planned, write } from './genesysTargets/files.ts';
import { readRows } from './genesysTargets/rows.ts';
import { readTable } from './genesysTargets/table.ts';

const SOME_REFUSED = 1;
const WRONG_INPUT = 2;

function refuse(message: string): never {
    console.error(message);
    process.exit(WRONG_INPUT);
}

const wanted = readArguments(process.argv.slice(2));
if ('help' in wanted) {
    console.log(HELP);
    process.exit();
}
if ('error' in wanted) refuse(`${wanted.error}\n${HELP}`);
// npm runs scripts in the project's folder; a relative path means the folder the person is in.
const from = (name: string): string => path.resolve(process.env['INIT_CWD'] ?? '', name);

let bytes: Uint8Array;
try {
    bytes = readFileSync(from(wanted.file));
} catch (error) {
    refuse(`${wanted.file} cannot be read: ${whyUnreadable(error)}.`);
}
const table = readTable(bytes);
if ('error' in table) refuse(`${wanted.file}: ${table.error}`);
const rows = readRows(table, wanted.kind);
if ('error' in rows) refuse(`${wanted.file}: ${rows.error}`);

const folder = from(wanted.out);
if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false) {
    refuse(`--out is ${wanted.out}, which is a file. Give a folder; it is made where there is none.`);
}
const { files, refused } = planned(rows.targets, existingRecords(folder), wanted.replace);
try {
    if (!wanted.dryRun) write(folder, files);
} catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    refuse(`--out is ${wanted.out}: it cannot be written (${code ?? String(error)}). Give a folder that is yours.`);
}

for (const { name, target, is } of files) {
    const did =
        is === 'same' ? 'unchanged' : `${wanted.dryRun ? 'would be ' : ''}${is === 'new' ? 'written' : 'replaced'}`;
    console.log(`${did}: ${path.join(wanted.out, name)} (${target.kind} "${target.name}", ${target.address})`);
}
const problems = [...rows.problems, ...refused].sort((a, b) => a.line - b.line);
for (const { line, column, given, allowed } of problems) {
    console.error(`${wanted.file}, line ${line}, ${column}: ${given} was given. ${allowed}`);
}
const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;
console.error(`${count(files.length, 'record')}, ${count(problems.length, 'row')} refused, ${rows.repeated} repeated.`);
if (problems.length > 0) process.exitCode = SOME_REFUSED;
