import type { ParticipantValue, WireInteraction } from './clientMessage.ts';
import type { AgentParticipant, Conversation } from './conversation.ts';
import { needsWrapUp } from './conversation.ts';

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
    const outbound = conversation.direction === 'Outbound';
    const ended = agent.state === 'disconnected';
    const attributes = attributesOf(conversation, agent, packageAttributes);
    return {
        id: conversation.id,
        ...(agent.connectedAt === undefined ? {} : { connectedTime: iso(agent.connectedAt) }),
        ...(agent.endedAt === undefined ? {} : { endTime: iso(agent.endedAt) }),
        // Outbound calls carry the bare digits, inbound ones a tel: address.
        phone: outbound ? caller.number.replace(/^\+/, '') : `tel:${caller.number}`,
        name: caller.name,
        isConnected: agent.state === 'connected' || agent.state === 'held',
        isDisconnected: ended,
        isDone: ended && (agent.doneAt !== undefined || !needsWrapUp(agent)),
        state: agent.state.toUpperCase() as WireInteraction['state'],
        isCallback: false,
        isDialer: false,
        isChat: false,
        isEmail: false,
        isMessage: false,
        isVoicemail: false,
        remoteName: caller.name,
        recordingState: recordingOf(agent),
        securePause: agent.securePause,
        displayAddress: caller.number,
        ...(agent.queueName === undefined ? {} : { queueName: agent.queueName }),
        ani: outbound ? agent.userLabel : caller.number,
        calledNumber: conversation.calledNumber,
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
