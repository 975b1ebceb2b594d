import { allow } from './allow.ts';
import type { CallFloor } from './callFloor.ts';
import type { AgentParticipant, Conversation } from './conversation.ts';
import { isLive, isTalking } from './conversation.ts';
import type { TransferTarget } from './transferTarget.ts';

/** Rings whom the agent wants to ask, while the customer waits. */
export function beginConsult(
    floor: CallFloor,
    conversation: Conversation,
    from: AgentParticipant,
    target: TransferTarget
): void {
    switch (target.kind) {
        case 'outside':
            from.consults = { who: 'outside', answered: false };
            break;
        case 'flow':
            from.consults = { who: 'outside', answered: true };
            break;
        case 'agent':
            from.consults = colleague(floor.offer(conversation, target.agent, 'consult', from.queueName));
            break;
        case 'queue': {
            const asked = floor.offerToQueue(conversation, target.queue.name);
            conversation.waiting = asked ? conversation.waiting : undefined;
            allow(asked !== undefined, 'Nobody on this queue is free to be consulted.');
            from.consults = colleague(asked);
        }
    }
    if (from.state === 'connected') {
        floor.hold(conversation, from);
    }
}

/** The agent goes, the customer stays with whom the agent consulted. */
export function concludeConsult(floor: CallFloor, conversation: Conversation, agent: AgentParticipant): void {
    const { consults } = agent;
    allow(consults !== undefined, 'There is no consult transfer to conclude on this call.');
    if (consults.who === 'outside') {
        allow(consults.answered, 'The far end of the consult has not answered.');
    } else {
        const asked = conversation.agents.find(({ id }) => id === consults.participantId);
        allow(asked !== undefined && isTalking(asked), 'The other agent has not answered.');
    }
    agent.leftBy = 'consult';
    floor.leave(conversation, agent);
}

/**
 * The agent gives up asking and talks to the customer again. Done in the phone: no published action does it, and no
 * message of its own tells it.
 */
export function callConsultOff(floor: CallFloor, conversation: Conversation, agent: AgentParticipant): void {
    const { consults } = agent;
    allow(consults !== undefined, 'There is no consult transfer to call off on this call.');
    agent.consults = undefined;
    if (consults.who === 'colleague') {
        conversation.waiting = undefined;
        conversation.agents
            .filter((other) => other.id === consults.participantId && isLive(other))
            .forEach((other) => floor.end(conversation, other));
    }
    if (agent.state === 'held') {
        floor.retrieve(conversation, agent);
    }
}

/** Whom the agent asked outside picks up, or does not want to talk: then the agent still has the customer on hold. */
export function outsideAnswers(agent: AgentParticipant, answers: boolean): void {
    const { consults } = agent;
    allow(consults?.who === 'outside', 'Nobody outside is consulted on this call.');
    allow(!answers || !consults.answered, 'The far end of the consult has answered already.');
    agent.consults = answers ? { who: 'outside', answered: true } : undefined;
}

function colleague(asked: AgentParticipant): AgentParticipant['consults'] {
    return { who: 'colleague', participantId: asked.id };
}
