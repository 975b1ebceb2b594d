import type { LocalOrg } from '../org/org.ts';
import type { VoiceCall } from './voiceCall.ts';
import type { VoiceSettings } from './voiceSettings.ts';

/** The agency's own number: who calls it, or is called from it. */
const OWN_NUMBER = '+61255501234';

export interface CallRecords {
    /** The calls as they are now, each with the id of its record where it has one. */
    keep(userName: string, calls: readonly VoiceCall[], settings: VoiceSettings): readonly VoiceCall[];
    reset(): void;
}

interface Kept {
    readonly userName: string;
    readonly call: VoiceCall;
    readonly startedAt: Date;
    readonly acceptedAt?: Date;
    readonly recordId?: string;
    readonly ended?: boolean;
}

/** Keeps a record VoiceCall of each call, as Salesforce does: made when it begins, and told of its end. */
export function createCallRecords(org: Pick<LocalOrg, 'saveAs'>, now: () => Date): CallRecords {
    const kept = new Map<string, Kept>();

    function save({ recordId, userName }: Kept, fields: Readonly<Record<string, unknown>>): string {
        return org.saveAs(userName, 'VoiceCall', { ...fields }, recordId, 'telephony');
    }

    function begun(one: Kept): Kept {
        const { callId, callType, participant } = one.call;
        const isOutbound = callType === 'outbound';
        const recordId = save(one, {
            VendorCallKey: callId,
            CallType: isOutbound ? 'Outbound' : 'Inbound',
            CallDisposition: 'new',
            FromPhoneNumber: isOutbound ? OWN_NUMBER : participant,
            ToPhoneNumber: isOutbound ? participant : OWN_NUMBER,
            CallStartDateTime: one.startedAt.toISOString()
        });
        return { ...one, recordId };
    }

    function accepted(one: Kept): Kept {
        const acceptedAt = now();
        if (one.recordId !== undefined) save(one, acceptedFields(acceptedAt));
        return { ...one, acceptedAt };
    }

    function ended(one: Kept): Kept {
        const { acceptedAt, startedAt } = one;
        const at = now();
        const seconds = Math.round((at.getTime() - (acceptedAt ?? startedAt).getTime()) / 1000);
        save(one, {
            ...(acceptedAt === undefined ? {} : acceptedFields(acceptedAt)),
            CallDisposition: 'completed',
            CallEndDateTime: at.toISOString(),
            ...(acceptedAt === undefined ? {} : { CallDurationInSeconds: seconds })
        });
        return { ...one, ended: true };
    }

    function next(one: Kept, isOver: boolean, { records }: VoiceSettings): Kept {
        const isMade = one.recordId !== undefined;
        const isDue = records === 'atStart' || (records === 'atEnd' && isOver);
        const made = !isMade && isDue ? begun(one) : one;
        const taken = made.acceptedAt === undefined && made.call.state === 'connected' ? accepted(made) : made;
        return isOver && taken.recordId !== undefined && taken.ended !== true ? ended(taken) : taken;
    }

    return {
        keep(userName, calls, settings): readonly VoiceCall[] {
            for (const call of calls) {
                const before = kept.get(call.callId) ?? { userName, call, startedAt: now() };
                kept.set(call.callId, next({ ...before, call }, call.state === 'wrapUp', settings));
            }
            for (const [callId, one] of kept) {
                if (one.userName === userName && !calls.some((call) => call.callId === callId)) {
                    next(one, true, settings);
                    kept.delete(callId);
                }
            }
            return calls.map((call) => ({ ...call, voiceCallId: kept.get(call.callId)?.recordId ?? call.voiceCallId }));
        },
        reset: () => kept.clear()
    };
}

function acceptedFields(at: Date): Readonly<Record<string, unknown>> {
    return { CallDisposition: 'in-progress', CallAcceptDateTime: at.toISOString() };
}
