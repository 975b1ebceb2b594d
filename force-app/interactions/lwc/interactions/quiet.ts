import type { Interaction, InteractionType } from './types.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** After it started anew the phone tells at once what is going on. */
const TOLD_AGAIN_WITHIN = MINUTE;
/** Nobody lets a call ring so long. */
const QUIET_RINGING = 10 * MINUTE;
/** A conversation by voice; one in writing may rest for a day. */
const QUIET_VOICE = 2 * HOUR;
const QUIET_WRITING = 24 * HOUR;
const WRITING: readonly InteractionType[] = ['email', 'message', 'chat'];

/**
 * The time of the last news, ISO 8601, when an interaction that is not done has been without any for so long that it
 * may be over and the page missed the end; otherwise undefined. Says nothing about whether it is over.
 * @param at when now is, ISO 8601
 */
export function quietSince(interaction: Interaction, at: string): string | undefined {
    const { done, doubtedSince, lastSeenAt } = interaction;
    if (done) return undefined;
    const quiet = isAfter(at, lastSeenAt, mayBeQuietFor(interaction));
    const forgotten = doubtedSince !== undefined && isAfter(at, doubtedSince, TOLD_AGAIN_WITHIN);
    return quiet || forgotten ? lastSeenAt : undefined;
}

function mayBeQuietFor({ type, state }: Interaction): number {
    if (WRITING.includes(type)) return QUIET_WRITING;
    return state === 'alerting' || state === 'dialing' ? QUIET_RINGING : QUIET_VOICE;
}

/** False when one of them is no time. */
export function isAfter(at: string, since: string, milliseconds: number): boolean {
    return Date.parse(at) - Date.parse(since) > milliseconds;
}
