import { list, members, oneOf, text } from '../members.ts';
import { channelAddressOf, conversationOf, mustRoute, sameId } from '../org.ts';
import type { Answered, Asked, Org } from '../org.ts';
import { Refusal } from '../refusal.ts';
import { isActive } from '../state.ts';

/** POST /messagingSession. What is not there is told by errorReason, in an answer of 200. */
export function messagingSession(org: Org, { body, channel }: Asked): Answered {
    mustRoute(channel);
    const given = members(body, [
        'channelAddressIdentifier',
        'endUserClientId',
        'conversationIdentifier',
        'operation',
        'operationBy',
        'sessionId'
    ]);
    const address = channelAddressOf(org, channel, given, 'channelAddressIdentifier', 10089);
    const operation = oneOf(given, 'operation', ['End', 'Inactivate']);
    if (given['operationBy'] !== undefined) oneOf(given, 'operationBy', ['EndUser', 'System']);
    const customer = text(given, 'endUserClientId', 10020, 240);
    const conversation = conversationOf(org, channel, given);
    if (conversation.channelAddress !== address || conversation.customer !== customer) throw new Refusal(10020);
    const named = operation === 'Inactivate' || given['sessionId'] !== undefined ? text(given, 'sessionId', 10071) : '';
    const session = conversation.sessions.findLast(
        ({ status, workItemId }) => status !== 'Ended' && (named === '' || sameId(workItemId, named))
    );
    if (session === undefined)
        return { status: 200, body: { success: false, errorReason: 'No open messaging session was found.' } };
    if (operation === 'End') for (const work of session.work.filter(isActive)) work.status = 'Closed';
    delete session.pendingRouting;
    session.status = operation === 'End' ? 'Ended' : 'Inactive';
    return { status: 200, body: { success: true } };
}

/** POST /participant. */
export function removeParticipant(org: Org, { body, channel }: Asked): Answered {
    const given = members(body, ['conversationIdentifier', 'operation', 'participants']);
    const { customer, sessions } = conversationOf(org, channel, given);
    oneOf(given, 'operation', ['Remove'], 10097);
    const person = members(list(given, 'participants', 1, 1)[0], ['appType', 'subject', 'role']);
    const appType = oneOf(person, 'appType', ['custom', 'agent', 'chatbot'], 10037);
    oneOf(person, 'role', ['EndUser', 'Agent', 'Chatbot'], 10038);
    const subject = text(person, 'subject', 10036);
    const works = sessions.flatMap(({ work }) => work).filter((work) => isActive(work) && sameId(work.userId, subject));
    if (appType === 'agent' ? works.length === 0 : subject !== customer) throw new Refusal(10036);
    for (const work of works) work.status = 'Closed';
    return { status: 200, body: { success: true } };
}
