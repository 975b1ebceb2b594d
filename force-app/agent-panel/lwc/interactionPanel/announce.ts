import type { DeskInteraction } from 'c/agentDesk';
import { callerName } from 'c/callerName';
import type { Interaction, InteractionType } from 'c/interactions';
import { fill } from 'c/labelText';
import type { SayDetails } from './announceDetails.ts';
import { LABELS } from './labels.ts';

const STATES: Readonly<Record<Interaction['state'], string>> = {
    alerting: LABELS.saidRinging,
    dialing: LABELS.saidDialing,
    connected: LABELS.saidConnected,
    held: LABELS.saidHeld,
    disconnected: LABELS.saidEnded
};

/** Only in a call somebody calls: a callback waits for the agent to call, and a chat does not ring. */
const OFFERED: Readonly<Partial<Record<InteractionType, string>>> = {
    callback: LABELS.saidCallback,
    chat: LABELS.saidChat,
    email: LABELS.saidEmail,
    message: LABELS.saidMessage,
    voicemail: LABELS.saidVoicemail
};

function sayState(before: DeskInteraction | undefined, { interaction }: DeskInteraction): string | undefined {
    const { segment, state, type } = interaction;
    if (before && before.interaction.segment === segment && before.interaction.state === state) return undefined;
    if (!before && state === 'disconnected') return undefined;
    return (state === 'alerting' && OFFERED[type]) || STATES[state];
}

function saySave(before: DeskInteraction | undefined, { save, savedOn }: DeskInteraction): string | undefined {
    if (!save || !before || before.save?.phase === save.phase) return undefined;
    const isTask = savedOn === undefined;
    if (save.phase === 'saved') return isTask ? LABELS.saidSaved : LABELS.saidCallSaved;
    return save.phase === 'notSaved' ? (isTask ? LABELS.saidNotSaved : LABELS.saidCallNotSaved) : undefined;
}

/**
 * What a screen reader says about the step from one view to the next. Empty when nothing of note happened. The same words
 * as the ones said last are not heard; of two guests of the same name the second one is to be heard, too.
 */
export function announcement(
    before: readonly DeskInteraction[],
    after: readonly DeskInteraction[],
    last: string,
    sayDetails: SayDetails
): string {
    let isStep = false;
    const words = after.flatMap((item) => {
        const earlier = before.find(({ interaction }) => interaction.id === item.interaction.id);
        const caller = callerName(item, LABELS.unknownCaller);
        const step = sayState(earlier, item);
        const details = sayDetails(earlier, item);
        isStep ||= step !== undefined || details.length > 0;
        return [step, ...details, saySave(earlier, item)]
            .filter((label) => label !== undefined)
            .map((label) => fill(label, caller));
    });
    const said = words.join('. ');
    return isStep && said === last ? `${said}\u00a0` : said;
}
