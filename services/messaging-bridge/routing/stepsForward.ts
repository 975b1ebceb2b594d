import type { Sent } from '../delivery/sender.ts';
import { Members } from '../outbound/members.ts';
import { agentWorkBody } from '../salesforce/bodies/agentWorkBody.ts';
import type { Capacity } from '../salesforce/bodies/agentWorkBody.ts';
import { routeBody } from '../salesforce/bodies/routeBody.ts';
import type { RouteTarget } from '../salesforce/bodies/routeBody.ts';
import { routingResultBody } from '../salesforce/bodies/routingResultBody.ts';
import { WORK_ACTIVE } from '../salesforce/interactionErrors.ts';
import { setWorkItem, workItemOf } from '../store/workItems.ts';
import type { RequestedRouting } from './requestedRouting.ts';
import { learn, setDone } from './routings.ts';
import type { Routing } from './routings.ts';
import { built, call, fail, isAnswered, OUT_OF_TIME, SENT } from './step.ts';
import type { TimedStep } from './step.ts';

/** POST /route: Salesforce looks for a rep. */
export async function route(step: TimedStep): Promise<Sent> {
    const { asked, deadline, elapsedMs, routing, whileHeld } = step;
    if (routing.ended !== undefined || routing.route === 'done') return SENT;
    if (elapsedMs >= deadline.failAfterMs) return fail(step, OUT_OF_TIME);
    const to = targetOf(asked);
    if (to === 'no queue') return fail(step, 'The flow names no queue for when it finds nobody.');
    const { conversationIdentifier: conversation, routingType } = asked;
    const body = await built(step, () => routeBody({ conversation, routingType, ...(to === undefined ? {} : { to }) }));
    if (body === undefined) return SENT;
    const answer = await call(step, 'route', 'route', body, deadline.failAfterMs - elapsedMs);
    if (!isAnswered(answer)) return answer;
    if (answer.kind === 'refused') return fail(step, `Nobody was looked for (${answer.reason}).`, answer.said);
    const told = new Members(answer.body, '', []);
    const workItemId = told.id('workItemId');
    const userId = told.object('contextParamMap').id('userId');
    const correlationId = told.id('routingCorrelationId');
    await whileHeld(async (statements) => {
        await learn(statements, routing.seq, {
            ...(workItemId === undefined ? {} : { workItemId }),
            ...(userId === undefined ? {} : { userId }),
            ...(correlationId === undefined ? {} : { correlationId })
        });
        await setDone(statements, routing.seq, 'route', 'done');
        if (workItemId !== undefined) await setWorkItem(statements, asked.conversation, workItemId);
    });
    return SENT;
}

/** Undefined: as the messaging channel is set up. */
function targetOf({ target }: RequestedRouting): RouteTarget | 'no queue' | undefined {
    if (target.kind === 'queue') return { queueId: target.queueId };
    if (target.kind !== 'flow') return undefined;
    const { flowId, queueId: fallbackQueueId } = target;
    return fallbackQueueId === undefined ? 'no queue' : { flowId, fallbackQueueId };
}

/** POST /agentWork: the rep who is named gets the work. */
export async function work(step: TimedStep, capacity: Capacity): Promise<Sent> {
    const { asked, database, deadline, elapsedMs, routing } = step;
    const { correlationId = asked.eventId, userId } = routing;
    if (routing.ended !== undefined || userId === undefined || routing.work === 'done') return SENT;
    if (elapsedMs >= deadline.failAfterMs) return fail(step, OUT_OF_TIME);
    const workItemId = await workItemFor(step);
    if (workItemId === undefined) return fail(step, NO_WORK_ITEM);
    if (correlationId === undefined) return fail(step, 'The request for a routing names no event.');
    const { conversationIdentifier: conversation, routingType } = asked;
    const routingCorrelationId = correlationId;
    const body = await built(step, () =>
        agentWorkBody({ userId, workItemId, capacity, conversation, routingType, routingCorrelationId })
    );
    if (body === undefined) return SENT;
    const answer = await call(step, 'work', 'startWork', body, deadline.failAfterMs - elapsedMs);
    if (!isAnswered(answer)) return answer;
    // The attempt before, of which nobody heard, has done it.
    const wasDone = answer.kind === 'refused' && answer.code === WORK_ACTIVE && routing.work === 'perhaps';
    if (answer.kind === 'refused' && !wasDone)
        return fail(step, `The rep cannot have the conversation (${answer.reason}).`, answer.said);
    const agentWorkId = answer.kind === 'done' ? new Members(answer.body, '', []).id('agentWorkId') : undefined;
    await database.transaction(async (statements) => {
        if (agentWorkId !== undefined) await learn(statements, routing.seq, { agentWorkId });
        await setDone(statements, routing.seq, 'work', 'done');
    });
    return SENT;
}

/** POST /routingResult: success or failure, as long as Salesforce listens. */
export async function answer(step: TimedStep): Promise<Sent> {
    const { asked, database, deadline, elapsedMs, routing } = step;
    if (routing.ended === 'cancelled' || routing.answer === 'done') return SENT;
    const hasFailed = routing.ended === 'failed';
    if (!hasFailed && (elapsedMs >= deadline.answerWithinMs || !isComplete(asked, routing))) {
        // Salesforce may have heard of success: then it stands. Otherwise Salesforce ends the routing, and that undoes it.
        if (routing.answer === 'perhaps') return SENT;
        await fail(step, OUT_OF_TIME);
        return answer({ ...step, routing: { ...routing, ended: 'failed', reason: OUT_OF_TIME } });
    }
    if (elapsedMs >= deadline.overAfterMs) return SENT;
    const workItemId = await workItemFor(step);
    if (workItemId === undefined) return fail(step, NO_WORK_ITEM);
    const { conversationIdentifier: conversation, routingType } = asked;
    const failure = hasFailed ? failureOf(routing) : {};
    const isExternal = isExternalContact(asked);
    const body = await built(step, () =>
        routingResultBody({ conversation, workItemId, routingType, isExternal, ...failure })
    );
    if (body === undefined) return SENT;
    const told = await call(step, 'answer', 'routingResult', body, deadline.overAfterMs - elapsedMs);
    if (!isAnswered(told)) return told;
    // What is refused the second time was taken the first time, whose answer nobody heard.
    const isTaken = told.kind === 'done' || routing.answer === 'perhaps';
    if (isTaken) await setDone(database, routing.seq, 'answer', 'done');
    else await fail(step, `Salesforce did not take the answer (${told.reason}).`);
    return SENT;
}

const NO_WORK_ITEM = 'No answer of Salesforce has named the work item of the conversation.';
const LONGEST_FAILURE = 1_000;

function failureOf({ reason = OUT_OF_TIME, said }: Routing): { readonly failure: string } {
    return { failure: (said === undefined ? reason : `${reason} ${said}`).slice(0, LONGEST_FAILURE).toWellFormed() };
}

/** Nobody of Salesforce's: in a conversation that has begun, no member that is documented names anybody. */
export const isExternalContact = ({ routingType, target }: RequestedRouting): boolean =>
    target.kind === 'none' && routingType !== 'Initial';

const isLookedFor = ({ routingType, target }: RequestedRouting): boolean =>
    target.kind === 'queue' || target.kind === 'flow' || (target.kind === 'none' && routingType === 'Initial');

/** All that success takes has been done. */
function isComplete(asked: RequestedRouting, { route: looked, userId, work: given }: Routing): boolean {
    return (looked === 'done' || !isLookedFor(asked)) && (given === 'done' || userId === undefined);
}

async function workItemFor({ asked, database, routing }: TimedStep): Promise<string | undefined> {
    return routing.workItemId ?? asked.workItemId ?? workItemOf(database, asked.conversation);
}
