import { NOT_ON_NATIVE } from './toolkitEvent.ts';
import type { EventName, Happened, ToolkitEvent } from './toolkitEvent.ts';
import type { OddShape, VoiceSettings } from './voiceSettings.ts';

/** What happened, as the toolkit tells it under these switches. */
export function asTold(
    happened: readonly Happened[],
    { doubles, odd, telephony }: Pick<VoiceSettings, 'doubles' | 'odd' | 'telephony'>
): readonly ToolkitEvent[] {
    const is = (shape: OddShape): boolean => odd.includes(shape);
    return happened
        .filter(({ type }) => telephony !== 'native' || !NOT_ON_NATIVE.includes(type))
        .filter(({ type }) => type !== 'callended' || !is('endNotTold'))
        .flatMap((one) => (is('ownCallIds') ? withOwnCallIds(one) : [one]))
        .flatMap((one) => (is('nestedStats') ? [one] : flatStats(one)))
        .map(({ type, detail }) => ({ type, detail: shaped(type, detail, is) }))
        .flatMap((event) => (doubles && event.type !== 'audiostats' ? [event, event] : [event]));
}

const MAY_LACK_PARTICIPANT: readonly EventName[] = ['hold', 'resume', 'participantremoved'];
const MAY_LACK_CALL_ID: readonly EventName[] = ['participantremoved', 'audiostats', 'wrapupended'];

function shaped(
    type: EventName,
    { callId, callType, participant, ...more }: ToolkitEvent['detail'],
    is: (shape: OddShape) => boolean
): ToolkitEvent['detail'] {
    return {
        ...(callId === undefined || (is('missingCallId') && MAY_LACK_CALL_ID.includes(type)) ? {} : { callId }),
        ...(callType === undefined ? {} : { callType: is('mixedCase') ? inMixedCase(String(callType)) : callType }),
        ...(participant === undefined || (is('missingParticipant') && MAY_LACK_PARTICIPANT.includes(type))
            ? {}
            : { participant }),
        ...more,
        ...(is('unknownKeys') ? { isReplayedCall: false, phoneSystem: { region: 'here' } } : {})
    };
}

/** As connectors spell it, and louder. */
function inMixedCase(callType: string): string {
    return callType === 'outbound' ? 'OUTBOUND' : callType.charAt(0).toUpperCase() + callType.slice(1);
}

/** Those who come, go or are hung up on have call ids of their own. */
function withOwnCallIds({ detail, legs = [], type }: Happened): Happened[] {
    const each = legs.map((callId) => ({ type, detail: { ...detail, callId } }));
    return type === 'callended' || each.length === 0 ? [...each, { type, detail }] : each;
}

/** Documented flat, one direction at a time. */
function flatStats({ detail, type }: Happened): Happened[] {
    if (type !== 'audiostats') return [{ type, detail }];
    const { callId, stats } = detail as { callId: unknown; stats: readonly Readonly<Record<string, object>>[] };
    return stats.flatMap((both) =>
        Object.entries(both).map(([direction, figures]) => ({ type, detail: { callId, stats: direction, ...figures } }))
    );
}
