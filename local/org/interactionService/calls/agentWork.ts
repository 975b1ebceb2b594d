import { randomUUID } from 'node:crypto';
import { members, oneOf, text } from '../members.ts';
import type { Members } from '../members.ts';
import { mustRoute, ROUTING_TYPES, sameId, workItemOf } from '../org.ts';
import type { Answered, Asked, Org } from '../org.ts';
import { Refusal } from '../refusal.ts';
import { isActive } from '../state.ts';

/** POST /agentWork. */
export function startWork(org: Org, { body, channel }: Asked): Answered {
    mustRoute(channel);
    const given = members(body, ['userId', 'workItemId', 'capacityWeight', 'capacityPercentage', ...OPTIONAL]);
    const { conversation, session } = workItemOf(org, channel, given);
    const userId = text(given, 'userId', 15106);
    const rep = org.reps.find((one) => sameId(one.userId, userId));
    if (rep === undefined) throw new Refusal(15106);
    if (rep.hasPartnerMessaging === false) throw new Refusal(15105);
    const existPsr = session.pendingRouting !== undefined;
    const hasContext = given['routingContext'] !== undefined;
    const capacity = capacityOf(given);
    // With a pending routing of POST /route Salesforce knows both already.
    if (!existPsr && !capacity) throw new Refusal(10013);
    if (!existPsr && !hasContext) throw new Refusal(10089, 'routingContext');
    if (hasContext) {
        const context = members(given['routingContext'], [
            'conversationIdentifier',
            'routingType',
            'routingCorrelationId'
        ]);
        oneOf(context, 'routingType', ROUTING_TYPES);
        text(context, 'routingCorrelationId');
        if (text(context, 'conversationIdentifier', 10018) !== conversation.id) throw new Refusal(15107);
    }
    if (session.work.some((work) => sameId(work.userId, userId) && isActive(work))) throw new Refusal(15109);
    const agentWorkId = org.state.newRecordId('0Bz');
    session.work.push({ id: agentWorkId, userId, status: 'Assigned' });
    delete session.pendingRouting;
    return { status: 202, body: { id: randomUUID(), agentWorkId, agentWorkDetails: { existPsr }, success: true } };
}

const OPTIONAL = ['routingContext', 'agentActionVisibilities'];

function capacityOf(given: Members): boolean {
    const { capacityPercentage: percentage, capacityWeight: weight } = given;
    if (weight !== undefined && percentage !== undefined) throw new Refusal(10013);
    if (weight !== undefined && !(typeof weight === 'number' && weight >= 0)) throw new Refusal(10014);
    if (percentage !== undefined && !(typeof percentage === 'number' && percentage >= 0 && percentage <= 100))
        throw new Refusal(10015);
    return weight !== undefined || percentage !== undefined;
}

const STATUS_AFTER = { Accept: 'Opened', Close: 'Closed', Decline: 'Declined', Cancel: 'Canceled' } as const;
const STATUSES = Object.keys(STATUS_AFTER) as (keyof typeof STATUS_AFTER)[];

/** PATCH /agentWork. */
export function changeWork({ state }: Org, { body, channel }: Asked): Answered {
    mustRoute(channel);
    const given = members(body, ['workId', 'contextType', 'status']);
    const found = state.work(text(given, 'workId', 10082).slice(0, 15));
    if (found === undefined) throw new Refusal(10082);
    oneOf(given, 'contextType', ['Agent', 'Chatbot'], 10083);
    const status = oneOf(given, 'status', STATUSES, 10085);
    if (!isActive(found.work)) throw new Refusal(10082);
    found.work.status = STATUS_AFTER[status];
    if (status === 'Accept') found.session.status = 'Active';
    return { status: 202, body: { success: true } };
}
