import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { TraceEntry } from 'c/clientEventTrace';

const FOLDER = path.resolve(__dirname, '../../../../../local/genesys/traces');

/** The project's traces, by name. */
export const TRACES: readonly (readonly [name: string, entries: readonly TraceEntry[]])[] = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [file, JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as TraceEntry[]]);
