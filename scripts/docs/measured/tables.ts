/** The tables that are figures: name, and what is written. */
import { table } from '../../contractTables/tables.ts';
import { plain, whole } from './figures.ts';
import type { Results } from './results.ts';

const CLIENT = '`salesforce-pubsub-api-client`';

/** Of one way to carry texts; none where it was not measured. */
function carriedRow(results: Results, who: string, name: string): string[][] {
    if (!results.has('bridge', 'carried', name)) return [];
    const figure = (...members: string[]): string => plain(results.number('bridge', 'carried', name, ...members));
    return [[who, `${figure('steady', 'p50')} ms`, `${figure('steady', 'p99')} ms`, figure('heap', 'perSecond')]];
}

const carried = (results: Results): string =>
    table(
        ['who carries it', 'median', '99 %', 'texts a second of a heap'],
        [
            ...carriedRow(results, 'the bridge, PostgreSQL', 'postgres'),
            ...carriedRow(results, 'the bridge, embedded database', 'embedded'),
            ...carriedRow(results, 'one awaited POST for each event, nothing kept', 'posts'),
            ...carriedRow(results, `the same by ${CLIENT}`, 'clientPosts')
        ]
    );

/** Texts a second by processes, in a column for each number of conversations. */
function byConversations(results: Results, name: string): string {
    const runs = results.list('bridge', name).filter((run) => run.word('database') === 'postgres');
    const columns = runs[0]?.list('of').map((of) => whole(of.number('conversations'))) ?? [];
    return table(
        ['', ...columns],
        runs.map((run) => {
            const processes = run.number('processes');
            return [
                `${processes} ${processes === 1 ? 'process' : 'processes'}, PostgreSQL`,
                ...run.list('of').map((of) => plain(of.number('delivered', 'perSecond')))
            ];
        })
    );
}

function wakeUps(results: Results, who: 'lanes' | 'boss'): string {
    const figure = (name: string): number => results.number('bridge', 'wakeUps', who, name);
    const { p50, p99, perSecond } = { p50: figure('p50'), p99: figure('p99'), perSecond: figure('perSecond') };
    const order =
        figure('outOfOrder') === 0 ? 'in order' : `${figure('outOfOrder')} before an earlier one of their key`;
    return `${plain(p50)} ms (99 %: ${plain(p99)}); ${whole(perSecond)} a second of a heap; ${order}`;
}

function single(results: Results): string {
    const bridge = (...members: (string | number)[]): number => results.number('bridge', ...members);
    const limited = (at: number): string =>
        `${whole(bridge('limited', at, 'delivered', 'seconds'))} s, ${whole(bridge('limited', at, 'delivered', 'requests'))} requests`;
    const imported = (who: string): string =>
        `${whole(bridge('importing', who, 'ms', 'median'))} ms, ${whole(bridge('importing', who, 'mebibytes', 'median'))} MiB`;
    const underLimit = `${whole(bridge('limited', 0, 'texts'))} texts under a limit of ${whole(bridge('limited', 0, 'requestsPerMinute'))} requests a minute`;
    const rows: (string | false)[][] = [
        ['events a second from the stream, decoded and no more', whole(bridge('reading', 'decodes', 'median'))],
        [
            'kept in PostgreSQL, one transaction for each answer of the stream',
            whole(bridge('reading', 'postgres', 'median'))
        ],
        ['kept in the embedded database', whole(bridge('reading', 'embedded', 'median'))],
        [
            results.has('bridge', 'reading', 'clientDecodes') && `read by ${CLIENT}, with JSON.parse`,
            results.has('bridge', 'reading', 'clientDecodes') && whole(bridge('reading', 'clientDecodes', 'median'))
        ],
        [
            `${whole(bridge('outage', 'texts'))} texts written while no bridge ran, PostgreSQL`,
            `${plain(bridge('outage', 'seconds'))} s from its start, ${whole(bridge('outage', 'delivered', 'requests'))} requests`
        ],
        [`${underLimit}, one process`, limited(0)],
        [
            `the same with ${bridge('limited', 1, 'processes') === 3 ? 'three' : bridge('limited', 1, 'processes')} processes`,
            limited(1)
        ],
        ['a lane wakes a worker', wakeUps(results, 'lanes')],
        [
            results.has('bridge', 'wakeUps', 'boss') && 'pg-boss 12.35.0, `notify` and `key_strict_fifo`',
            results.has('bridge', 'wakeUps', 'boss') && wakeUps(results, 'boss')
        ],
        [
            `decoding an event of ${whole(bridge('decoding', 'bytes'))} bytes, every rule checked`,
            `${bridge('decoding', 'ours', 'median').toFixed(1)} µs`
        ],
        [
            results.has('bridge', 'decoding', 'client') && `the same as ${CLIENT} does it, nothing checked`,
            results.has('bridge', 'decoding', 'client') && `${bridge('decoding', 'client', 'median').toFixed(1)} µs`
        ],
        ['import of the bridge with PostgreSQL', `${imported('ours')} of the machine`],
        [
            results.has('bridge', 'importing', 'client') && `import of ${CLIENT}`,
            results.has('bridge', 'importing', 'client') && imported('client')
        ]
    ];
    return table(
        ['what', 'figure'],
        rows.filter((row): row is string[] => !row.includes(false))
    );
}

function aims(results: Results): string {
    return table(
        ['what', 'measured', 'aim', 'which is'],
        results.list('aims').map((aim) => {
            const wanted = aim.has('aim', 'least')
                ? `at least ${plain(aim.number('aim', 'least'))}`
                : `at most ${plain(aim.number('aim', 'most'))}`;
            const says = aim.word('says');
            return [
                aim.word('what'),
                `${plain(aim.number('measured'))} ${aim.word('unit')}`,
                wanted,
                says === 'missed' ? '**missed**' : says
            ];
        })
    );
}

export const TABLES: Readonly<Record<string, (results: Results) => string>> = {
    aims,
    carried,
    'by conversations': (results) => byConversations(results, 'growth'),
    'by conversations, at once': (results) => byConversations(results, 'atOnce'),
    single
};
