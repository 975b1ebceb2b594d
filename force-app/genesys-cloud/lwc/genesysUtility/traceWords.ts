import type { TraceProblem } from 'c/clientEventTrace';
import { interactionsOfTrace } from 'c/genesysTransport';
import { fill } from 'c/labelText';
import type { ReadTrace } from 'c/phoneOnPage';
import { TRACE_WORDS } from './labels.ts';

function refusal(found: TraceProblem): ReadTrace {
    const words = TRACE_WORDS[found.problem];
    return 'entry' in found ? { refused: fill(words, found.entry), line: found.entry } : { refused: words };
}

/** A trace file's text as interactions, or words why it is none. */
export function readTraceText(text: string, now: number): ReadTrace {
    const found = interactionsOfTrace(text, now);
    return 'problem' in found ? refusal(found) : found;
}
