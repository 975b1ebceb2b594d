/** By which rule each handling, and each field of its Task, was judged or let pass: nothing is excused uncounted. */

type Kind = 'handlings' | 'fields';
type Group = `${Kind} judged` | `${Kind} settled` | `${Kind} excused`;

const RULES = {
    fieldByField: ['handlings judged', 'has one Task: field by field'],
    handedOver: ['handlings judged', 'the phone writes its Task: by what the phone was given'],
    missed: ['handlings judged', 'was missed, and has its Task'],
    doubles: ['handlings judged', 'has several Tasks: whether they could be prevented, and are shown'],
    noTask: ['handlings judged', 'has no Task, and nobody was told'],
    reported: ['handlings settled', 'the agent is told why its Task is not saved'],
    deleted: ['handlings settled', 'a person deleted its Task'],
    unheard: ['handlings excused', 'no page that could save it surely heard it'],
    otherDeleted: ['handlings excused', 'of its two Tasks a person deleted one: nobody keeps what that one said'],
    madeAnew: ['handlings excused', 'a deleted Task was made anew by a page that did not know what it had said'],
    mergedUnseen: ['handlings excused', 'one computer merged a Task away while another one wrote to it'],
    mergedByStranger: ['handlings excused', 'without a key, another computer took its Task for a double'],
    unaskable: ['handlings excused', 'has several Tasks, and the org can be asked neither by conversation nor by key'],
    mixedUp: ['handlings excused', "without a key, a browser whose data are gone mixed up a conversation's parts"],
    swapped: ['handlings excused', "a page that could not know took one part's Task for the other's"],
    closedBrowser: ['handlings excused', 'a browser that never heard the newer value gave the phone an older one'],

    equal: ['fields judged', 'the one value that it must have'],
    oneOfSeveral: ['fields judged', 'one of the values that may be the last'],
    different: ['fields judged', 'another value, and nobody was told'],
    named: ['fields settled', 'the agent is told that it is not saved'],
    reportedField: ['fields settled', 'the agent is told why the Task is not saved'],
    person: ['fields settled', 'a person, or the phone, wrote it'],
    unsure: ['fields excused', 'empty, or another pick, where no page surely heard a value'],
    older: ['fields excused', 'an older value: written only when empty, or a clock or a browser was behind'],
    overtaken: ['fields excused', 'what one page had sent came after what another one sent that knew nothing of it'],
    unknowable: ['fields excused', 'dropped by an org that neither says so nor describes Task'],

    notWanted: [undefined, 'never connected, and no Task is wanted']
} as const satisfies Record<string, readonly [Group | undefined, string]>;

export type Rule = keyof typeof RULES;

/** By rule, how often it decided. */
export type Tally = Record<string, number>;

/** What is wrong, and the rules that decided: one for each handling and one for each field. */
export interface Verdict {
    readonly wrong: readonly string[];
    readonly by: readonly Rule[];
}

export const verdict = (rule: Rule, wrong: readonly string[] = []): Verdict => ({ wrong, by: [rule] });

export function together(...all: readonly Verdict[]): Verdict {
    return { wrong: all.flatMap(({ wrong }) => wrong), by: all.flatMap(({ by }) => by) };
}

export function count(tally: Tally, { by }: Verdict): void {
    for (const rule of by) tally[rule] = (tally[rule] ?? 0) + 1;
}

function rulesOf(group: string): Rule[] {
    return (Object.keys(RULES) as Rule[]).filter((rule) => RULES[rule][0]?.startsWith(group) === true);
}

/** How many were judged, settled or excused; all of them for `handlings` and `fields`. */
export function sumOf(tally: Readonly<Tally>, group: Kind | Group): number {
    return rulesOf(group).reduce((sum, rule) => sum + (tally[rule] ?? 0), 0);
}

const HEADINGS = [
    ['judged', 'judged by what the Task says'],
    ['settled', 'settled, as the agent was told or a person decided'],
    ['excused', 'excused, as no page could know']
] as const;

/** As lines to read. */
export function told(tally: Readonly<Tally>): string[] {
    const line = (number: number, text: string): string => `    ${String(number).padStart(7)}  ${text}`;
    return (['handlings', 'fields'] as const).flatMap((kind) => {
        const all = sumOf(tally, kind);
        return HEADINGS.flatMap(([group, heading]) => {
            const some = sumOf(tally, `${kind} ${group}`);
            const share = ((100 * some) / Math.max(1, all)).toFixed(1);
            return [
                `Of ${all} ${kind} ${some} were ${heading} (${share} %):`,
                ...rulesOf(`${kind} ${group}`).map((rule) => line(tally[rule] ?? 0, RULES[rule][1]))
            ];
        });
    });
}
