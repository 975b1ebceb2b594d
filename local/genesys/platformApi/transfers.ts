import { flag, text, textOf, word } from './bodyShape.ts';
import type { Body, Shape } from './bodyShape.ts';
import type { Centre } from './centre.ts';
import { isAgent } from './conversation.ts';
import type { Conversation, Participant } from './conversation.ts';
import { known } from './known.ts';
import { conversationOf, participantOf } from './lookUp.ts';
import { end, enterQueue, joinAsAgent } from './participants.ts';
import { accepted } from './routes.ts';
import type { Call, Route } from './routes.ts';
import { queueNamed, userNamed } from './targets.ts';
import { badRequest, invalidValue, missingField } from './vendorError.ts';

/** TransferRequest */
const TRANSFER: Shape = {
    transferType: word('Attended', 'Unattended'),
    userId: text,
    userName: text,
    queueId: text,
    address: text,
    voicemail: flag,
    keepInternalMessageAlive: flag
};

/** An agent hands over to a colleague or a queue. */
export function transferRoute(centre: Centre, medium: 'email' | 'message'): Route {
    return {
        method: 'POST',
        path: `/${medium}s/{conversationId}/participants/{participantId}/replace`,
        needs: { any: ['conversation:communication:blindTransfer'] },
        body: TRANSFER,
        run(call) {
            const conversation = conversationOf(centre, call, medium);
            replace(centre, conversation, participantOf(call, conversation), call);
            return accepted;
        }
    };
}

function replace(centre: Centre, conversation: Conversation, participant: Participant, { body, caller }: Call): void {
    const { communication } = participant;
    if (!isAgent(participant) || communication.state !== 'connected')
        throw badRequest('Only an agent who is connected can be replaced.');
    if (body['voicemail'] === true) throw invalidValue('voicemail', '{fieldName} is for calls.');
    const target = transferTarget(body);
    const attended = textOf(body, 'transferType')?.toLowerCase() === 'attended';
    const direction = communication.direction;
    conversation.transfers.push({
        id: centre.newId(),
        state: attended ? 'Pending' : 'Complete',
        dateIssued: centre.time(),
        initiator: known({ userId: caller.userId }),
        destination: target.userId === undefined ? { address: target.queueId } : { userId: target.userId },
        transferType: attended ? 'Attended' : 'Unattended'
    });
    conversation.transfers.splice(0, conversation.transfers.length - 20);
    if (!attended) end(centre, participant, 'transfer');
    if (target.userId === undefined) {
        enterQueue(centre, conversation, target.queueId, direction);
    } else {
        const { userId } = target;
        const more = known({
            queueId: participant.queueId,
            replacesParticipantId: attended ? participant.id : undefined
        });
        joinAsAgent(centre, conversation, { userId, direction, state: 'alerting', ...more });
    }
}

type Target =
    { readonly userId: string; readonly queueId?: never } | { readonly queueId: string; readonly userId?: never };

/** Exactly one. `address` is the id of either. */
function transferTarget(body: Body): Target {
    const given = ['userId', 'userName', 'queueId', 'address'].filter((name) => textOf(body, name) !== undefined);
    const [name] = given;
    if (name === undefined) throw missingField('userId');
    if (given.length > 1) throw badRequest(`One of ${given.join(', ')} can be given, not more.`);
    const value = textOf(body, name) ?? '';
    if (name === 'queueId') return { queueId: queueNamed(value).id };
    if (name !== 'address') return { userId: userNamed(value).id };
    try {
        return { userId: userNamed(value).id };
    } catch {
        return { queueId: queueNamed(value).id };
    }
}
