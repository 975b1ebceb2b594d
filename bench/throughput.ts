import { loadDecode } from '../local/decode/codec.ts';
import { recordedCall } from './dispatch/recordedCall.ts';
import { timed } from './measuring/rounds.ts';

export interface ThroughputRow {
    /** Million messages a second. */
    readonly copyOnly: number;
    readonly copyAndDecode: number;
    /** Median of the rounds' own ratios: the machine's speed cancels out. */
    readonly ratio: number;
    readonly spread: readonly [number, number];
}

const RECEIVED_AT = '2026-01-15T09:00:00.000Z';

/** Decoding beside what the channel itself costs: a JSON copy of each message of the recorded call. */
export async function measureDecoding({ rounds = 15, turns = 400 } = {}): Promise<ThroughputRow> {
    const decode = await loadDecode();
    const messages = recordedCall();
    let kept: unknown;
    const copied = (message: unknown): unknown => JSON.parse(JSON.stringify(message)) as unknown;
    const contender = (run: (message: unknown) => unknown): { readonly size: number; readonly run: () => void } => ({
        size: messages.length,
        run: () => messages.forEach((message) => (kept = run(message)))
    });
    const { times, ratio } = await timed(
        { copy: contender(copied), decode: contender((message) => decode(copied(message), RECEIVED_AT)) },
        { rounds, turns }
    );
    if (kept === undefined) throw new Error('nothing was decoded');
    const rate = (microseconds: number): number => Number((1 / microseconds).toFixed(3));
    const { median, spread } = ratio('decode', 'copy');
    return { copyOnly: rate(times.copy.median), copyAndDecode: rate(times.decode.median), ratio: median, spread };
}
