import { addEntries } from '../store/batches.ts';
import type { Database } from '../store/database.ts';
import { claimedIds, firstEntry, partsOf, settleEntry, settlePart, startPart } from '../store/entries.ts';
import type { Entry, Part, Settled } from '../store/entries.ts';
import { assertHeld, leaveEmptyLane, postponeLane, yieldLane } from '../store/lanes.ts';
import type { HeldLane } from '../store/lanes.ts';
import type { Breaker } from './breaker.ts';
import { lookBefore } from './lookBefore.ts';
import { Unplanned } from './sender.ts';
import type { Sender, Sending, Sent } from './sender.ts';

export interface LaneOptions {
    readonly database: Database;
    readonly senderOf: (kind: string) => Sender | undefined;
    /** That of the service which takes entries of this kind. */
    readonly breakerOf: (kind: string) => Breaker;
    /** What was said longer ago is set aside, not sent. Milliseconds. */
    readonly maxAgeMs: number;
    /** How long a send that was started may still be on its way. Milliseconds. */
    readonly settleMs: number;
    /** The first wait after a failure, in milliseconds; each further one is twice as long, a minute at most. */
    readonly firstWaitMs: number;
    /** Of the database; what was written before is looked for before it is sent. Nothing is, unless given. */
    readonly unbrokenSince?: () => number;
    /** Monotonic milliseconds, by which a turn and a lease end; performance.now, unless given. */
    readonly now?: () => number;
    /** Throws where the time of this worker is over. */
    readonly assertAlive: () => void;
    readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
    readonly onSettled: (entry: Entry, state: Settled) => void;
}

const LOOK_EVERY_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
/** So long a lane is worked off while others wait for a worker. */
const TURN_MS = 1_000;

/** The first entry cannot go now. */
interface Wait {
    readonly waitMs: number;
    readonly reason: string;
    readonly isFailure: boolean;
}

/**
 * Delivers what waits in a lane, one entry after the other, until nothing is left, the first one has to wait, or it is
 * another lane's turn; then lets go of it. Throws LaneLost, DatabaseFault.
 */
export async function runLane(options: LaneOptions, held: HeldLane, signal: AbortSignal): Promise<void> {
    const { database, now = () => performance.now() } = options;
    const turnEnds = now() + TURN_MS;
    let { failures } = held;
    for (;;) {
        const entry = await firstEntry(database, held.lane);
        if (entry === undefined) {
            if (await leaveEmptyLane(database, held)) return;
            continue;
        }
        const wait = signal.aborted
            ? { waitMs: 0, reason: 'the worker ends', isFailure: false }
            : await deliver(options, held, failures, entry, signal);
        if (wait !== undefined) return postponeLane(database, held, wait);
        failures = 0;
        if (now() > turnEnds && (await yieldLane(database, held))) return;
    }
}

async function deliver(
    options: LaneOptions,
    held: HeldLane,
    failures: number,
    entry: Entry,
    signal: AbortSignal
): Promise<Wait | undefined> {
    const { database, senderOf, maxAgeMs, onSettled } = options;
    const sender = senderOf(entry.kind);

    async function settle(state: Settled, reason?: string): Promise<void> {
        const told =
            state === 'delivered'
                ? sender?.delivered?.(entry)
                : sender?.undelivered(entry, { isCertain: state === 'dead', reason: reason ?? state });
        await settleEntry(database, held, entry, { state, ...(reason === undefined ? {} : { reason }) }, (statements) =>
            addEntries(statements, told ?? [])
        );
        onSettled(entry, state);
    }

    if (sender === undefined) return void (await settle('dead', `nothing here delivers ${entry.kind}`));
    const parts = await partsOf(database, held, entry, () => sender.plan(entry)).catch((error: unknown) => {
        if (error instanceof Unplanned) return error.outcome;
        throw error;
    });
    const isUntouched = 'kind' in parts || parts.every(({ state }) => state === 'waiting');
    if (isUntouched && entry.ageMs > maxAgeMs) return void (await settle('parked', 'older than maxAge'));
    if ('kind' in parts) {
        if (parts.kind === 'refused') return void (await settle('dead', parts.reason));
        return waitFor(options, failures, parts, sender.wakeWithinMs?.(entry));
    }

    for (const part of parts) {
        if (part.state === 'sent') continue;
        if (part.state === 'unprovable') return void (await settle('parked', 'it may have been delivered'));
        const outcome =
            part.state === 'started'
                ? await look(options, held, { entry, part, sender, signal }, part.startedAgoMs ?? 0)
                : await attempt(options, held, { entry, part, sender, signal });
        if (outcome.kind === 'refused') return void (await settle('dead', outcome.reason));
        if (outcome.kind === 'unknown') return void (await settle('parked', outcome.reason));
        if (outcome.kind === 'notNow') return waitFor(options, failures, outcome, sender.wakeWithinMs?.(entry));
    }
    await settle('delivered');
    return undefined;
}

function waitFor(
    { firstWaitMs }: LaneOptions,
    failures: number,
    { reason, waitMs }: Extract<Sent, { readonly kind: 'notNow' }>,
    mostMs = LONGEST_WAIT_MS
): Wait {
    const own = Math.min(LONGEST_WAIT_MS, firstWaitMs * 2 ** Math.min(failures, 16));
    return { waitMs: Math.min(waitMs ?? own, mostMs), reason, isFailure: true };
}

interface OnePart {
    readonly entry: Entry;
    readonly part: Part;
    readonly sender: Sender;
    readonly signal: AbortSignal;
}

/** Sends a part that was never started, as far as is known here. What nobody knows is looked for. */
async function attempt(options: LaneOptions, held: HeldLane, one: OnePart): Promise<Sent> {
    const { database, breakerOf, assertAlive, unbrokenSince = () => -Infinity } = options;
    const { entry, part, sender, signal } = one;
    const breaker = breakerOf(entry.kind);
    const pauseMs = breaker.waitMs();
    if (pauseMs > 0) return { kind: 'notNow', reason: 'who takes it does not answer', waitMs: pauseMs };
    const before = await lookBefore({
        sender,
        sending: { entry, body: part.body, signal },
        knownForMs: performance.now() - unbrokenSince(),
        isDown: breaker.isOpen,
        claimed: () => claimedIds(database, held.lane)
    });
    if (before === 'unreachable') {
        breaker.failed();
        return { kind: 'notNow', reason: 'whether it has arrived cannot be asked' };
    }
    if (before !== 'absent') {
        await settlePart(database, held, entry, part.part, { ...before, state: 'sent' });
        return { kind: 'sent', ...before };
    }
    const startedAt = performance.now();
    await startPart(database, held, entry, part.part);
    let hasLeft = false;
    function leaving(): void {
        hasLeft = false;
        assertAlive();
        hasLeft = true;
    }
    const whileHeld: Sending['whileHeld'] = (change) =>
        database.transaction(async (statements) => {
            await assertHeld(statements, held);
            await change(statements);
        });
    let sent: Sent;
    try {
        sent = await sender.send({ entry, body: part.body, signal, leaving, whileHeld });
    } catch (error) {
        // Where another worker has the lane by now, that one has to look for it.
        if (!hasLeft) await settlePart(database, held, entry, part.part, { state: 'waiting' });
        throw error;
    }
    if (sent.kind === 'notNow' && !sent.isElsewhere) breaker.failed(sent.waitMs);
    if (sent.kind === 'sent' || sent.kind === 'refused') breaker.worked();

    if (sent.kind === 'unknown') {
        breaker.failed();
        return look(options, held, one, performance.now() - startedAt, 0);
    }
    if (sent.kind === 'sent') await settlePart(database, held, entry, part.part, { ...sent, state: 'sent' }, sent.also);
    if (sent.kind === 'notNow') await settlePart(database, held, entry, part.part, { state: 'waiting' });
    return sent;
}

/**
 * Whether a part that was started `startedAgoMs` ago has arrived: looked for until it cannot be on its way any more.
 * It left `leftAgoMs` ago at the latest.
 */
async function look(
    { assertAlive, database, settleMs, pause }: LaneOptions,
    held: HeldLane,
    { entry, part, sender, signal }: OnePart,
    startedAgoMs: number,
    leftAgoMs = startedAgoMs
): Promise<Sent> {
    // By this process's own clock, because the database's may have been set back since.
    const since = performance.now();
    const until = since + settleMs - Math.min(settleMs, Math.max(0, leftAgoMs));
    for (;;) {
        assertAlive();
        const claimed = await claimedIds(database, held.lane);
        const asked = { entry, body: part.body, signal };
        const found = await sender.find(asked, startedAgoMs + performance.now() - since, claimed);
        if (found === 'repeat') {
            await settlePart(database, held, entry, part.part, { state: 'waiting' });
            return { kind: 'notNow', reason: 'nobody knows whether it has arrived, and it may be sent again' };
        }
        if (found === 'unreachable') return { kind: 'notNow', reason: 'whether it has arrived cannot be asked' };
        if (found !== 'absent') {
            await settlePart(database, held, entry, part.part, { ...found, state: 'sent' });
            return { kind: 'sent', ...found };
        }
        const leftMs = until - performance.now();
        if (signal.aborted) return { kind: 'notNow', reason: 'the worker ends', waitMs: 0 };
        if (leftMs <= 0) {
            await settlePart(database, held, entry, part.part, { state: 'unprovable' });
            return { kind: 'unknown', reason: 'it may have been delivered' };
        }
        await pause(Math.min(leftMs, LOOK_EVERY_MS), signal);
    }
}
