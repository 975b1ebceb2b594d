import { timed } from '../measuring/rounds.ts';
import type { Contender } from '../measuring/rounds.ts';
import type { Measured } from '../measuring/summed.ts';
import { publish } from './channelStub.ts';
import { loadClientEvents, RECEIVED_AT } from './clientEvents.ts';
import { recordedCall } from './recordedCall.ts';
import { VARIANTS, variants } from './variants.ts';
import type { Variant } from './variants.ts';
import { parseWithZod } from './zodSchema.ts';

/** Times in microseconds for a message; ratios say how many times as fast c/clientEvents is. */
export interface Dispatch {
    readonly messages: number;
    readonly times: Readonly<Record<Variant | 'decode alone' | 'zod alone', Measured>>;
    readonly besideChannel: Measured;
    readonly besideRxjs: Measured;
    readonly besideZod: Measured;
    /** The same if c/clientEvents cost nothing: the channel's copy is part of both. */
    readonly mostBesideZod: Measured;
    /** Without the channel's copy: the codec beside the schema. */
    readonly decodingBesideZod: Measured;
}

/** From publishing a message to its handler, in four ways over one channel; and decoding by itself. */
export async function measureDispatch({ rounds = 25, turns = 600 } = {}): Promise<Dispatch> {
    const clientEvents = await loadClientEvents();
    const messages = recordedCall();
    const size = messages.length;
    const ways = variants(clientEvents);
    let handled = 0;
    let decoded: unknown;
    const dispatching = (name: Variant): Contender => ({
        size,
        begin: () => ways[name](() => (handled += 1)),
        run: () => messages.forEach((message) => publish({}, {}, message))
    });
    const decoding = (decode: (message: unknown, receivedAt: string) => unknown): Contender => ({
        size,
        run: () => messages.forEach((message) => (decoded = decode(message, RECEIVED_AT)))
    });
    const { times, ratio } = await timed(
        {
            'channel alone': dispatching('channel alone'),
            'c/clientEvents': dispatching('c/clientEvents'),
            rxjs: dispatching('rxjs'),
            zod: dispatching('zod'),
            'decode alone': decoding(clientEvents.decodeClientEvent),
            'zod alone': decoding(parseWithZod)
        },
        { rounds, turns }
    );
    const expected = VARIANTS.length * (rounds + 1) * turns * size;
    if (handled !== expected || decoded === undefined)
        throw new Error(`${handled} of ${expected} messages were handled`);
    return {
        messages: size,
        times,
        besideChannel: ratio('c/clientEvents', 'channel alone'),
        besideRxjs: ratio('c/clientEvents', 'rxjs'),
        besideZod: ratio('c/clientEvents', 'zod'),
        mostBesideZod: ratio('channel alone', 'zod'),
        decodingBesideZod: ratio('decode alone', 'zod alone')
    };
}
