import * as z from 'zod';
import { deadLetters, discardEntry, retryEntry } from '../../store/deadLetters.ts';
import type { DeadLetter, Which } from '../../store/deadLetters.ts';
import { counted, durationInWords } from '../status/words.ts';
import { command, CommandRefused } from './command.ts';
import type { Report } from './command.ts';

/** What one command takes in hand at most; the next one takes the next. */
const MOST = 1_000;

const id = z.string().regex(/^u?\d{1,18}$/, 'give the id that dead-letters list shows, such as 17 or u3');
const filters = {
    ids: z.array(id).max(MOST).optional(),
    state: z.enum(['dead', 'parked', 'unreadable'], 'give dead, parked or unreadable').optional(),
    kind: z.string().optional(),
    reason: z.string().optional()
};
const limit = z.int('give a whole number').min(1, 'give at least 1').max(MOST, `give at most ${MOST}`).default(50);
const chosen = z.strictObject({ ...filters, all: z.boolean().optional(), mayArriveTwice: z.boolean().optional() });

/** Only what was given: an absent filter leaves nothing out. */
function whichOf({ ids, kind, reason, state }: z.output<typeof chosen>): Which {
    return {
        ...(ids === undefined ? {} : { ids }),
        ...(state === undefined ? {} : { state }),
        ...(kind === undefined ? {} : { kind }),
        ...(reason === undefined ? {} : { reason })
    };
}

function assertChosen({ all, ids = [] }: z.output<typeof chosen>): void {
    if (ids.length > 0 === (all === true))
        throw new CommandRefused(
            'Give the ids that dead-letters list shows, or --all (with --state, --kind or --reason).'
        );
}

export const list = command(z.strictObject({ ...filters, limit }), async ({ database }, { limit: most, ...which }) => {
    const { found, total } = await deadLetters(database, whichOf(which), most);
    return { data: { total, found }, text: listText(found, total) };
});

export const retry = command(chosen, async ({ database }, asked) => {
    assertChosen(asked);
    const { found, total } = await deadLetters(database, whichOf(asked), MOST);
    const outcome: Outcome = { done: [], left: missing(asked.ids, found) };
    for (const letter of found) {
        if (letter.state === 'unreadable')
            outcome.left.push({ id: letter.id, why: 'nobody could read it: run a bridge that can, and replay' });
        else if (letter.mayHaveArrived && asked.mayArriveTwice !== true)
            outcome.left.push({ id: letter.id, why: 'it may have arrived: --may-arrive-twice sends it all the same' });
        else if (await retryEntry(database, letter)) outcome.done.push(letter.id);
        else outcome.left.push({ id: letter.id, why: 'it is not set aside any more' });
    }
    const heads =
        outcome.done.length === 0
            ? []
            : [
                  'Each goes before all that waits in its conversation. If it arrives, the rep is not told: what the rep read before stays.'
              ];
    return told('put back in turn', outcome, total - found.length, heads);
});

export const discard = command(chosen, async ({ database }, asked) => {
    assertChosen(asked);
    const { found, total } = await deadLetters(database, whichOf(asked), MOST);
    const outcome: Outcome = { done: [], left: missing(asked.ids, found) };
    for (const letter of found)
        if (await discardEntry(database, letter)) outcome.done.push(letter.id);
        else outcome.left.push({ id: letter.id, why: 'it is not set aside any more' });
    return told('discarded', outcome, total - found.length);
});

interface Outcome {
    readonly done: string[];
    readonly left: { readonly id: string; readonly why: string }[];
}

const missing = (ids: readonly string[] = [], found: readonly DeadLetter[]): Outcome['left'] =>
    ids
        .filter((one) => !found.some((letter) => letter.id === one))
        .map((one) => ({ id: one, why: 'it is not set aside' }));

function told(what: string, { done, left }: Outcome, more: number, heads: readonly string[] = []): Report {
    const reasons = [...new Set(left.map(({ why }) => why))].map((why) => {
        const ids = left.filter((one) => one.why === why).map((one) => one.id);
        return `${counted(ids.length, 'entry was', 'entries were')} left (${shortened(ids)}): ${why}.`;
    });
    const rest = more > 0 ? [`${counted(more, 'more is', 'more are')} set aside: give the command again.`] : [];
    const lines = [`${counted(done.length, 'entry', 'entries')} ${what}.`, ...heads, ...reasons, ...rest];
    return { data: { done, left, more }, text: `${lines.join('\n')}\n` };
}

const shortened = (ids: readonly string[]): string =>
    ids.length > 10 ? `${ids.slice(0, 10).join(', ')}, …` : ids.join(', ');

function listText(found: readonly DeadLetter[], total: number): string {
    if (found.length === 0) return 'Nothing is set aside.\n';
    const head = ['ID', 'STATE', 'KIND', 'SET ASIDE', 'WHERE', 'WHY'];
    const rows = found.map(({ asideAgoMs, id: one, kind = 'event', lane = '-', reason, state }) => [
        one,
        state,
        kind,
        `${durationInWords(asideAgoMs)} ago`,
        lane,
        reason
    ]);
    const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0)));
    const lines = [head, ...rows].map((row) =>
        row
            .map((cell, at) => cell.padEnd(widths[at] ?? 0))
            .join('  ')
            .trimEnd()
    );
    const more =
        total > found.length
            ? [`${counted(total - found.length, 'more is', 'more are')} set aside: --limit ${Math.min(MOST, total)}`]
            : [];
    return `${[...lines, ...more].join('\n')}\n`;
}
