import type { Sent } from '../delivery/sender.ts';
import { changeWorkBody } from '../salesforce/bodies/agentWorkBody.ts';
import { removeParticipantBody } from '../salesforce/bodies/removeParticipantBody.ts';
import { cancelRouteBody } from '../salesforce/bodies/routeBody.ts';
import { sentOf } from '../telling/sentOf.ts';
import { setDone } from './routings.ts';
import { SENT } from './step.ts';
import type { Step } from './step.ts';

const WITHIN_MS = 20_000;

/** DELETE /route, where a routing that came to nothing has set off a search that may still go on. */
export async function undoRoute({ asked, database, leaving, routing, service }: Step): Promise<Sent> {
    const { ended, route, seq, work } = routing;
    // With the work the search was over.
    if (ended === undefined || route === 'none' || route === 'undone' || work === 'done') return SENT;
    const body = cancelRouteBody(asked.conversationIdentifier);
    const answer = await service('cancelRoute', body, { leaving, signal: AbortSignal.timeout(WITHIN_MS) });
    if (answer.kind === 'later' || answer.kind === 'unknown') return sentOf(answer);
    // Refused: nobody is looked for any more.
    await setDone(database, seq, 'route', 'undone');
    return SENT;
}

/** PATCH /agentWork, where a routing that came to nothing has given work to a rep who has not accepted it. */
export async function undoWork({ asked, database, leaving, routing, service }: Step): Promise<Sent> {
    const { agentWorkId, ended, isAccepted, seq, userId, work } = routing;
    if (ended === undefined || isAccepted || work === 'none' || work === 'undone') return SENT;
    const given = { leaving, signal: AbortSignal.timeout(WITHIN_MS) };
    if (agentWorkId !== undefined) {
        const answer = await service('changeWork', changeWorkBody(agentWorkId, 'Cancel'), given);
        if (answer.kind === 'later' || answer.kind === 'unknown') return sentOf(answer);
        // Refused: the work is over already.
        await setDone(database, seq, 'work', 'undone');
        return SENT;
    }
    if (userId === undefined) return SENT;
    // Nobody heard what the work is called. Should it come to light by a RoutingWorkResult, it is cancelled then.
    const rep = { appType: 'agent', subject: userId, role: 'Agent' } as const;
    const answer = await service('removeParticipant', removeParticipantBody(asked.conversationIdentifier, rep), given);
    if (answer.kind === 'later' || answer.kind === 'unknown') return sentOf(answer);
    if (answer.kind === 'done') await setDone(database, seq, 'work', 'undone');
    return SENT;
}
