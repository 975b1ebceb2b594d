import type { ParticipantValue, WireInteraction } from './clientMessage.ts';
import type { AgentParticipant, Conversation } from './conversation.ts';
import { needsWrapUp } from './conversation.ts';
import { flagsOf, hasVoice } from './medium.ts';

/**
 * Whether the client adds its own attributes (participant id, link) to the interaction. Both kinds of client are seen:
 * recorded calls carry none, other teams' code reads them.
 */
export type PackageAttributes = 'carried' | 'absent';

/** The interaction object as the client of this agent sees it now. */
export function describeInteraction(
    conversation: Conversation,
    agent: AgentParticipant,
    packageAttributes: PackageAttributes
): WireInteraction {
    const { caller } = conversation;
    const ended = agent.state === 'disconnected';
    const attributes = attributesOf(conversation, agent, packageAttributes);
    return {
        id: conversation.id,
        ...(agent.connectedAt === undefined ? {} : { connectedTime: iso(agent.connectedAt) }),
        ...(agent.endedAt === undefined ? {} : { endTime: iso(agent.endedAt) }),
        ...addressOf(conversation),
        name: caller.name,
        isConnected: agent.state === 'connected' || agent.state === 'held',
        isDisconnected: ended,
        isDone: ended && (agent.doneAt !== undefined || !needsWrapUp(agent)),
        state: agent.state.toUpperCase() as WireInteraction['state'],
        ...flagsOf(conversation.medium),
        remoteName: caller.name,
        ...(hasVoice(conversation.medium)
            ? { recordingState: recordingOf(agent), securePause: agent.securePause }
            : {}),
        ...(agent.queueName === undefined ? {} : { queueName: agent.queueName }),
        ...lineOf(conversation, agent),
        ...(agent.connectedAt === undefined || agent.endedAt === undefined
            ? {}
            : { interactionDurationSeconds: secondsBetween(agent.connectedAt, agent.endedAt) }),
        ...(conversation.ivrSeconds === undefined ? {} : { totalIvrDurationSeconds: conversation.ivrSeconds }),
        ...(agent.queueTimeKnown && agent.queueSeconds !== undefined
            ? { totalAcdDurationSeconds: agent.queueSeconds }
            : {}),
        ...(agent.wrapUpCode === undefined || agent.doneAt === undefined || agent.endedAt === undefined
            ? {}
            : {
                  disposition: agent.wrapUpCode,
                  dispositionDurationSeconds: secondsBetween(agent.endedAt, agent.doneAt)
              }),
        direction: conversation.direction,
        isInternal: false,
        ...(agent.timesKnown ? { startTime: iso(conversation.startedAt) } : {}),
        ...(attributes === undefined ? {} : { attributes })
    };
}

/** Where the customer is reached. Outbound calls carry the bare digits, inbound ones a `tel:` address (T13). */
function addressOf({ caller, direction }: Conversation): Pick<WireInteraction, 'phone' | 'displayAddress'> {
    const { number, email } = caller;
    if (number === undefined) {
        return email === undefined ? {} : { displayAddress: email };
    }
    return {
        phone: direction === 'Outbound' ? number.replace(/^\+/, '') : `tel:${number}`,
        displayAddress: number
    };
}

/** Who called whom, of a call; the vendor gives an outbound one the agent's name as caller. */
function lineOf(
    { caller, calledNumber, direction }: Conversation,
    agent: AgentParticipant
): Pick<WireInteraction, 'ani' | 'calledNumber'> {
    if (caller.number === undefined || calledNumber === undefined) {
        return {};
    }
    return { ani: direction === 'Outbound' ? agent.userLabel : caller.number, calledNumber };
}

function attributesOf(
    conversation: Conversation,
    agent: AgentParticipant,
    packageAttributes: PackageAttributes
): Record<string, ParticipantValue> | undefined {
    const attributes: Record<string, ParticipantValue> = {};
    if (packageAttributes === 'carried') {
        attributes['Interaction.Url'] =
            `https://apps.mypurecloud.com/directory/#/engage/admin/interactions/${conversation.id}`;
        attributes['Salesforce.ParticipantId'] = agent.id;
    }
    for (const [key, value] of Object.entries(conversation.participantData)) {
        attributes[`Participant.${key}`] = value;
    }
    return Object.keys(attributes).length === 0 ? undefined : attributes;
}

function recordingOf(agent: AgentParticipant): WireInteraction['recordingState'] {
    if (agent.state === 'disconnected' || agent.state === 'contacting' || agent.recordingDropped) {
        return 'none';
    }
    return agent.securePause ? 'paused' : 'active';
}

function secondsBetween(from: number, to: number): number {
    return Math.round((to - from) / 1000);
}

function iso(at: number): string {
    return new Date(at).toISOString();
}
