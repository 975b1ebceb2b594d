import type { CallDetails, SideMessage } from 'c/agentDesk';
import type { AudioStats, ChannelStats } from 'c/voiceToolkitEvents';
import { lineQuality } from './lineQuality.ts';
import type { VoiceCall } from './voiceCall.ts';

/** So many calls, and so many messages of each, are remembered; in memory only. */
const KEPT_CALLS = 20;
const KEPT_MESSAGES = 200;

/** What is shown beside a call and goes to no Task. */
export interface KeptDetails {
    of(id: string): CallDetails | undefined;
    /** True when that is news. */
    call(call: VoiceCall): boolean;
    message(callId: string, message: SideMessage): boolean;
    line(stats: AudioStats): boolean;
    /** By id, oldest first: what `createCallDetails` takes. */
    kept(): ReadonlyMap<string, KeptOfCall>;
}

export interface KeptOfCall {
    readonly call?: VoiceCall;
    readonly messages: readonly SideMessage[];
    /** The last report of each direction: most are of one alone. */
    readonly input?: ChannelStats;
    readonly output?: ChannelStats;
}

/** @param before what an earlier panel on this page kept */
export function createCallDetails(before: ReadonlyMap<string, KeptOfCall> = new Map()): KeptDetails {
    const kept = new Map(before);
    const shown = new Map([...before].map(([id, one]) => [id, describe(one)]));

    function change(id: string, told: Partial<KeptOfCall>): boolean {
        const now = { messages: [], ...kept.get(id), ...told };
        kept.delete(id);
        kept.set(id, now);
        for (const oldest of [...kept.keys()].slice(0, -KEPT_CALLS)) {
            kept.delete(oldest);
            shown.delete(oldest);
        }
        const before = shown.get(id);
        const after = describe(now);
        if (JSON.stringify(before) === JSON.stringify(after)) return false;
        shown.set(id, after);
        return true;
    }

    return {
        of: (id) => shown.get(id),
        call: (call) => change(call.id, { call }),
        message(callId, message): boolean {
            const { messages = [] } = kept.get(callId) ?? {};
            return messages.some(({ id }) => id === message.id)
                ? false
                : change(callId, { messages: [...messages, message].slice(-KEPT_MESSAGES) });
        },
        line({ callId, input, output }): boolean {
            if (!kept.has(callId)) return false;
            return change(callId, {
                ...(input === undefined ? {} : { input }),
                ...(output === undefined ? {} : { output })
            });
        },
        kept: () => kept
    };
}

function describe({ call, input, messages, output }: KeptOfCall): CallDetails {
    const { muted, own, ownHeld, parties = [], recordingPaused } = call ?? {};
    const customer = own === undefined ? [] : [{ name: own, ...(ownHeld === undefined ? {} : { held: ownHeld }) }];
    const line = lineQuality(input, output);
    const flag = [...messages].reverse().find(({ kind }) => kind !== 'note');
    return {
        participants: [...customer, ...parties],
        ...(muted === undefined ? {} : { muted }),
        ...(recordingPaused === undefined ? {} : { recordingPaused }),
        ...(flag === undefined ? {} : { flagRaised: flag.kind === 'flagRaised' }),
        messages,
        ...(line === undefined ? {} : { line })
    };
}
