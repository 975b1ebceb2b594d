/** The contract as tables for people, from the data of c/clientEventCatalogue. */
import type { ActionRow, EventRow } from '../../force-app/client-events/lwc/clientEventCatalogue/types.ts';

export function actionTable(actions: readonly ActionRow[]): string {
    return table(
        ['builder', 'field', 'values', 'note', 'evidence'],
        actions.flatMap((action) => [
            [`**\`${action.builder}\`**`, '', '', actionNote(action), action.evidence],
            ...action.fields.map((field) => [
                '',
                `\`${field.path}\`${field.required ? '' : ' (optional)'}`,
                field.allowed ? field.allowed.map((word) => `\`${word}\``).join(', ') : KINDS[field.kind],
                field.local ? `${field.note}. Not sent` : field.note,
                field.evidence
            ])
        ])
    );
}

export function eventTable(events: readonly EventRow[]): string {
    return table(
        ['type', 'category', 'when', 'carries', 'note', 'evidence'],
        events.map((event, at) => {
            const { type, category, when, note, evidence } = event;
            const before = events[at - 1]?.type === type ? events[at - 1] : undefined;
            return [
                before ? '' : `**\`${type}\`**`,
                category === undefined ? '' : `\`${category}\``,
                when,
                before && carried(before) === carried(event) ? 'as above' : carried(event),
                note,
                evidence
            ];
        })
    );
}

function carried({ carries }: EventRow): string {
    return carries.length === 0 ? '–' : carries.map((member) => `\`${member}\``).join(', ');
}

/**
 * The page with what stands between `<!-- contract:NAME -->` and `<!-- /contract:NAME -->` replaced.
 * @throws Error when the page has no such place
 */
export function withTable(page: string, name: string, content: string): string {
    const [begin, end] = [`<!-- contract:${name} -->`, `<!-- /contract:${name} -->`];
    const [from, to] = [page.indexOf(begin), page.indexOf(end)];
    if (from < 0 || to < from) {
        throw new Error(
            `The page has no place for the table of ${name}: put ${begin} and ${end} on lines of their own.`
        );
    }
    return `${page.slice(0, from + begin.length)}\n\n${content}\n\n${page.slice(to)}`;
}

const KINDS = { text: 'text', flag: '`true`, `false`', list: 'list of texts', pairs: 'names and values' } as Readonly<
    Record<string, string>
>;

function actionNote({ experimental, note, provable, toggles }: ActionRow): string {
    const facts = [
        ...(experimental ? ['experimental'] : []),
        ...(toggles ? ['a toggle'] : []),
        ...(provable ? [] : ['nothing confirms it'])
    ];
    return facts.length === 0 ? note : `${note} (${facts.join('; ')})`;
}

export function table(head: readonly string[], rows: readonly (readonly (string | undefined)[])[]): string {
    const line = (cells: readonly (string | undefined)[]): string =>
        `| ${cells.map((cell) => (cell ?? '').replaceAll('|', String.raw`\|`)).join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
