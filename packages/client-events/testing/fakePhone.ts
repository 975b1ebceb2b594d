/** A phone for tests: it rings, talks and reacts over the message service's double, and breaks where you ask it to. */
import { createCalls } from './calls.ts';
import { CHANNEL } from './channel.ts';
import { isRecord, isText } from './checks.ts';
import type { Conversation, RingingFields } from './conversation.ts';
import { createLine } from './line.ts';
import type { Which } from './line.ts';
import {
    APPLICATION_SCOPE,
    createMessageContext,
    isBusy,
    publish,
    releaseMessageContext,
    setActiveTab,
    subscribe
} from './messageService.ts';
import { createReactions } from './reactions.ts';
import type { Statuses } from './reactions.ts';

/** An action as it was published. */
export interface SentAction {
    readonly type: string;
    readonly data: unknown;
}

/** An action at which the phone does nothing, and why. A real phone is silent. */
export interface RefusedAction {
    readonly action: SentAction;
    readonly why: string;
}

export interface TraceEntry {
    readonly atMs: number;
    readonly message: unknown;
}

export interface FakePhoneOptions {
    /** The status of each status id that `updateStatus` may give. `ON_QUEUE` and the other words are known. */
    readonly statuses?: Statuses;
}

/**
 * Steps throw when the interaction cannot take them. The promises are kept once everything that is not delayed has
 * arrived, the phone's reactions included, and components have rendered.
 */
export interface FakePhone {
    /** Rings and returns the interaction's id at once. Give any field of the interaction object to have it otherwise. */
    readonly ring: (fields?: RingingFields) => string;
    readonly connect: (id: string) => Promise<void>;
    /** Holds, or takes back from hold. */
    readonly hold: (id: string) => Promise<void>;
    readonly securePause: (id: string) => Promise<void>;
    /** Any other change of the interaction object. */
    readonly change: (id: string, fields: Partial<Conversation>) => Promise<void>;
    readonly disconnect: (id: string) => Promise<void>;
    readonly wrapUp: (id: string, disposition?: string) => Promise<void>;
    /** A piece of the transcript. Throws when nobody has asked for transcripts. */
    readonly transcribes: (id: string, text: string, channel?: 'EXTERNAL' | 'INTERNAL') => Promise<void>;
    /** Any message, well formed or not. */
    readonly says: (message: unknown) => Promise<void>;
    /** The messages of a recording, one after the other without its pauses. */
    readonly plays: (trace: readonly TraceEntry[]) => Promise<void>;
    /** The phone is loaded again: InitialSetup, what was asked for is forgotten, live interactions are told again. */
    readonly startsAnew: () => Promise<void>;

    /** Each message arrives so much later. 0 ends it. */
    readonly delay: (milliseconds: number) => void;
    readonly drop: (which: Which) => void;
    readonly duplicate: (which: Which) => void;
    /** The next so many messages arrive last first, once all of them have been sent. */
    readonly reorder: (count: number) => void;
    /** Ends every fault. */
    readonly steady: () => void;
    /** With false the phone takes actions and does nothing. */
    readonly answers: (does: boolean) => void;
    /** With true the agent looks at another tab: who listens without APPLICATION_SCOPE hears nothing. */
    readonly otherTab: (active: boolean) => void;

    /** Every action that was published, oldest first. */
    readonly sent: readonly SentAction[];
    readonly refused: readonly RefusedAction[];
    readonly delivered: () => Promise<void>;
    /** Hangs up for good. A new fakePhone() does so with the one before. */
    readonly close: () => void;
}

let current: FakePhone | undefined;

/** Plugs in a phone in place of the one before. One for each test, in `beforeEach`. */
export function fakePhone(options: FakePhoneOptions = {}): FakePhone {
    current?.close();
    const context = createMessageContext();
    const line = createLine((message) => publish(context, CHANNEL, message));
    const calls = createCalls(line.carry);
    const { react, isAsked, forget } = createReactions(calls, options.statuses ?? {}, line.carry);
    const sent: SentAction[] = [];
    const refused: RefusedAction[] = [];
    let answering = true;
    let utterances = 0;

    subscribe(context, CHANNEL, hear, { scope: APPLICATION_SCOPE });
    setActiveTab(true);

    function hear(message: unknown): void {
        if (!isRecord(message) || typeof message.type !== 'string' || !/^purecloud\./i.test(message.type)) return;
        const action: SentAction = { type: message.type, data: message.data };
        sent.push(action);
        if (!answering) return;
        try {
            react(action.type.slice('PureCloud.'.length), action.data);
        } catch (error) {
            refused.push({ action, why: (error as Error).message });
        }
    }

    /** A step, then the pause in which it arrives. An impossible step throws at once. */
    const then = <Given extends unknown[]>(step: (...given: Given) => void) => {
        return (...given: Given): Promise<void> => {
            step(...given);
            return delivered();
        };
    };

    const phone: FakePhone = {
        ring: (fields = {}) => calls.ring(fields),
        connect: then(calls.connect),
        hold: then(calls.hold),
        securePause: then(calls.securePause),
        change: then(calls.change),
        disconnect: then(calls.disconnect),
        wrapUp: then((id: string, disposition = 'Default Wrap-up Code') => calls.wrapUp(id, disposition)),
        transcribes: then((id: string, text: string, speaker: 'EXTERNAL' | 'INTERNAL' = 'EXTERNAL') => {
            calls.inState('transcribes', id, 'CONNECTED', 'HELD');
            if (!isText(text)) throw new TypeError('transcribes: text is no text, or empty; give what was said');
            if (!isAsked('conversationTranscription')) {
                const remedy = "subscriptions: [subscribeTo('Notification', ['conversationTranscription'])]";
                throw new Error(`transcribes: nobody has asked for transcripts; connect with ${remedy}`);
            }
            utterances += 1;
            line.carry(transcription(id, `utterance-${utterances}`, speaker, text));
        }),
        says: then(line.carry),
        plays: then((trace: readonly TraceEntry[]) => messagesOf(trace).forEach(line.carry)),
        startsAnew: then(() => {
            forget();
            line.carry({ type: 'InitialSetup' });
            calls.tellAgain();
        }),
        delay: line.delay,
        drop: line.drop,
        duplicate: line.duplicate,
        reorder: line.reorder,
        steady: line.steady,
        answers: (does) => {
            answering = does;
        },
        otherTab: (active) => setActiveTab(!active),
        sent,
        refused,
        delivered,
        close: () => {
            line.cut();
            releaseMessageContext(context);
            if (current === phone) current = undefined;
        }
    };
    current = phone;
    return phone;
}

/** A message, the action it leads to, the reaction and the rendering take some turns each. */
const QUIET_TURNS = 12;

async function delivered(): Promise<void> {
    for (let quiet = 0; quiet < QUIET_TURNS; quiet = isBusy() ? 0 : quiet + 1) await Promise.resolve();
}

/** Checked wholly before the first is played, because a list of bare messages is easily given. */
function messagesOf(trace: unknown): readonly unknown[] {
    const shape = 'a trace is a list such as [{ "atMs": 0, "message": { "type": "InitialSetup" } }]';
    if (!Array.isArray(trace)) throw new TypeError(`plays: trace is no list; ${shape}`);
    return trace.map((entry: unknown, at) => {
        if (isRecord(entry) && Object.hasOwn(entry, 'message')) return entry.message;
        throw new TypeError(`plays: entry ${at} of the trace has no "message"; ${shape}`);
    });
}

function transcription(id: string, utteranceId: string, speaker: string, transcript: string): unknown {
    const words = transcript.split(' ').map((word) => ({ word, confidence: 0.9 }));
    const transcripts = [{ utteranceId, channel: speaker, alternatives: [{ transcript, words }] }];
    const data = { id, eventTime: new Date().toISOString(), transcripts };
    return { type: 'Notification', category: 'conversationTranscription', data };
}
