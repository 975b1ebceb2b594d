import type { DeskInteraction } from 'c/agentDesk';
import { LABELS } from './labels.ts';

/** The labels, each with a place for the caller, of what a step from one look to the next brought beside a call. */
export type SayDetails = (before: DeskInteraction | undefined, after: DeskInteraction) => readonly string[];

export const sayNothing: SayDetails = () => [];

/** Says what nobody hears on the line: a flag, a note that somebody else wrote, and once in a call that its line is poor. */
export function createSayDetails(): SayDetails {
    /** A line that is poor now and then would be spoken of on and on. */
    const poor = new Set<string>();

    function sayLine({ details, interaction }: DeskInteraction): readonly string[] {
        const call = `${interaction.id} ${interaction.segment}`;
        if (details?.line?.word !== 'poor' || poor.has(call)) return [];
        poor.add(call);
        return [LABELS.saidPoorLine];
    }

    return (before, after) => (before ? [...sayMessages(before, after), ...sayLine(after)] : []);
}

function sayMessages(before: DeskInteraction, { details }: DeskInteraction): readonly string[] {
    const known = new Set(before.details?.messages.map(({ id }) => id));
    const fresh = details?.messages.filter(({ id }) => !known.has(id)) ?? [];
    return [
        ...(fresh.some(({ kind }) => kind === 'flagRaised') ? [LABELS.saidFlag] : []),
        ...(fresh.some(({ from, kind }) => kind === 'note' && from !== 'agent') ? [LABELS.saidNote] : [])
    ];
}
