import { REPEATABLE } from '../delivery/sender.ts';
import type { Sender, Sent } from '../delivery/sender.ts';
import type { InteractionService } from '../salesforce/interactionService.ts';
import type { Database } from '../store/database.ts';
import { endedIn } from './requestedRouting.ts';
import { endRouting, routingBefore, routingOf } from './routings.ts';
import { undoRoute, undoWork } from './stepsBack.ts';

interface Part {
    readonly step: 'undoRoute' | 'undoWork';
    /** Of the routing that Salesforce ended. */
    readonly of: number;
}

/**
 * Salesforce ended a routing: it took too long, or somebody cancelled it. The event names no request, so it means the
 * last one of its kind in the conversation. What was done for it is undone; a rep who has accepted keeps the work.
 */
export function createRoutingEndedSender({
    database,
    service
}: {
    readonly database: Database;
    readonly service: InteractionService;
}): Sender {
    return {
        async plan(entry): Promise<readonly Part[]> {
            const routing = await routingBefore(database, entry, endedIn(entry).routingType);
            if (routing === undefined || routing.isAccepted) return [];
            await endRouting(database, routing.seq, 'cancelled');
            return [
                { step: 'undoRoute', of: routing.seq },
                { step: 'undoWork', of: routing.seq }
            ];
        },
        async send({ body, entry, leaving }): Promise<Sent> {
            const { of, step } = body as Part;
            const routing = await routingOf(database, of);
            const one = { asked: endedIn(entry), database, leaving, routing, service };
            return step === 'undoRoute' ? undoRoute(one) : undoWork(one);
        },
        ...REPEATABLE
    };
}
