/** The figures that stand in sentences: name, and what is written. */
import type { Results } from './results.ts';

/** 1,601: whole, with a comma between thousands. */
export const whole = (value: number): string => Math.round(value).toLocaleString('en-US');
/** As the bench rounded it, with a comma between thousands. */
export const plain = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 3 });

const atOnce = (results: Results): number[] =>
    results
        .list('bridge', 'atOnce')
        .filter((one) => one.number('processes') === 1)
        .flatMap((one) => one.list('of').map((of) => of.number('delivered', 'perSecond')));

function aimOf(results: Results, what: string): Results {
    const found = results.list('aims').find((aim) => aim.word('what') === what);
    if (found === undefined) throw new Error(`bench/results.json has no aim "${what}"`);
    return found;
}
const aim = (results: Results, what: string): string =>
    plain(
        aimOf(results, what).has('aim', 'least')
            ? aimOf(results, what).number('aim', 'least')
            : aimOf(results, what).number('aim', 'most')
    );

export const FIGURES: Readonly<Record<string, (results: Results) => string>> = {
    machine: (results) => {
        const [major, minor] = results.word('machine', 'node').split('.');
        return `${results.word('machine', 'cpu')}, ${results.number('machine', 'cores')} processors, Node ${major}.${minor}`;
    },
    'least texts a second': (results) => whole(Math.min(...atOnce(results))),
    'most texts a second': (results) => whole(Math.max(...atOnce(results))),
    'ms for keeping a text': (results) =>
        whole(
            results.number('bridge', 'carried', 'postgres', 'steady', 'p50') -
                results.number('bridge', 'carried', 'posts', 'steady', 'p50')
        ),
    'catch-up': (results) => aimOf(results, 'bridge catch-up, beside one awaited POST').number('measured').toFixed(1),
    'catch-up, aim': (results) => aim(results, 'bridge catch-up, beside one awaited POST'),
    'decoding, aim': (results) => aim(results, 'decoding an event, beside the client'),
    'decoding, times as long': (results) => {
        const [least, most] = [1, 0].map((end) =>
            whole(1 / results.number('bridge', 'decoding', 'besideClient', 'spread', end))
        );
        return `${least} to ${most}`;
    },
    'decoding, microseconds': (results) => whole(results.number('bridge', 'decoding', 'ours', 'median')),
    'import, aim': (results) => aim(results, 'bridge import, beside the client'),
    'import, memory, aim': (results) => aim(results, 'its memory'),
    import: (results) => results.number('bridge', 'importing', 'besideClient', 'ms', 'median').toFixed(2),
    'import, memory': (results) =>
        results.number('bridge', 'importing', 'besideClient', 'mebibytes', 'median').toFixed(2),
    'requests more of three processes': (results) =>
        whole(
            results.number('bridge', 'limited', 1, 'delivered', 'requests') -
                results.number('bridge', 'limited', 0, 'delivered', 'requests')
        ),
    'texts under the limit': (results) => whole(results.number('bridge', 'limited', 0, 'texts')),
    'size of c/clientEvents': (results) => whole(results.number('sizes', 'ours', 0, 'gzipped')),
    'size of rxjs': (results) => whole(results.number('sizes', 'others', 2, 'gzipped')),
    'dispatch, times as long': (results) => (1 / results.number('dispatch', 'besideChannel', 'median')).toFixed(1)
};
