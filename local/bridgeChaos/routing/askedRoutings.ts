/** Salesforce asks the bridge for reps, waits a minute for each, and tells what becomes of searches and works. */
import { randomUUID } from 'node:crypto';
import { begin, ended, happened, requested } from '../../org/interactionService/routingForTests.ts';
import type { Begun, Published } from '../../org/interactionService/routingForTests.ts';
import { QUEUE, REP } from '../../org/interactionService/serviceForTests.ts';
import type { ServiceForTests } from '../../org/interactionService/serviceForTests.ts';
import { isActive } from '../../org/interactionService/state.ts';
import { conversationIn, judgedRoutings } from './judgedRoutings.ts';
import type { JudgedRoutings } from './judgedRoutings.ts';
import type { AskedRouting, Target } from './routingCourse.ts';

/** What happens to a routing while it is under way. */
type Fate = 'isCancelled' | 'customerGoes' | 'repsGo';

export interface RoutingsOptions {
    readonly service: ServiceForTests;
    readonly publish: (event: Published) => void;
    readonly random: () => number;
}

export interface Routings {
    /** Asks for so many, of all kinds. Some were published a while ago, and some do not last. */
    ask(count: number): Promise<void>;
    /** Asks for a rep, a queue and a flow, of which nothing will happen to any. Gives their conversations. */
    askForEach(): Promise<readonly string[]>;
    /** All that was asked for, or in these conversations only. */
    judge(only?: readonly string[]): JudgedRoutings;
    close(): void;
}

type Asked = { -readonly [Member in keyof AskedRouting]: AskedRouting[Member] } & {
    readonly begun: Begun;
    readonly fate?: { readonly kind: Fate; readonly at: number };
};

const MINUTE_MS = 60_000;
const LOOKS_EACH_MS = 20;
export const FLOW = '300000000000004';
const CLOSED_FLOW = '300000000000005';
const UNKNOWN_FLOW = '300000000000009';
const WITHOUT_PERMISSION = '005000000000009AAA';

/** A target, what Salesforce writes of it, and the kinds of routing that it has. */
type Kind = readonly [target: Target, parameters: object, types: readonly string[]];
const ANY = ['Initial', 'Transfer', 'Conference'];
const FINDS: readonly Kind[] = [
    [{ kind: 'rep', userId: REP }, { userId: REP }, ANY],
    [{ kind: 'queue', queueId: QUEUE }, { queueId: QUEUE }, ANY],
    [{ kind: 'flow', flowId: FLOW, queueId: QUEUE, finds: REP }, { flowId: FLOW, queueId: QUEUE }, ANY]
];
const KINDS: readonly Kind[] = [
    ...FINDS,
    ...FINDS,
    [{ kind: 'flow', flowId: UNKNOWN_FLOW, queueId: QUEUE }, { flowId: UNKNOWN_FLOW, queueId: QUEUE }, ANY],
    [{ kind: 'external' }, {}, ['Transfer']],
    [{ kind: 'channel' }, {}, ['Initial']],
    [{ kind: 'nobody' }, { flowId: CLOSED_FLOW, queueId: QUEUE }, ANY],
    [{ kind: 'nobody' }, { userId: WITHOUT_PERMISSION }, ANY],
    [{ kind: 'nobody' }, { botId: '0Xx000000000001' }, ['Transfer']]
];

export function createRoutings({ publish, random, service }: RoutingsOptions): Routings {
    const asked: Asked[] = [];
    const heard = new Set<string>();
    const timers = new Set<NodeJS.Timeout>();
    let read = 0;
    const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

    function later(ms: number, doing: () => void): void {
        const timer = setTimeout(() => {
            timers.delete(timer);
            doing();
        }, ms);
        timers.add(timer);
    }

    async function askOne([target, parameters, types]: Kind, agoMs: number, mayHaveFate: boolean): Promise<Asked> {
        const begun = await begin(service, `customer-${randomUUID()}`);
        const routingType = oneOf(types);
        const askedAt = Date.now() - Math.round(agoMs);
        const event = requested(begun, routingType, parameters, askedAt, begun.workItemId);
        const fate = mayHaveFate && random() < 0.3 ? fateOf(routingType) : undefined;
        const one: Asked = {
            begun,
            conversation: begun.conversation,
            eventId: event.eventId,
            routingType,
            target,
            askedAt,
            ...(agoMs === 0 ? {} : { publishedAt: Date.now() }),
            ...(fate === undefined ? {} : { fate: { kind: fate, at: Date.now() + random() * 2_000 } })
        };
        asked.push(one);
        publish(event);
        return one;
    }

    const fateOf = (routingType: string): Fate =>
        oneOf(['isCancelled', 'customerGoes', routingType === 'Conference' ? 'repsGo' : 'isCancelled']);

    const isHeard = ({ conversation }: Asked): boolean => heard.has(conversation);
    const sessionsOf = ({ conversation }: Asked) =>
        service.conversations.find(({ id }) => id === conversation)?.sessions ?? [];

    function end(one: Asked, why: 'time' | 'cancelled' | 'sessionOver'): void {
        one.ended = { at: Date.now(), why };
        publish(ended(one.begun, one.routingType, why === 'time' ? 'RoutingError' : 'Cancelled'));
    }

    const HAPPEN: Readonly<Record<Fate, (one: Asked) => void>> = {
        isCancelled: (one) => end(one, 'cancelled'),
        customerGoes(one): void {
            for (const session of sessionsOf(one)) {
                for (const work of session.work.filter(isActive)) work.status = 'Closed';
                delete session.pendingRouting;
                session.status = 'Ended';
            }
            end(one, 'sessionOver');
            const sessionId = one.begun.workItemId;
            publish(happened(one.begun, 'SessionStatusChanged', { sessionStatus: 'Ended', sessionId }));
        },
        repsGo(one): void {
            const participant = { appType: 'agent', subject: '005000000000001AAA', role: 'Agent' };
            publish(happened(one.begun, 'ParticipantChanged', { entries: [{ operation: 'remove', participant }] }));
            end(one, 'cancelled');
        }
    };

    /** What the rep has got is told; some accept. */
    function tellWork(call: ServiceForTests['accepted'][number]): void {
        const about = conversationIn(call);
        const one = asked.find(({ conversation }) => conversation === about);
        const { agentWorkId } = call.answer as { agentWorkId: string };
        if (one === undefined) return;
        const tell = (workType: string): void =>
            publish(
                happened(one.begun, 'RoutingWorkResult', {
                    workId: `${agentWorkId}AAA`,
                    workType,
                    workTargetId: one.begun.workItemId,
                    routingType: one.routingType,
                    errorMessages: []
                })
            );
        later(random() * 300, () => tell('Assigned'));
        if (one.fate !== undefined || random() < 0.5) return;
        later(400 + random() * 2_000, () => {
            const session = sessionsOf(one).at(-1);
            const work = session?.work.find(({ id, status }) => id === agentWorkId && status === 'Assigned');
            if (work === undefined || session === undefined || one.ended !== undefined || !isHeard(one)) return;
            work.status = 'Opened';
            session.status = 'Active';
            tell('Accepted');
        });
    }

    const looking = setInterval(() => {
        for (const one of service.accepted.slice(read)) {
            if (one.call === 'POST /agentWork') tellWork(one);
            if (one.call === 'POST /routingResult') heard.add(conversationIn(one) ?? '');
        }
        read = service.accepted.length;
        for (const one of asked) {
            if (one.ended !== undefined) continue;
            if (one.fate !== undefined && Date.now() >= one.fate.at) HAPPEN[one.fate.kind](one);
            else if (Date.now() >= one.askedAt + MINUTE_MS && !isHeard(one)) end(one, 'time');
        }
    }, LOOKS_EACH_MS);

    return {
        async ask(count): Promise<void> {
            for (let left = count; left > 0; left -= 1)
                await askOne(oneOf(KINDS), random() < 0.15 ? 45_000 + random() * 17_000 : 0, true);
        },
        async askForEach(): Promise<readonly string[]> {
            const conversations: string[] = [];
            for (const kind of FINDS) conversations.push((await askOne(kind, 0, false)).conversation);
            return conversations;
        },
        judge: (only) =>
            judgedRoutings(
                asked.filter(({ conversation }) => only?.includes(conversation) !== false),
                service.accepted
            ),
        close(): void {
            clearInterval(looking);
            for (const timer of timers) clearTimeout(timer);
        }
    };
}
