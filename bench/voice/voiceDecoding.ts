import type { DecodedVoiceEvent } from 'c/voiceToolkitEvents';
import { toolkitEvent } from '../../test/samples/toolkitEvents.ts';
import { importDeployed } from '../deployed.ts';
import { timed } from '../measuring/rounds.ts';
import type { Measured } from '../measuring/summed.ts';
import { parseWithZod } from './zodSchema.ts';

interface Decoder {
    readonly decodeVoiceEvent: (event: unknown) => DecodedVoiceEvent;
    readonly TELEPHONY_EVENTS: readonly Parameters<typeof toolkitEvent>[0][];
}

export interface VoiceDecoding {
    /** One of each. */
    readonly events: number;
    /** Microseconds for one event. */
    readonly times: Readonly<Record<'decode' | 'zod' | 'copy', Measured>>;
    readonly perSecond: number;
    /** How many times as fast the decoder is. */
    readonly besideZod: Measured;
    /** As a JSON copy of the detail, which checks nothing. */
    readonly besideCopy: Measured;
}

/** The decoder as it is deployed. */
export async function loadDecoder(): Promise<Decoder> {
    const entry = `export { decodeVoiceEvent, TELEPHONY_EVENTS } from 'c/voiceToolkitEvents'`;
    return (await importDeployed('voiceToolkitEvents', { entry })) as Decoder;
}

/** As a listener on the page gets them. */
export function heardEvents({ TELEPHONY_EVENTS }: Decoder): readonly CustomEvent<unknown>[] {
    return TELEPHONY_EVENTS.map((name) => new CustomEvent(name, { detail: toolkitEvent(name).detail }));
}

export async function measureVoiceDecoding({ rounds = 15, turns = 1_000 } = {}): Promise<VoiceDecoding> {
    const decoder = await loadDecoder();
    const events = heardEvents(decoder);
    let kept: unknown;
    const contender = (run: (event: CustomEvent<unknown>) => unknown): { size: number; run: () => void } => ({
        size: events.length,
        run: () => events.forEach((event) => (kept = run(event)))
    });
    const { times, ratio } = await timed(
        {
            decode: contender(decoder.decodeVoiceEvent),
            zod: contender(parseWithZod),
            copy: contender(({ detail }) => JSON.parse(JSON.stringify(detail)) as unknown)
        },
        { rounds, turns }
    );
    if (kept === undefined) throw new Error('nothing was decoded');
    return {
        events: events.length,
        times,
        perSecond: Math.round(1_000_000 / times.decode.median),
        besideZod: ratio('decode', 'zod'),
        besideCopy: ratio('decode', 'copy')
    };
}
