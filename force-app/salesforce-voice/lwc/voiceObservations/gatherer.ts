import type { PhoneObservation } from 'c/phoneOnPage';
import type { ToolkitWatch } from 'c/voiceToolkit';
import type { TelephonyEventName, VoiceEvent } from 'c/voiceToolkitEvents';

/** One event as it came to one element. */
export interface Heard {
    readonly type: TelephonyEventName;
    readonly event: object;
    readonly detail: unknown;
    /** Undefined where the event names no call. */
    readonly callId: string | undefined;
    /** Undefined where it was not understood. */
    readonly told: VoiceEvent | undefined;
    readonly element: object;
}

/** Watches for the answer to one question. What it keeps does not grow with the calls, and no value leaves it. */
export interface Gatherer extends Partial<Omit<ToolkitWatch, 'heard'>> {
    heard?(heard: Heard): void;
    observation(): PhoneObservation;
}

/** The words of a question. */
export interface QuestionWords {
    readonly title: string;
    readonly tried: string;
    /** What the agent does on the phone so that the org answers. */
    readonly toDo: string;
}

export type Answer = Pick<PhoneObservation, 'outcome' | 'meaning' | 'setting' | 'profile'>;
