import type { ClientEvent } from 'c/clientEventCodec';
import type { SendOutcome } from './types.ts';

export interface Watch {
    readonly settled: Promise<SendOutcome>;
    readonly giveUp: () => void;
}

export interface Watches {
    readonly watch: (proves: (event: ClientEvent) => boolean) => Watch;
    readonly note: (event: ClientEvent) => void;
    readonly clear: () => void;
}

/** Waits for the events that show what an action did; after a while it stays unconfirmed (T16). */
export function createWatches(after: (ms: number, run: () => void) => () => void, within: number): Watches {
    const open = new Set<{ proves: (event: ClientEvent) => boolean; settle: (outcome: SendOutcome) => void }>();
    return {
        watch: (proves): Watch => {
            let settle: (outcome: SendOutcome) => void = () => undefined;
            const settled = new Promise<SendOutcome>((resolve) => {
                const cancel = after(within, () => settle('unconfirmed'));
                const entry = {
                    proves,
                    settle: (outcome: SendOutcome): void => {
                        if (!open.delete(entry)) return;
                        cancel();
                        resolve(outcome);
                    }
                };
                open.add(entry);
                settle = entry.settle;
            });
            return { settled, giveUp: () => settle('unconfirmed') };
        },
        note: (event): void => {
            for (const entry of [...open]) if (entry.proves(event)) entry.settle('confirmed');
        },
        clear: (): void => {
            for (const entry of [...open]) entry.settle('unconfirmed');
        }
    };
}
