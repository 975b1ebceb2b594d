import type { NewEntry } from '../store/batches.ts';
import type { Entry } from '../store/entries.ts';
import type { Sender, Sent } from './sender.ts';

/** What happens to one send: it arrives or not, and the sender hears of it or not. */
export type Fate =
    | 'arrives'
    | 'arrives, and the answer is lost'
    | 'arrives after it was looked for'
    | 'is lost'
    | 'is asked to wait'
    | 'is refused'
    | 'ends the process before it leaves'
    | 'ends the process after it has arrived';

/** The process that was sending is no more. */
export class ProcessEnded extends Error {}

/** Somebody who takes messages and knows no key by which two of them are the same. Its log only grows. */
export interface FarSide {
    readonly log: readonly { readonly id: string; readonly lane: string; readonly text: string }[];
    /** How often something was tried. */
    readonly tries: number;
    readonly told: readonly { readonly text: string; readonly isCertain: boolean; readonly reason: string }[];
    readonly sender: Sender;
    isReachable: boolean;
}

/** `fateOf` says what happens to the next send of a text. A body is `{ parts: string[] }`. */
export function createFarSide(fateOf: (text: string) => Fate = () => 'arrives'): FarSide {
    const log: { id: string; lane: string; text: string }[] = [];
    const told: { text: string; isCertain: boolean; reason: string }[] = [];
    const textsOf = (entry: Entry): string[] => (entry.body as { parts: string[] }).parts;

    let late: (() => void) | undefined;

    const side = {
        log,
        told,
        tries: 0,
        isReachable: true,
        sender: {
            plan: async (entry: Entry) => textsOf(entry).map((text) => ({ text })),
            async send({ entry, body, leaving }): Promise<Sent> {
                const { text } = body as { text: string };
                side.tries += 1;
                if (!side.isReachable) return { kind: 'notNow', reason: 'unreachable' };
                leaving();
                const fate = fateOf(text);
                if (fate === 'ends the process before it leaves') throw new ProcessEnded();
                if (fate === 'is asked to wait') return { kind: 'notNow', reason: 'slow down', waitMs: 2 };
                if (fate === 'is refused') return { kind: 'refused', reason: 'not allowed' };
                if (fate === 'is lost') return { kind: 'unknown', reason: 'no answer' };
                const id = `there-${log.length}`;
                const arrive = (): void => void log.push({ id, lane: entry.lane, text });
                if (fate === 'arrives after it was looked for') {
                    late = arrive;
                    return { kind: 'unknown', reason: 'no answer' };
                }
                arrive();
                if (fate === 'ends the process after it has arrived') throw new ProcessEnded();
                return fate === 'arrives' ? { kind: 'sent', remoteId: id } : { kind: 'unknown', reason: 'no answer' };
            },
            async find({ entry, body }, _ago, claimed) {
                if (!side.isReachable) return 'unreachable';
                const { text } = body as { text: string };
                const found = log.find((one) => one.lane === entry.lane && one.text === text && !claimed.has(one.id));
                late?.();
                late = undefined;
                return found === undefined ? 'absent' : { remoteId: found.id };
            },
            undelivered(entry, { isCertain, reason }): NewEntry[] {
                told.push({ text: textsOf(entry).join('|'), isCertain, reason });
                const lane = entry.lane.replace('out:', 'back:');
                const key = `undelivered:${entry.key}`;
                return [{ lane, key, kind: 'undelivered', body: { isCertain }, createdAt: Date.now() }];
            }
        } satisfies Sender
    };
    return side;
}
