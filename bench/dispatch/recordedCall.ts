import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readTrace } from '../../local/genesys/trace.ts';

const TRACE = path.resolve(import.meta.dirname, '../../local/genesys/traces/inbound-call.json');

/** The messages of the recorded call. */
export function recordedCall(): readonly unknown[] {
    const trace = readTrace(readFileSync(TRACE, 'utf8'));
    if ('error' in trace) throw new Error(`inbound-call.json: ${trace.error}`);
    return trace.entries.map(({ message }) => message);
}
