import { randomUUID } from 'node:crypto';
import { flag, members, oneOf, text, textOrNone } from '../members.ts';
import type { Members } from '../members.ts';
import { conversationOf, mustRoute, ROUTING_TYPES, sameId, workItemOf } from '../org.ts';
import type { Answered, Asked, Org } from '../org.ts';
import { Refusal } from '../refusal.ts';

/** POST /routingResult. */
export function routingResult(org: Org, { body, channel }: Asked): Answered {
    mustRoute(channel);
    const given = members(body, [
        'workItemId',
        'conversationIdentifier',
        'success',
        'externallyRouted',
        'routingType',
        'errorMessage'
    ]);
    const { conversation } = workItemOf(org, channel, given);
    if (conversationOf(org, channel, given) !== conversation) throw new Refusal(15107);
    if (given['routingType'] !== undefined) oneOf(given, 'routingType', ROUTING_TYPES);
    flag(given, 'externallyRouted');
    const isSuccess = flag(given, 'success');
    const hasMessage = given['errorMessage'] !== undefined && given['errorMessage'] !== null;
    if (isSuccess && hasMessage) throw new Refusal(10033);
    if (!isSuccess) text(given, 'errorMessage', 10034);
    return { status: 202, body: { success: true } };
}

/** POST /route. */
export function route(org: Org, { body, channel }: Asked): Answered {
    mustRoute(channel);
    const given = members(body, ['conversationIdentifier', 'routingType', 'routingInfo']);
    const conversation = conversationOf(org, channel, given);
    oneOf(given, 'routingType', ROUTING_TYPES);
    const found = given['routingInfo'] === undefined ? {} : targetOf(org, given['routingInfo']);
    const session = conversation.sessions.findLast(({ status }) => status !== 'Ended');
    if (session === undefined) throw new Refusal(10018);
    if ('reasonForNotRouting' in found)
        return { status: 202, body: { success: false, workItemId: session.workItemId, ...found } };
    session.pendingRouting = org.state.newRecordId('0JR');
    return {
        status: 202,
        body: {
            success: true,
            routingCorrelationId: randomUUID(),
            psrId: session.pendingRouting,
            workItemId: session.workItemId,
            contextParamMap: found
        }
    };
}

function targetOf({ flows, queues }: Org, routingInfo: unknown) {
    const given = members(routingInfo, ['queueId', 'flow', 'routingAttributes']);
    attributesOf(given);
    const queueId = textOrNone(given, 'queueId', 10032);
    const isQueue = (id: string): boolean => queues.some((queue) => sameId(queue, id));
    if ((queueId === undefined) === (given['flow'] === undefined)) throw new Refusal(10030);
    if (queueId !== undefined) {
        if (!isQueue(queueId)) throw new Refusal(10032);
        return { queueId };
    }
    const flow = members(given['flow'], ['flowId', 'queueId'], 10024);
    const fallback = text(flow, 'queueId', 10024);
    const flowId = text(flow, 'flowId', 10024);
    if (!isQueue(fallback)) throw new Refusal(10032);
    // A flow that is not there falls back to the queue.
    return flows[flowId] ?? { queueId: fallback };
}

function attributesOf({ routingAttributes }: Members): void {
    if (routingAttributes === undefined) return;
    if (typeof routingAttributes !== 'object' || routingAttributes === null) throw new Refusal(10089);
    if (Object.values(routingAttributes).some((value) => typeof value !== 'string'))
        throw new Refusal(10089, 'routingAttributes');
}

/** DELETE /route. */
export function cancelRoute(org: Org, { body, channel }: Asked): Answered {
    mustRoute(channel);
    const given = members(body, ['conversationIdentifier', 'cancelReason']);
    if (given['cancelReason'] !== undefined)
        oneOf(given, 'cancelReason', ['Unknown', 'Unavailable', 'Decline', 'Cancel']);
    const { sessions } = conversationOf(org, channel, given);
    const session = sessions.find(({ pendingRouting }) => pendingRouting !== undefined);
    if (session !== undefined) delete session.pendingRouting;
    return { status: 202, body: { success: session !== undefined } };
}
