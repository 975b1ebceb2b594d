import { Unplanned } from '../delivery/sender.ts';
import type { Sender, Sent } from '../delivery/sender.ts';
import type { Capacity } from '../salesforce/bodies/agentWorkBody.ts';
import { cancelRouteBody } from '../salesforce/bodies/routeBody.ts';
import type { InteractionService } from '../salesforce/interactionService.ts';
import type { Database } from '../store/database.ts';
import type { Entry } from '../store/entries.ts';
import { workItemOf } from '../store/workItems.ts';
import { DEADLINE, wakeWithinMs } from './deadline.ts';
import type { Deadline } from './deadline.ts';
import { routingIn } from './requestedRouting.ts';
import type { RequestedRouting } from './requestedRouting.ts';
import { beginRouting, endRouting, routingOf } from './routings.ts';
import { SENT } from './step.ts';
import type { TimedStep } from './step.ts';
import { undoRoute, undoWork } from './stepsBack.ts';
import { answer, isExternalContact, route, work } from './stepsForward.ts';

export interface RoutingSenderOptions {
    readonly database: Database;
    readonly service: InteractionService;
    /** Epoch milliseconds, by Salesforce's clock. */
    readonly now: () => number;
    /** How much of a rep's capacity a conversation takes. */
    readonly capacity?: Capacity;
    readonly deadline?: Deadline;
}

/** The steps of a routing, in their order. */
type StepName = 'route' | 'work' | 'answer' | 'undoRoute' | 'undoWork' | 'end';

interface Part {
    readonly step: StepName;
}

const LOOK_FOR_WORK_ITEM_MS = 250;
const ONE_WEIGHT: Capacity = { weight: 1 };

/**
 * Finds a rep for a conversation as Salesforce asks it of whoever owns the routing: each step is kept before it leaves,
 * and none begins once Salesforce has ended the routing or the time is up. What was done then is undone.
 */
export function createRoutingSender(options: RoutingSenderOptions): Sender {
    const { capacity = ONE_WEIGHT, database, deadline = DEADLINE, now, service } = options;
    const elapsedMs = (entry: Entry): number => now() - routingIn(entry).requestedAt;

    return {
        async plan(entry): Promise<readonly Part[]> {
            const asked = routingIn(entry);
            const workItemId = asked.workItemId ?? (await workItemOf(database, asked.conversation));
            await beginRouting(database, entry, {
                routingType: asked.routingType,
                ...(asked.target.kind === 'rep' ? { userId: asked.target.userId } : {}),
                ...(workItemId === undefined ? {} : { workItemId })
            });
            const { ended } = await routingOf(database, entry.seq);
            if (ended === 'cancelled') return [];
            const elapsed = elapsedMs(entry);
            if (elapsed >= deadline.overAfterMs) return giveUp(entry, 'it was asked for more than a minute ago');
            if (workItemId === undefined && !isNamedByRoute(asked)) {
                const reason = 'no answer of Salesforce has named the work item of the conversation';
                if (elapsed >= deadline.failAfterMs) return giveUp(entry, reason);
                throw new Unplanned({ kind: 'notNow', reason, waitMs: LOOK_FOR_WORK_ITEM_MS });
            }
            if (asked.target.kind === 'bot')
                await endRouting(database, entry.seq, 'failed', {
                    reason: 'The bridge gives no conversation to a bot.'
                });
            return stepsFor(asked).map((step) => ({ step }));
        },

        async send({ body, entry, leaving, signal, whileHeld }): Promise<Sent> {
            if (signal.aborted) return { kind: 'notNow', reason: 'the worker ends', waitMs: 0 };
            const { step } = body as Part;
            const routing = await routingOf(database, entry.seq);
            const asked = routingIn(entry);
            const one: TimedStep = {
                asked,
                database,
                deadline,
                elapsedMs: elapsedMs(entry),
                leaving,
                routing,
                service,
                whileHeld
            };
            switch (step) {
                case 'route':
                    return route(one);
                case 'work':
                    return work(one, capacity);
                case 'answer':
                    return answer(one);
                case 'undoRoute':
                    return undoRoute(one);
                case 'undoWork':
                    return undoWork(one);
                case 'end':
                    return routing.ended === 'failed'
                        ? { kind: 'refused', reason: `the routing failed: ${routing.reason ?? ''}` }
                        : SENT;
            }
        },

        /** What may have been done is done once more, as long as there is time and Salesforce takes both for one. */
        async find({ body, entry, signal }): ReturnType<Sender['find']> {
            const { step } = body as Part;
            if (step !== 'route' && step !== 'work' && step !== 'answer') return 'repeat';
            const routing = await routingOf(database, entry.seq);
            const done = routing[step];
            if (done === 'done') return { remoteId: step };
            const isOver = routing.ended === 'cancelled' || elapsedMs(entry) >= timeFor(step, deadline);
            if (isOver) return { remoteId: `${step}, perhaps` };
            if (step !== 'route' || done === 'none') return 'repeat';
            // Two searches at once would be two reps: whatever came of the first one ends.
            const stopped = await service('cancelRoute', cancelRouteBody(routingIn(entry).conversationIdentifier), {
                signal
            });
            return stopped.kind === 'done' || stopped.kind === 'refused' ? 'repeat' : 'unreachable';
        },

        wakeWithinMs: (entry) => wakeWithinMs(elapsedMs(entry), deadline) ?? Infinity,
        undelivered: () => []
    };

    async function giveUp({ seq }: Entry, reason: string): Promise<never> {
        await endRouting(database, seq, 'failed', { reason });
        throw new Unplanned({ kind: 'refused', reason });
    }
}

const timeFor = (step: 'route' | 'work' | 'answer', { failAfterMs, overAfterMs }: Deadline): number =>
    step === 'answer' ? overAfterMs : failAfterMs;

/** The answer of POST /route names the work item. */
const isNamedByRoute = (asked: RequestedRouting): boolean => stepsFor(asked)[0] === 'route';

function stepsFor(asked: RequestedRouting): readonly StepName[] {
    if (isExternalContact(asked) || asked.target.kind === 'bot') return ['answer', 'end'];
    return asked.target.kind === 'rep'
        ? ['work', 'answer', 'undoWork', 'end']
        : ['route', 'work', 'answer', 'undoRoute', 'undoWork', 'end'];
}
