import { fill } from 'c/labelText';
import type { Finding, Outcome } from './findings.ts';
import { LABELS } from './labels.ts';
import { GROUPS, type Line, LINES } from './questions.ts';

/** By the id of the line: `asking` until it was answered; absent when nobody asked. */
export type Answers = Readonly<Partial<Record<string, Finding | 'asking'>>>;

/** One line as the page shows it. */
export interface LineCard extends Line {
    readonly answer: string;
    readonly icon: string;
    readonly variant: string | undefined;
    readonly said: string | undefined;
    readonly meaning: string | undefined;
    readonly setting: string | undefined;
    /** Shown without a click, because it needs a look. */
    readonly open: boolean;
    readonly left: readonly { readonly id: string; readonly label: string }[];
}

export interface GroupCard {
    readonly id: string;
    readonly title: string;
    readonly isTestTask: boolean;
    /** Answered by the phone, from the calls of this page. */
    readonly isObserved: boolean;
    readonly lines: readonly LineCard[];
}

const SHOWN: Readonly<Record<Outcome, { readonly answer: string; readonly icon: string; readonly variant?: string }>> =
    {
        works: { answer: LABELS.works, icon: 'utility:success', variant: 'success' },
        limited: { answer: LABELS.limited, icon: 'utility:warning', variant: 'warning' },
        refused: { answer: LABELS.refused, icon: 'utility:error', variant: 'error' },
        unclear: { answer: LABELS.unclear, icon: 'utility:question' },
        fact: { answer: LABELS.fact, icon: 'utility:info' }
    };

function needsALook({ outcome }: Finding): boolean {
    return outcome !== 'works' && outcome !== 'fact';
}

function answered(answers: Answers): readonly Finding[] {
    return Object.values(answers).filter((answer) => answer !== undefined && answer !== 'asking');
}

function card(line: Line, answer: Finding | 'asking' | undefined): LineCard {
    const finding = answer === 'asking' ? undefined : answer;
    const shown = finding && SHOWN[finding.outcome];
    return {
        id: line.id,
        group: line.group,
        title: line.title,
        tried: line.tried,
        answer: shown?.answer ?? (answer === 'asking' ? LABELS.asking : LABELS.notAsked),
        icon: shown?.icon ?? 'utility:clock',
        variant: shown?.variant,
        said: finding?.said && fill(LABELS.code, finding.said),
        meaning: finding?.meaning,
        setting: finding && (finding.setting ?? LABELS.nothingToSet),
        open: finding !== undefined && needsALook(finding),
        left: (finding?.leftTaskIds ?? []).map((id, at) => ({ id, label: fill(LABELS.open, at + 1) }))
    };
}

/** A group without a line is not shown. */
export function groupCards(answers: Answers, lines: readonly Line[] = LINES): readonly GroupCard[] {
    return GROUPS.map(({ id, title }) => ({
        id,
        title,
        isTestTask: id === 'testTask',
        isObserved: id === 'observed',
        lines: lines.filter(({ group }) => group === id).map((line) => card(line, answers[line.id]))
    })).filter((group) => group.lines.length > 0);
}

/** How far the asking is, and its result once nothing is `toCome`. Lines that nobody asked do not count. */
export function progress(answers: Answers, toCome: readonly Line[] = []): string {
    const known = answered(answers);
    const asked = new Set(Object.keys(answers).filter((id) => answers[id] !== undefined));
    if (toCome.length > 0) {
        return fill(LABELS.progress, known.length, new Set([...asked, ...toCome.map(({ id }) => id)]).size);
    }
    if (known.length < asked.size) return fill(LABELS.progress, known.length, asked.size);
    const attention = known.filter(needsALook).length;
    return attention > 0 ? fill(LABELS.attention, asked.size, attention) : fill(LABELS.allWell, asked.size);
}
