import * as z from 'zod';
import { positionBefore, readAgainFrom } from '../../store/positions.ts';
import type { Position } from '../../store/positions.ts';
import { durationInWords } from '../status/words.ts';
import { command, CommandRefused } from './command.ts';
import type { Desk } from './command.ts';

const KEPT_MS = 72 * 3_600_000;
const ALLOWED = 'EARLIEST, a time such as 2026-03-01T08:00:00Z, or a replay id in hexadecimal digits';

/** From where, and in words. */
interface Beginning {
    readonly position: Position;
    readonly words: string;
}

const OLDEST = 'the oldest event that Salesforce keeps (72 hours)';

export const replay = command(z.strictObject({ from: z.string() }), async (desk, { from }) => {
    const { position, words } = await beginningOf(desk, from, Date.now());
    await readAgainFrom(desk.database, desk.topic, position);
    const text =
        `The stream is read again from ${words}. What was seen before is not taken twice; what is older than ` +
        'maxAgeHours is set aside and told. bridge status shows how far it is. Each event that is read again counts ' +
        'for the event deliveries of the org.\n';
    const named = position === 'EARLIEST' ? position : Buffer.from(position).toString('hex');
    return { data: { from: named, words }, text };
});

/** Throws CommandRefused. */
async function beginningOf({ database, topic }: Desk, from: string, now: number): Promise<Beginning> {
    if (from === 'EARLIEST') return { position: 'EARLIEST', words: OLDEST };
    if (/^([0-9a-f]{2}){4,64}$/i.test(from))
        return { position: new Uint8Array(Buffer.from(from, 'hex')), words: `what came after replay id ${from}` };
    // Only with an offset: whose clock is meant is no guess.
    const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(from)
        ? Date.parse(from)
        : Number.NaN;
    if (Number.isNaN(at)) throw new CommandRefused(`--from is ${from === '' ? 'missing' : from}. Allowed: ${ALLOWED}.`);
    if (at > now)
        throw new CommandRefused(
            `--from is ${from}, which is in ${durationInWords(at - now)}. Give a time that is over.`
        );
    if (at < now - KEPT_MS) return { position: 'EARLIEST', words: OLDEST };
    const position = await positionBefore(database, topic, at);
    if (position === undefined)
        return { position: 'EARLIEST', words: `${OLDEST}, because nothing is known of the stream before ${from}` };
    return { position, words: `a minute or more before ${from}` };
}
