/** How the phone's messages travel to the page, and what may go wrong on the way. */

/** The next so many messages, or each that this says yes to. */
export type Which = number | ((message: unknown) => boolean);

export interface Line {
    readonly carry: (message: unknown) => void;
    readonly delay: (milliseconds: number) => void;
    readonly drop: (which: Which) => void;
    readonly duplicate: (which: Which) => void;
    readonly reorder: (count: number) => void;
    /** Ends every fault. What was held back to be reordered is delivered. */
    readonly steady: () => void;
    /** Nothing that is still on its way arrives, and nothing more can be carried. */
    readonly cut: () => void;
}

export function createLine(publish: (message: unknown) => void): Line {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    let late = 0;
    let lost = never;
    let doubled = never;
    let heldBack: unknown[] = [];
    let holdBack = 0;
    let isCut = false;

    function arrive(message: unknown): void {
        if (late === 0) {
            publish(message);
            return;
        }
        const timer = setTimeout(() => {
            timers.delete(timer);
            publish(message);
        }, late);
        timers.add(timer);
    }

    function release(): void {
        const held = heldBack.reverse();
        heldBack = [];
        holdBack = 0;
        held.forEach(arrive);
    }

    function inOrder(message: unknown): void {
        if (holdBack === 0) {
            arrive(message);
            return;
        }
        heldBack.push(message);
        if (heldBack.length === holdBack) release();
    }

    return {
        carry: (message) => {
            if (isCut)
                throw new Error('this phone is closed, or a later fakePhone() took its place; use the newest one');
            if (lost(message)) return;
            inOrder(message);
            if (doubled(message)) inOrder(message);
        },
        delay: (milliseconds) => {
            late = atLeast('delay', 'milliseconds', milliseconds, 0);
        },
        drop: (which) => {
            lost = chosen('drop', which);
        },
        duplicate: (which) => {
            doubled = chosen('duplicate', which);
        },
        reorder: (count) => {
            const next = atLeast('reorder', 'count', count, 2);
            release();
            holdBack = next;
        },
        steady: () => {
            late = 0;
            lost = never;
            doubled = never;
            release();
        },
        cut: () => {
            isCut = true;
            timers.forEach((timer) => clearTimeout(timer));
            timers.clear();
            heldBack = [];
        }
    };
}

const never = (_message: unknown): boolean => false;

function chosen(fault: string, which: Which): (message: unknown) => boolean {
    if (typeof which === 'function') return which;
    let left = atLeast(fault, 'which', which, 1);
    return () => left-- > 0;
}

function atLeast(fault: string, name: string, given: number, least: number): number {
    if (Number.isInteger(given) && given >= least) return given;
    throw new RangeError(`${fault}: ${name} is ${String(given)}; give a whole number from ${least} on`);
}
