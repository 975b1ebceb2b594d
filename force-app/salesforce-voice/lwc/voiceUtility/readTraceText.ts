import { fill } from 'c/labelText';
import type { ReadTrace } from 'c/phoneOnPage';
import { interactionsOfVoiceTrace } from 'c/voiceTransport';
import { LABELS } from './labels.ts';

/** A trace file's text as interactions, or words why it is none. */
export function readTraceText(text: string, now: number): ReadTrace {
    const found = interactionsOfVoiceTrace(text, now);
    if (!('problem' in found)) return found;
    return found.problem === 'noList'
        ? { refused: LABELS.traceNoList }
        : { refused: fill(LABELS.traceBadEntry, found.entry), line: found.entry };
}
