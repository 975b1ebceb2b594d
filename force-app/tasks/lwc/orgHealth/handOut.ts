import type { Answers } from './answers.ts';
import type { Finding } from './findings.ts';
import { type Line, LINES } from './questions.ts';

/** Ids of records have 15 or 18 letters and digits. */
const RECORD_ID = /\b(?=[A-Za-z]*\d)(?:[A-Za-z0-9]{18}|[A-Za-z0-9]{15})\b/g;
const ADDRESS = /\S+@\S+/g;

/** The org's words may name a record or a person: support needs neither. */
export function redacted(said: string): string {
    return said.replace(ADDRESS, '…').replace(RECORD_ID, '…');
}

function answered(answers: Answers, lines: readonly Line[]): readonly (readonly [Line, Finding])[] {
    return lines.flatMap((line) => {
        const answer = answers[line.id];
        return answer === undefined || answer === 'asking' ? [] : [[line, answer] as const];
    });
}

/** For support: answers and the org's own words; no record, no id. */
export function supportText(answers: Answers, askedAt: string, lines: readonly Line[] = LINES): string {
    const all = answered(answers, lines).map(([{ id }, { outcome, said, leftTaskIds }]) => ({
        question: id,
        outcome,
        said: said === undefined ? undefined : redacted(said),
        testTasksLeft: leftTaskIds?.length
    }));
    return JSON.stringify({ askedAt, answers: all, profile: proven(answers, lines) }, undefined, 2);
}

/** The last answer to an assumption counts: what the test Task tells is surer than a description. */
function proven(answers: Answers, lines: readonly Line[]): Readonly<Record<string, string>> {
    return Object.assign({}, ...answered(answers, lines).map(([, { profile }]) => profile ?? {})) as Record<
        string,
        string
    >;
}

/**
 * What this org was proven to do, in the form of config/org-profiles: a list of `{ id, question, evidence, date,
 * answer }`. `date` is a day, YYYY-MM-DD. What was not asked is not in it.
 */
export function orgProfile(answers: Answers, askedAt: string, lines: readonly Line[] = LINES): string {
    const titles = Object.fromEntries(
        answered(answers, lines).flatMap(([{ title }, { profile }]) =>
            Object.keys(profile ?? {}).map((id) => [id, title])
        )
    );
    const entries = Object.entries(proven(answers, lines)).map(([id, answer]) => ({
        id,
        question: titles[id] ?? id,
        evidence: 'proven',
        date: askedAt.slice(0, 10),
        answer
    }));
    return `${JSON.stringify(entries, undefined, 2)}\n`;
}

/** A file for the browser to save. */
export interface HandOutFile {
    readonly name: string;
    readonly url: string;
}

/** The platform's protection takes blob addresses in links; undefined where it does not. */
export function profileFile(text: string, askedAt: string): HandOutFile | undefined {
    try {
        const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
        return { name: `org-profile-${askedAt.slice(0, 10)}.json`, url };
    } catch {
        return undefined;
    }
}

export function releaseFile(file: HandOutFile | undefined): void {
    if (file) URL.revokeObjectURL(file.url);
}
