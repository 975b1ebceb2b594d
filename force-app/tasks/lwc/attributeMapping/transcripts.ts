import type { AttributeValue } from 'c/interactionAttributes';
import type { Fitted } from './coerce.ts';

const TRANSCRIPTS: ReadonlySet<string> = new Set(['Chat.Transcript', 'Interaction.Transcript']);

/** "Transcripts greater than 131,072 characters fail to save" (help.mypurecloud.com). */
const LONGEST = 131_072;

/** Half a conversation would pass for the whole: a transcript that would be cut is not saved at all. */
export function wholeTranscript(attribute: string, value: AttributeValue, fitted: Fitted): Fitted {
    if (!TRANSCRIPTS.has(attribute) || 'code' in fitted) {
        return fitted;
    }
    const limit = fitted.cut?.allowed ?? (String(value).length > LONGEST ? `at most ${LONGEST} characters` : undefined);
    return limit === undefined ? fitted : { code: 'valueDoesNotFit', allowed: `a whole transcript of ${limit}` };
}
