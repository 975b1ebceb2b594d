import type { ClientEvent } from 'c/clientEventCodec';
import type { Proof } from './proof.ts';
import type { SendOutcome } from './types.ts';

export interface Watch {
    readonly settled: Promise<SendOutcome>;
    readonly giveUp: () => void;
}

export interface Watches {
    readonly watch: (proves: Proof, milliseconds: number) => Watch;
    readonly note: (event: ClientEvent) => void;
    readonly clear: () => void;
}

/** Waits for the events that show what an action did; after a while it stays unconfirmed (T16). */
export function createWatches(after: (milliseconds: number, run: () => void) => () => void): Watches {
    const open = new Map<Proof, (outcome: SendOutcome) => void>();
    return {
        watch: (proves, milliseconds): Watch => {
            const settled = new Promise<SendOutcome>((resolve) => {
                const settle = (outcome: SendOutcome): void => {
                    open.delete(proves);
                    cancel();
                    resolve(outcome);
                };
                const cancel = after(milliseconds, () => settle('unconfirmed'));
                open.set(proves, settle);
            });
            return { settled, giveUp: () => open.get(proves)?.('unconfirmed') };
        },
        note: (event): void => {
            for (const [proves, settle] of open) if (proves(event)) settle('confirmed');
        },
        clear: (): void => {
            for (const settle of open.values()) settle('unconfirmed');
        }
    };
}
