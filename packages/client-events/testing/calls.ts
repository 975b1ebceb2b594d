/** The steps an interaction takes, and the messages that tell of them, in the order that was recorded. */
import { isRecord, isText } from './checks.ts';
import { connected, ended, ringing, secondsBetween, wrappedUp } from './conversation.ts';
import type { Conversation, RingingFields } from './conversation.ts';

export interface Calls {
    readonly ring: (fields: RingingFields) => string;
    readonly connect: (id: string) => void;
    readonly hold: (id: string) => void;
    readonly securePause: (id: string) => void;
    readonly mute: (id: string) => void;
    readonly change: (id: string, fields: Partial<Conversation>) => void;
    readonly blindTransfer: (id: string) => void;
    readonly consultTransfer: (id: string) => void;
    readonly concludeTransfer: (id: string) => void;
    readonly disconnect: (id: string) => void;
    readonly wrapUp: (id: string, disposition: string) => void;
    /** Throws when there is none, or it is in none of these states. */
    readonly inState: (step: string, id: string, ...states: string[]) => Conversation;
    readonly tellAgain: () => void;
}

const TALKING = ['CONNECTED', 'HELD'];

/** @param say sends a message to the page */
export function createCalls(say: (message: unknown) => void): Calls {
    const known = new Map<string, Conversation>();
    const consulting = new Set<string>();
    let rung = 0;

    const tell = (category: string, data: unknown): void => say({ type: 'Interaction', category, data });

    function inState(step: string, id: string, ...states: string[]): Conversation {
        const conversation = known.get(id);
        if (!conversation)
            throw new Error(`${step}: id is "${id}", which no interaction has; use what ring() returned`);
        const { state = '' } = conversation;
        if (states.length === 0 || states.includes(state)) return conversation;
        throw new Error(`${step}: the interaction is ${state}; it must be ${states.join(' or ')}`);
    }

    function alter(before: Conversation, fields: Partial<Conversation>): Conversation {
        const after = { ...before, ...fields };
        known.set(before.id, after);
        return after;
    }

    function change(before: Conversation, fields: Partial<Conversation>): Conversation {
        const after = alter(before, fields);
        tell('change', { old: before, new: after });
        return after;
    }

    /** Many changes say nothing new: what they add stands in `old` as well as in `new`. */
    function nothingNew(before: Conversation, fields: Partial<Conversation> = {}): void {
        const same = alter(before, fields);
        tell('change', { old: same, new: same });
    }

    function disconnect(conversation: Conversation): void {
        consulting.delete(conversation.id);
        tell('disconnect', alter(conversation, ended(conversation, new Date())));
    }

    return {
        inState,
        ring: (fields) => {
            demandFields('ring', fields);
            rung += 1;
            const id = fields.id ?? `00000000-0000-4000-8000-${String(rung).padStart(12, '0')}`;
            if (!isText(id)) throw new TypeError('ring: id is no text, or empty; give one, or leave it out');
            if (known.has(id)) throw new Error(`ring: id is "${id}", which another interaction has; give a new one`);
            const conversation = ringing(id, fields);
            known.set(id, conversation);
            tell('add', conversation);
            nothingNew(conversation, { startTime: new Date().toISOString() });
            return id;
        },
        connect: (id) => {
            const before = inState('connect', id, 'ALERTING', 'CONTACTING', 'DIALING');
            const now = new Date();
            const after = change(before, connected(now));
            tell('connect', after);
            nothingNew(after, { totalAcdDurationSeconds: secondsBetween(after.startTime, now) });
        },
        hold: (id) => {
            const before = inState('hold', id, ...TALKING);
            nothingNew(change(before, { state: before.state === 'HELD' ? 'CONNECTED' : 'HELD' }));
        },
        securePause: (id) => {
            const before = inState('securePause', id, ...TALKING);
            const securePause = !before.securePause;
            change(before, { securePause, recordingState: securePause ? 'paused' : 'active' });
        },
        // No message tells of it.
        mute: (id) => void inState('mute', id, ...TALKING),
        change: (id, fields) => {
            const before = inState('change', id);
            demandFields('change', fields);
            if ('id' in fields && fields.id !== id)
                throw new Error('change: id is another one; an interaction keeps its id, so ring() again');
            change(before, fields);
        },
        blindTransfer: (id) => {
            const before = inState('blindTransfer', id, ...TALKING);
            tell('blindTransfer', id);
            disconnect(before);
        },
        consultTransfer: (id) => {
            inState('consultTransfer', id, ...TALKING);
            consulting.add(id);
            tell('consultTransfer', id);
        },
        concludeTransfer: (id) => {
            const before = inState('concludeTransfer', id, ...TALKING);
            if (!consulting.has(id))
                throw new Error('concludeTransfer: there is no consult; start with consultTransfer');
            // This one was seen without a type.
            say({ category: 'completeConsultTransfer', data: { id } });
            disconnect(before);
        },
        disconnect: (id) => disconnect(inState('disconnect', id, 'ALERTING', 'CONTACTING', 'DIALING', ...TALKING)),
        wrapUp: (id, disposition) => {
            const before = inState('wrapUp', id, 'DISCONNECTED');
            if (before.isDone)
                throw new Error('wrapUp: the interaction is done; wrap-up follows an answered queue call');
            tell('acw', alter(before, wrappedUp(before, disposition, new Date())));
        },
        tellAgain: () => {
            for (const conversation of known.values()) if (!conversation.isDisconnected) tell('add', conversation);
        }
    };
}

/** For JavaScript, where nobody checks types. */
function demandFields(step: string, fields: unknown): void {
    if (!isRecord(fields)) throw new TypeError(`${step}: fields is no object; give some of an interaction's fields`);
}
