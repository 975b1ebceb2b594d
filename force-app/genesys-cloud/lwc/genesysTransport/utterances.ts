import type { Utterance } from 'c/agentDesk';
import type { ClientUtterance, EventOf } from 'c/clientEvents';

type Notification = EventOf<'Notification'>;
export type Transcription = Extract<Notification, { category: 'conversationTranscription' }>;

const SPEAKERS: Readonly<Record<string, 'customer' | 'agent'>> = { EXTERNAL: 'customer', INTERNAL: 'agent' };

/** What was said, in the order of the message. One that comes again has the id that it had (W17). */
export function utterancesOf({ utterances, eventTime, receivedAt }: Transcription): readonly Utterance[] {
    const at = eventTime ?? receivedAt;
    const seen = new Map<string, number>();
    return utterances.map((utterance) => {
        const speaker = speakerOf(utterance);
        return { id: idOf(utterance, at, seen), ...(speaker ? { speaker } : {}), text: utterance.text, at };
    });
}

/** Where the phone gives no id: when, who and what, and which of several such in one message. */
function idOf({ utteranceId, channel, text }: ClientUtterance, at: string, seen: Map<string, number>): string {
    if (utteranceId !== undefined) return utteranceId;
    const derived = JSON.stringify([at, channel ?? '', text]);
    const nth = (seen.get(derived) ?? 0) + 1;
    seen.set(derived, nth);
    return nth === 1 ? derived : `${derived}#${nth}`;
}

function speakerOf({ channel }: ClientUtterance): 'customer' | 'agent' | undefined {
    const word = channel?.toUpperCase() ?? '';
    return Object.hasOwn(SPEAKERS, word) ? SPEAKERS[word] : undefined;
}
