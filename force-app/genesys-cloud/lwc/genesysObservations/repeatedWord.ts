import type { ClientEvent, ClientInteraction } from 'c/clientEvents';
import type { PhoneObservation } from 'c/phoneOnPage';
import { LABELS } from './labels.ts';

/** A change that comes later than this was somebody else's, perhaps in the phone itself. In milliseconds. */
const ANSWER_MS = 3_000;

/** What is as it was for so long stays so, in milliseconds. */
const STAYED_MS = 10_000;

/** So many calls are remembered. */
const CALLS = 50;

/** A word of `updateState` for which the phone has no opposite, and how the phone tells the state that it is about. */
export interface RepeatedWordOptions {
    readonly id: string;
    /** Id of config/org-profiles. */
    readonly profile: string;
    readonly word: string;
    /** Undefined where the phone does not tell. */
    readonly isOn: (interaction: ClientInteraction) => boolean | undefined;
    readonly words: Readonly<Record<'title' | 'tried' | 'toDo' | 'switches' | 'sets' | 'setsDo', string>>;
}

export interface RepeatedWord {
    hear(event: ClientEvent): void;
    /** `now`: epoch milliseconds. */
    observation(now: number): PhoneObservation;
}

/** What this page knows of one call. */
interface Call {
    on?: boolean;
    /** When the word was sent last, by whomever. */
    sentAt?: number;
    /** The state it was sent in, as long as nothing has answered. */
    sentWhile?: boolean | undefined;
    /** Until then an answer may be to more than one word. */
    mixedUntil?: number;
}

/**
 * Whether the word, sent again, takes back what it did. It is seen wherever somebody sends it in the state that it leads
 * to, as Resume does with `hold`. A word that comes before the last one was answered tells nothing: whose answer comes then nobody knows.
 */
export function createRepeatedWord({ id, isOn, profile, word, words }: RepeatedWordOptions): RepeatedWord {
    const calls = new Map<string, Call>();
    const seen = { done: 0, undone: 0, stayed: 0 };

    function callNamed(name: string): Call {
        const call = calls.get(name) ?? {};
        calls.delete(name);
        calls.set(name, call);
        for (const oldest of [...calls.keys()].slice(0, -CALLS)) {
            calls.delete(oldest);
        }
        return call;
    }

    function sent(call: Call, at: number): void {
        const isAlone = call.sentWhile === undefined && at >= (call.mixedUntil ?? at);
        if (!isAlone || call.on === undefined) {
            call.mixedUntil = at + STAYED_MS;
        }
        call.sentWhile = isAlone ? call.on : undefined;
        call.sentAt = at;
    }

    function settle(call: Call, at: number): void {
        const { sentAt = at, sentWhile } = call;
        if (sentWhile !== undefined && at - sentAt >= STAYED_MS) {
            seen.stayed += sentWhile ? 1 : 0;
            call.sentWhile = undefined;
        }
    }

    function told(call: Call, on: boolean, at: number): void {
        const { sentAt = at, sentWhile } = call;
        if (sentWhile !== undefined && on !== sentWhile) {
            const isAnswer = at - sentAt <= ANSWER_MS;
            seen[on ? 'done' : 'undone'] += isAnswer ? 1 : 0;
            call.sentWhile = undefined;
        }
        call.on = on;
    }

    function answer(): Pick<PhoneObservation, 'outcome' | 'meaning' | 'setting' | 'profile'> {
        const { done, stayed, undone } = seen;
        if (undone > 0 && stayed > 0) {
            return { outcome: 'limited', meaning: LABELS.mixed, setting: LABELS.mixedDo };
        }
        if (undone > 0) {
            return { outcome: 'works', meaning: words.switches, profile: { [profile]: 'switches' } };
        }
        // A phone that heeds nothing that is sent keeps every state, too.
        return stayed > 0 && done > 0
            ? { outcome: 'limited', meaning: words.sets, setting: words.setsDo, profile: { [profile]: 'sets' } }
            : { outcome: 'unclear', meaning: LABELS.notSeen, setting: words.toDo };
    }

    return {
        hear(event): void {
            const at = Date.parse(event.receivedAt);
            if (event.type === 'ActionEcho' && event.state === word && event.id !== undefined) {
                const call = callNamed(event.id);
                settle(call, at);
                sent(call, at);
            } else if (event.type === 'Interaction') {
                const call = callNamed(event.id);
                settle(call, at);
                const { interaction } = event;
                const on = interaction === undefined ? undefined : isOn(interaction);
                if (interaction?.isDisconnected === true || event.category === 'disconnect') {
                    calls.delete(event.id);
                } else if (on !== undefined) {
                    told(call, on, at);
                }
            }
        },
        observation(now): PhoneObservation {
            calls.forEach((call) => settle(call, now));
            const counts = Object.entries(seen).filter(([, count]) => count > 0);
            const { title, tried } = words;
            const said = counts.map(([what, count]) => `${what} ${count}`).join(', ');
            return { id, title, tried, ...answer(), ...(said === '' ? {} : { said }) };
        }
    };
}
