import type { AttributeValue } from 'c/interactionAttributes';
import type { Fitted } from './fitted.ts';

const TRANSCRIPTS: ReadonlySet<string> = new Set(['Chat.Transcript', 'Interaction.Transcript']);

/** "Transcripts greater than 131,072 characters fail to save" (help.mypurecloud.com). */
const LONGEST = 131_072;

/** Half a conversation would pass for the whole: a transcript that would be cut is not saved at all. */
export function wholeTranscript(attribute: string, value: AttributeValue, fitted: Fitted): Fitted {
    if (!TRANSCRIPTS.has(attribute) || 'code' in fitted) {
        return fitted;
    }
    const count = fitted.cutTo ?? (String(value).length > LONGEST ? LONGEST : undefined);
    return count === undefined ? fitted : { code: 'valueDoesNotFit', allowed: { kind: 'transcript', count } };
}
