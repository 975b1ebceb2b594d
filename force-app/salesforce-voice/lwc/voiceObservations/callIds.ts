import type { Gatherer } from './gatherer.ts';
import { LABELS } from './labels.ts';
import { counted, createTally, observation } from './observation.ts';

const WORDS = { title: LABELS.idTitle, tried: LABELS.idTried, toDo: LABELS.idToDo };
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** U6: whether the id of a call looks like that of a conversation of Genesys Cloud. */
export function callIds(): Gatherer {
    const { add, counts } = createTally('uuid', 'other');
    return {
        heard({ callId, type }): void {
            if (callId !== undefined && type === 'callconnected') add(UUID.test(callId) ? 'uuid' : 'other');
        },
        observation: () =>
            observation(
                'voiceCallId',
                WORDS,
                counted(counts),
                counts.other > 0
                    ? {
                          outcome: 'limited',
                          meaning: LABELS.idOther,
                          setting: LABELS.idOtherSet,
                          profile: { 'voice-call-id': 'other' }
                      }
                    : counts.uuid > 0
                      ? {
                            outcome: 'fact',
                            meaning: LABELS.idUuid,
                            setting: LABELS.idUuidSet,
                            profile: { 'voice-call-id': 'uuid' }
                        }
                      : undefined
            )
    };
}
