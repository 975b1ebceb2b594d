import type { Measured } from '../measuring/summed.ts';
import { printedSize } from '../printed.ts';
import type { VoiceDecoding } from './voiceDecoding.ts';
import type { VoiceSizes } from './voiceSize.ts';

const figure = ({ median, spread }: Measured): string => `${median} (${spread.join(' to ')})`;

export function printedVoiceDecoding(decoding: VoiceDecoding): string[] {
    const { events, times, perSecond, besideZod, besideCopy } = decoding;
    return [
        `Decoding an event of Salesforce Voice, ${events} events, one of each: microseconds of the processor (middle half)`,
        ...Object.entries(times).map(([name, time]) => `    ${name.padEnd(16)} ${figure(time)}`),
        `    ${perSecond} events a second`,
        `    times as fast as zod: ${figure(besideZod)}; as a JSON copy, which checks nothing: ${figure(besideCopy)}`
    ];
}

export function printedVoiceSizes({ ours, beside }: VoiceSizes): string[] {
    return [
        'Size of what decodes Salesforce Voice, minified and gzipped: bytes',
        printedSize(ours),
        '  Beside',
        'notMeasured' in beside ? `    not measured. ${beside.notMeasured}` : printedSize(beside)
    ];
}
