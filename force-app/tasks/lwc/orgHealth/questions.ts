import { fill } from 'c/labelText';
import type { Finding, Outcome } from './findings.ts';
import { LABELS } from './labels.ts';

export type QuestionId = 'mapping' | 'lookUp' | 'write';

/** One question as the page shows it. */
export interface QuestionCard {
    readonly id: QuestionId;
    readonly title: string;
    readonly tried: string;
    readonly answer: string;
    readonly icon: string;
    readonly variant: string | undefined;
    readonly said: string | undefined;
    readonly meaning: string | undefined;
    readonly setting: string | undefined;
    readonly leftTaskId: string | undefined;
    readonly isWrite: boolean;
    readonly asking: boolean;
}

/** `asking` until the org has answered; absent when nobody asked. */
export type Answers = Readonly<Partial<Record<QuestionId, Finding | 'asking'>>>;

const ORDER: readonly QuestionId[] = ['mapping', 'lookUp', 'write'];

const TEXTS: Readonly<Record<QuestionId, { readonly title: string; readonly tried: string }>> = {
    mapping: { title: LABELS.mappingTitle, tried: LABELS.mappingTried },
    lookUp: { title: LABELS.lookUpTitle, tried: LABELS.lookUpTried },
    write: { title: LABELS.writeTitle, tried: LABELS.writeTried }
};

const ANSWERS: Readonly<
    Record<Outcome, { readonly answer: string; readonly icon: string; readonly variant?: string }>
> = {
    works: { answer: LABELS.works, icon: 'utility:success', variant: 'success' },
    refused: { answer: LABELS.refused, icon: 'utility:error', variant: 'error' },
    unclear: { answer: LABELS.unclear, icon: 'utility:warning', variant: 'warning' }
};

function card(id: QuestionId, answer: Finding | 'asking' | undefined): QuestionCard {
    const finding = answer === 'asking' ? undefined : answer;
    const asking = answer === 'asking';
    const shown = finding ? ANSWERS[finding.outcome] : undefined;
    return {
        id,
        ...TEXTS[id],
        answer: shown?.answer ?? (asking ? LABELS.asking : LABELS.notAsked),
        icon: shown?.icon ?? 'utility:clock',
        variant: shown?.variant,
        said: finding?.said && fill(LABELS.code, finding.said),
        meaning: finding?.meaning,
        setting: finding && (finding.setting ?? LABELS.nothingToSet),
        leftTaskId: finding?.leftTaskId,
        isWrite: id === 'write',
        asking
    };
}

export function questionCards(answers: Answers): readonly QuestionCard[] {
    return ORDER.map((id) => card(id, answers[id]));
}

/** For support: answers and the org's own words; no record, no id. */
export function supportText(answers: Answers, askedAt: string): string {
    const findings = ORDER.map((id) => [id, answers[id]] as const).flatMap(([id, finding]) =>
        finding && finding !== 'asking' ? [{ id, ...finding }] : []
    );
    return JSON.stringify(
        {
            askedAt,
            answers: findings.map(({ id, leftTaskId, outcome, said }) => ({
                question: id,
                outcome,
                said,
                testTaskLeft: leftTaskId ? true : undefined
            })),
            profile: Object.assign({}, ...findings.map(({ profile }) => profile)) as Record<string, string>
        },
        undefined,
        2
    );
}
