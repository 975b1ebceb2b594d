import type { DeskInteraction } from 'c/agentDesk';
import { callerName } from 'c/callerName';
import type { Interaction } from 'c/interactions';
import { fill } from 'c/labelText';
import { LABELS } from './labels.ts';

const STATES: Readonly<Record<Interaction['state'], string>> = {
    alerting: LABELS.saidRinging,
    dialing: LABELS.saidDialing,
    connected: LABELS.saidConnected,
    held: LABELS.saidHeld,
    disconnected: LABELS.saidEnded
};

function sayState(before: DeskInteraction | undefined, { interaction }: DeskInteraction): string | undefined {
    const { segment, state } = interaction;
    if (before && before.interaction.segment === segment && before.interaction.state === state) return undefined;
    if (!before && state === 'disconnected') return undefined;
    return STATES[state];
}

function saySave(before: DeskInteraction | undefined, { save }: DeskInteraction): string | undefined {
    if (!save || !before || before.save?.phase === save.phase) return undefined;
    if (save.phase === 'saved') return LABELS.saidSaved;
    return save.phase === 'notSaved' ? LABELS.saidNotSaved : undefined;
}

/** What a screen reader says about the step from one view to the next. Empty when nothing of note happened. */
export function announcement(before: readonly DeskInteraction[], after: readonly DeskInteraction[]): string {
    return after
        .flatMap((item) => {
            const earlier = before.find(({ interaction }) => interaction.id === item.interaction.id);
            const caller = callerName(item, LABELS.unknownCaller);
            return [sayState(earlier, item), saySave(earlier, item)]
                .filter((label) => label !== undefined)
                .map((label) => fill(label, caller));
        })
        .join('. ');
}
