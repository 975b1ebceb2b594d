import type { InteractionEvent, InteractionFacts } from 'c/interactions';
import { createHandling } from '../truth.ts';
import type { Handling } from '../truth.ts';

export const PHONE_STEPS = [
    'next',
    'queue',
    'score',
    'unfitScore',
    'tier',
    'hold',
    'missed',
    'transferAway',
    'comesBack',
    'wrapUp'
] as const;
export type PhoneStep = (typeof PHONE_STEPS)[number];

/** A conversation as the contact centre knows it. */
interface Conversation {
    readonly id: string;
    stage: 'none' | 'ringing' | 'talking' | 'ended' | 'wrapped';
    held: boolean;
    handling: Handling;
    facts: InteractionFacts;
    readonly handlings: Handling[];
}

/** What every tab of the agent hears of one step. */
export interface Said {
    readonly events: readonly InteractionEvent[];
    readonly handling: Handling;
    readonly facts: InteractionFacts;
}

export interface Phone {
    readonly handlings: Handling[];
    step(user: string, index: number, what: PhoneStep): Said | undefined;
    /** What a page that begins to listen is told again. */
    live(user: string): Said[];
    handling(user: string, index: number): Handling | undefined;
    /** Everything of this user ends while no page listens. */
    endsUnheard(user: string): void;
    /** Counts up: each value is told once in a schedule. */
    next(): number;
}

export function createPhone(now: () => number): Phone {
    const conversations = new Map<string, Conversation>();
    const handlings: Handling[] = [];
    let count = 0;
    let lastConnected = 0;

    const next = (): number => (count += 1);

    function at(user: string, index: number): Conversation {
        const id = `${user}-call-${index}`;
        let known = conversations.get(id);
        if (known === undefined) {
            const handling = createHandling(user, id, 1);
            known = { id, stage: 'none', held: false, handling, facts: {}, handlings: [handling] };
            conversations.set(id, known);
            handlings.push(handling);
        }
        return known;
    }

    const tagged = (letter: string, { handling }: Conversation): string => `${letter}|${handling.name}|${next()}`;

    function described(one: Conversation): Said {
        const event = { kind: 'described', at: new Date(now()).toISOString(), id: one.id, facts: one.facts } as const;
        return { events: [event], handling: one.handling, facts: one.facts };
    }

    function say(one: Conversation, facts: InteractionFacts): Said {
        one.facts = { ...one.facts, ...facts };
        return described(one);
    }

    function ring(one: Conversation): Said {
        one.stage = 'ringing';
        one.held = false;
        one.facts = {
            state: 'alerting',
            type: 'call',
            direction: 'inbound',
            connected: false,
            disconnected: false,
            done: false
        };
        return say(one, { ani: '+61491570006', queueName: tagged('Q', one) });
    }

    function answer(one: Conversation): Said {
        one.stage = 'talking';
        // Two parts of one conversation are never connected in the same second.
        lastConnected = Math.max(now(), lastConnected + 1_000);
        one.handling.connectedTime = lastConnected;
        return say(one, { state: 'connected', connected: true, connectedTime: new Date(lastConnected).toISOString() });
    }

    function end(one: Conversation): Said {
        const { connectedTime } = one.handling;
        one.stage = 'ended';
        one.handling.endedAt = now();
        const over = { state: 'disconnected', connected: false, disconnected: true } as const;
        if (connectedTime === undefined) return say(one, { ...over, done: true });
        const endTime = Math.max(now(), connectedTime);
        return say(one, {
            ...over,
            endTime: new Date(endTime).toISOString(),
            durationSeconds: Math.round((endTime - connectedTime) / 1_000)
        });
    }

    function wrapUp(one: Conversation): Said {
        one.stage = 'wrapped';
        return say(one, { wrapUpCode: tagged('W', one), wrapUpSeconds: 3, done: true });
    }

    function forward(one: Conversation): Said | undefined {
        switch (one.stage) {
            case 'none':
                return ring(one);
            case 'ringing':
                return answer(one);
            case 'talking':
                return end(one);
            case 'ended':
                return one.handling.connectedTime === undefined ? undefined : wrapUp(one);
            default:
                return undefined;
        }
    }

    function transfer(one: Conversation): Said {
        const stamp = new Date(now()).toISOString();
        const ended = end(one);
        const away = { kind: 'transferred', at: stamp, id: one.id, transfer: 'blind' } as const;
        return { ...ended, events: [away, ...ended.events] };
    }

    function back(one: Conversation): Said {
        one.handling = createHandling(one.handling.user, one.id, one.handling.segment + 1);
        one.handlings.push(one.handling);
        handlings.push(one.handling);
        return ring(one);
    }

    function step(user: string, index: number, what: PhoneStep): Said | undefined {
        const one = at(user, index);
        const isOver = one.stage === 'ended' || one.stage === 'wrapped';
        if (what === 'next') return forward(one);
        if (what === 'comesBack') return isOver && one.handling.connectedTime !== undefined ? back(one) : undefined;
        if (what === 'missed') return one.stage === 'ringing' ? end(one) : undefined;
        if (what === 'transferAway') return one.stage === 'talking' ? transfer(one) : undefined;
        if (what === 'wrapUp') return isOver && one.handling.connectedTime !== undefined ? wrapUp(one) : undefined;
        if (one.stage === 'none' || (isOver && one.handling.connectedTime === undefined)) return undefined;
        const data = one.facts.participantData;
        switch (what) {
            case 'queue':
                return say(one, { queueName: tagged('Q', one) });
            case 'score':
                return say(one, { participantData: { ...data, Score: next() } });
            case 'unfitScore':
                return say(one, { participantData: { ...data, Score: `no number ${next()}` } });
            case 'tier':
                return say(one, { participantData: { ...data, Tier: tagged('T', one) } });
            default:
                if (one.stage !== 'talking') return undefined;
                one.held = !one.held;
                return say(one, { state: one.held ? 'held' : 'connected' });
        }
    }

    return {
        handlings,
        step,
        live: (user) =>
            [...conversations.values()]
                .filter(({ stage, handling }) => handling.user === user && (stage === 'ringing' || stage === 'talking'))
                .map(described),
        handling: (user, index) => conversations.get(`${user}-call-${index}`)?.handling,
        endsUnheard(user): void {
            for (const one of conversations.values()) {
                if (one.handling.user !== user || one.stage === 'none') continue;
                if (one.stage === 'ringing' || one.stage === 'talking') one.handling.endedAt = now();
                one.stage = 'wrapped';
                one.facts = { ...one.facts, state: 'disconnected', connected: false, disconnected: true };
            }
        },
        next
    };
}
