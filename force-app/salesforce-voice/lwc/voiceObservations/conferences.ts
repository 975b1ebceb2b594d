import type { Gatherer } from './gatherer.ts';
import { createKnownCalls } from './knownCalls.ts';
import { LABELS } from './labels.ts';
import { counted, createTally, observation } from './observation.ts';

const WORDS = { title: LABELS.conferenceTitle, tried: LABELS.conferenceTried, toDo: LABELS.conferenceToDo };

/** U4: what comes first after a conference: that somebody left, or the end of the call. */
export function conferences(): Gatherer {
    const { add, counts } = createTally('removed', 'ended');
    const open = createKnownCalls<true>();
    /** Who is removed may be told without the call (V4). */
    let last: string | undefined;
    return {
        heard({ callId, type }): void {
            if (type === 'conference' && callId !== undefined) {
                open.set(callId, true);
                last = callId;
            } else if (type === 'participantremoved' || type === 'callended') {
                const id = type === 'callended' ? callId : last;
                if (id === undefined || !open.has(id)) return;
                open.delete(id);
                add(type === 'callended' ? 'ended' : 'removed');
            }
        },
        observation: () =>
            observation(
                'voiceConference',
                WORDS,
                counted(counts),
                counts.removed > 0
                    ? {
                          outcome: 'works',
                          meaning: LABELS.conferenceRemoved,
                          profile: { 'voice-caller-leaves': 'removed' }
                      }
                    : counts.ended > 0
                      ? {
                            outcome: 'limited',
                            meaning: LABELS.conferenceEnded,
                            setting: LABELS.tellUs,
                            profile: { 'voice-caller-leaves': 'ended' }
                        }
                      : undefined
            )
    };
}
