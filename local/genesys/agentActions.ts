import type { Action } from './action.ts';
import { Refusal } from './action.ts';
import type { CallFloor } from './callFloor.ts';
import type { AgentParticipant, Conversation } from './conversation.ts';
import { isLive, isTalking } from './conversation.ts';
import type { Colleague, TransferTarget } from './transferTarget.ts';
import { findTransferTarget } from './transferTarget.ts';

export type CallAction = Exclude<Action, { kind: 'updateStatus' | 'subscribe' }>;

/** Does what an agent asked for on one call. Throws Refusal, before anything changed, for what cannot be done. */
export function performAction(
    floor: CallFloor,
    colleagues: readonly Colleague[],
    conversation: Conversation,
    agent: AgentParticipant,
    action: CallAction
): void {
    switch (action.kind) {
        case 'addCustomAttributes':
            Object.assign(conversation.participantData, action.attributes);
            return;
        case 'pickup':
            allow(agent.state === 'alerting', 'This call is not ringing here.');
            floor.connect(conversation, agent);
            return;
        case 'disconnect':
            allow(isLive(agent), 'This call has ended.');
            floor.leave(conversation, agent);
            return;
        case 'hold':
            allowTalking(agent);
            (agent.state === 'held' ? floor.retrieve : floor.hold)(conversation, agent);
            return;
        case 'mute':
            allowTalking(agent);
            agent.muted = !agent.muted;
            return;
        case 'securePause':
            allowTalking(agent);
            agent.securePause = !agent.securePause;
            return;
        case 'secureSession':
            allowTalking(agent);
            if (action.disconnect) {
                floor.leave(conversation, agent);
            }
            return;
        case 'blindTransfer': {
            allowTalking(agent);
            const target = findTransferTarget(action.target, action.targetType, colleagues, agent.userName);
            allowNewcomer(conversation, target);
            agent.leftBy = 'blind';
            floor.end(conversation, agent);
            passOn(floor, conversation, agent, target);
            return;
        }
        case 'consultTransfer': {
            allowTalking(agent);
            allow(agent.consults === undefined, 'Another agent is already consulted on this call.');
            const target = findTransferTarget(action.target, action.targetType, colleagues, agent.userName);
            allowNewcomer(conversation, target);
            consult(floor, conversation, agent, target);
            return;
        }
        case 'concludeTransfer':
            concludeTransfer(floor, conversation, agent);
    }
}

const OUTSIDE = 'outside';

function passOn(floor: CallFloor, conversation: Conversation, from: AgentParticipant, target: TransferTarget): void {
    if (target.kind === 'agent') {
        floor.offer(conversation, target.agent, 'transfer', from.queueName);
    } else if (target.kind === 'queue') {
        floor.offerToQueue(conversation, target.queue.name);
    } else if (!conversation.agents.some(isLive)) {
        conversation.farEnd = 'gone';
    }
}

function consult(floor: CallFloor, conversation: Conversation, from: AgentParticipant, target: TransferTarget): void {
    if (target.kind === 'outside') {
        from.consults = OUTSIDE;
    } else if (target.kind === 'agent') {
        from.consults = floor.offer(conversation, target.agent, 'consult', from.queueName).id;
    } else {
        const asked = floor.offerToQueue(conversation, target.queue.name);
        if (!asked) {
            conversation.waiting = undefined;
            throw new Refusal('Nobody on this queue is free to be consulted.');
        }
        from.consults = asked.id;
    }
    if (from.state === 'connected') {
        floor.hold(conversation, from);
    }
}

function concludeTransfer(floor: CallFloor, conversation: Conversation, agent: AgentParticipant): void {
    allow(agent.consults !== undefined, 'There is no consult transfer to conclude on this call.');
    const consulted = conversation.agents.find(({ id }) => id === agent.consults);
    allow(
        agent.consults === OUTSIDE || (consulted !== undefined && isTalking(consulted)),
        'The other agent has not answered.'
    );
    agent.leftBy = 'consult';
    floor.leave(conversation, agent);
}

function allowNewcomer({ agents }: Conversation, target: TransferTarget): void {
    const there = target.kind === 'agent' && agents.some((one) => one.userName === target.agent.name && isLive(one));
    allow(!there, 'That agent is on this call already.');
}

function allowTalking(agent: AgentParticipant): void {
    allow(isTalking(agent), 'This call is not connected here.');
}

function allow(condition: boolean, reason: string): void {
    if (!condition) {
        throw new Refusal(reason);
    }
}
