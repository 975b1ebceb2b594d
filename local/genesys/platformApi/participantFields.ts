import type { Conversation, Participant } from './conversation.ts';
import { known } from './known.ts';
import { peerOf } from './participants.ts';

/** What the view of one medium and a notification both say of a participant, in the same words. */
export function participantFields(conversation: Conversation, participant: Participant): object {
    const { communication, purpose } = participant;
    return known({
        id: participant.id,
        name: participant.name,
        address: participant.address,
        startTime: participant.startTime,
        connectedTime: communication.connectedTime,
        endTime: participant.endTime,
        purpose,
        state: communication.state,
        direction: communication.direction,
        disconnectType: communication.disconnectType,
        held: communication.held,
        wrapupRequired: participant.wrapupRequired,
        wrapupSkipped: participant.wrapupSkipped,
        mediaRoles: purpose === 'agent' && participant.monitoredParticipantId ? ['monitor'] : ['full'],
        attributes: participant.attributes,
        provider: conversation.provider,
        wrapup: communication.wrapup,
        peer: peerOf(conversation, participant)?.communication.id,
        startAcwTime: participant.startAcwTime,
        endAcwTime: participant.endAcwTime,
        parkTime: communication.parkTime,
        resumeTime: communication.resumeTime
    });
}
