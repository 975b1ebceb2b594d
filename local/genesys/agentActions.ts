import type { Action } from './action.ts';
import { allow, allowTalking } from './allow.ts';
import type { CallFloor } from './callFloor.ts';
import { beginConsult, concludeConsult } from './consults.ts';
import type { AgentParticipant, Conversation } from './conversation.ts';
import { isLive } from './conversation.ts';
import { FLOWS } from './directory.ts';
import { hasVoice } from './medium.ts';
import type { Medium } from './medium.ts';
import type { Colleague, TransferTarget } from './transferTarget.ts';
import { findTransferTarget } from './transferTarget.ts';

export type CallAction = Exclude<Action, { kind: 'updateStatus' | 'subscribe' }>;

/** Somebody must be on the line for these. */
const NEED_VOICE: readonly CallAction['kind'][] = [
    'hold',
    'mute',
    'securePause',
    'secureSession',
    'consultTransfer',
    'concludeTransfer'
];

/**
 * Does what an agent asked for on one interaction. Throws Refusal, before anything changed, for what cannot be done.
 * Answers what the phone's log should add, where nothing else tells it.
 */
export function performAction(
    floor: CallFloor,
    colleagues: readonly Colleague[],
    conversation: Conversation,
    agent: AgentParticipant,
    action: CallAction
): string | undefined {
    allowMedium(conversation.medium, action.kind);
    switch (action.kind) {
        case 'addCustomAttributes':
            Object.assign(conversation.participantData, action.attributes);
            return undefined;
        case 'pickup':
            allow(agent.state === 'alerting', 'This interaction is not ringing here.');
            floor.connect(conversation, agent);
            return undefined;
        case 'disconnect':
            allow(isLive(agent), 'This interaction has ended.');
            floor.leave(conversation, agent);
            return undefined;
        case 'hold':
            allowTalking(agent);
            (agent.state === 'held' ? floor.retrieve : floor.hold)(conversation, agent);
            return undefined;
        case 'mute':
            allowTalking(agent);
            agent.muted = !agent.muted;
            return undefined;
        case 'securePause':
            allowTalking(agent);
            agent.securePause = !agent.securePause;
            return undefined;
        case 'secureSession':
            return runSecureFlow(floor, conversation, agent, action.flowId, action.disconnect);
        case 'blindTransfer': {
            allowTalking(agent);
            const target = findTransferTarget(action.target, action.targetType, colleagues, agent.userName);
            allowNewcomer(conversation, target);
            agent.leftBy = 'blind';
            floor.end(conversation, agent);
            passOn(floor, conversation, agent, target);
            return undefined;
        }
        case 'consultTransfer': {
            allowTalking(agent);
            allow(agent.consults === undefined, 'Another agent is already consulted on this call.');
            const target = findTransferTarget(action.target, action.targetType, colleagues, agent.userName);
            allowNewcomer(conversation, target);
            beginConsult(floor, conversation, agent, target);
            return undefined;
        }
        case 'concludeTransfer':
            concludeConsult(floor, conversation, agent);
            return undefined;
    }
}

/** The customer types into the flow what the agent may not hear. No message of the channel tells of it. */
function runSecureFlow(
    floor: CallFloor,
    conversation: Conversation,
    agent: AgentParticipant,
    flowId: string,
    disconnect: boolean
): string {
    allowTalking(agent);
    const flow = FLOWS.find(({ id }) => id === flowId);
    allow(flow !== undefined, 'The phone knows no flow with this id.');
    allow(flow.kind === 'secure', 'This flow is not a secure one.');
    if (disconnect) {
        floor.end(conversation, agent);
        if (!conversation.agents.some(isLive)) {
            conversation.farEnd = 'gone';
        }
        return "the secure flow has the customer, and the agent's part ended";
    }
    return 'the secure flow ran, and the call goes on';
}

function passOn(floor: CallFloor, conversation: Conversation, from: AgentParticipant, target: TransferTarget): void {
    if (target.kind === 'agent') {
        floor.offer(conversation, target.agent, 'transfer', from.queueName);
    } else if (target.kind === 'queue') {
        floor.offerToQueue(conversation, target.queue.name);
    } else if (!conversation.agents.some(isLive)) {
        conversation.farEnd = 'gone';
    }
}

function allowMedium(medium: Medium, kind: CallAction['kind']): void {
    allow(hasVoice(medium) || !NEED_VOICE.includes(kind), `Nobody is on the line in this ${medium}.`);
}

function allowNewcomer({ agents, medium }: Conversation, target: TransferTarget): void {
    const there = target.kind === 'agent' && agents.some((one) => one.userName === target.agent.name && isLive(one));
    allow(!there, 'That agent is on this call already.');
    const stays = target.kind === 'agent' || target.kind === 'queue';
    allow(stays || hasVoice(medium), `A ${medium} goes to users and queues only.`);
}
