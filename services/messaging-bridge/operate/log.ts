import pino from 'pino';
import type { ListeningState } from '../notifications/listening.ts';
import type { Failure } from '../pubsub/failures.ts';
import type { SubscriptionState } from '../pubsub/subscription.ts';
import type { DatabaseFault } from '../store/database.ts';

/** How far a long catch-up has come. */
export interface Progress {
    /** How long ago the last event that was read had been published. */
    readonly behindMs: number;
    /** Events that were read since the last time this was told. */
    readonly events: number;
    /** How long it takes at this pace; undefined where it does not come nearer. */
    readonly leftMs?: number;
    readonly isOver: boolean;
}

/** What the bridge writes about itself: names of kinds and states, numbers, and ids of the bridge's own. */
export interface BridgeLog {
    settled(entry: { readonly entry: number; readonly kind: string; readonly state: string }): void;
    leading(isLeading: boolean): void;
    stream(state: SubscriptionState): void;
    notifications(state: ListeningState): void;
    dropped(counts: Readonly<Record<string, number>>): void;
    /** What had been set aside was deleted, because its time was over and nobody had looked at it. */
    forgotten(aside: number): void;
    /** A notification of Genesys Cloud, or of somebody else, that was not taken; the status that it was answered with. */
    webhook(status: number): void;
    /** How far a long catch-up has come. */
    catchingUp(progress: Progress): void;
    /** The database refused something. */
    database(fault: DatabaseFault): void;
    /** A fault of ours: its name, never its message, which may hold a value. */
    fault(error: unknown): void;
}

/** JSON lines by `write`. No text, name, number or token of anybody gets into one. */
export function createBridgeLog(write: (line: string) => void): BridgeLog {
    const lines = pino({ base: {} }, { write });
    return {
        settled({ entry, kind, state }): void {
            if (state === 'delivered') lines.info({ event: 'settled', entry, kind, state });
            else lines.warn({ event: 'settled', entry, kind, state });
        },
        leading(isLeading): void {
            lines.info({ event: 'leading', isLeading });
        },
        stream(state): void {
            const failure = 'failure' in state ? told(state.failure) : {};
            const line = { event: 'stream', state: state.name, ...failure };
            if (/^(alarm|fatal)$/.test(state.name)) lines.error(line);
            else lines.info(line);
        },
        notifications({ name, ...rest }): void {
            const line = { event: 'notifications', state: name, ...rest };
            if (name === 'failed' || ('refused' in rest && rest.refused > 0)) lines.warn(line);
            else lines.info(line);
        },
        dropped(counts): void {
            for (const [kind, count] of Object.entries(counts)) lines.info({ event: 'dropped', kind, count });
        },
        forgotten(aside): void {
            lines.warn({ event: 'forgotten', aside });
        },
        webhook(status): void {
            lines.warn({ event: 'webhook', status });
        },
        catchingUp({ behindMs, events, isOver, leftMs }): void {
            const event = isOver ? 'caughtUp' : 'catchingUp';
            const left = leftMs === undefined ? {} : { leftSeconds: Math.round(leftMs / 1_000) };
            lines.info({ event, behindSeconds: Math.round(behindMs / 1_000), events, ...left });
        },
        database({ code, message }): void {
            lines.error({ event: 'database', code, text: message });
        },
        fault(error): void {
            const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
            lines.error({
                event: 'fault',
                error: error instanceof Error ? error.name : typeof error,
                code,
                at: placesIn(error)
            });
        }
    };
}

const MOST_PLACES = 6;

/** Where it was thrown: the stack without the message, which may hold what somebody wrote. */
function placesIn(error: unknown): readonly string[] | undefined {
    if (!(error instanceof Error)) return undefined;
    const stack = (error.stack ?? '').replace(error.message, '');
    const places = stack.match(/^ {4}at .*:\d+:\d+\)?$/gm)?.slice(0, MOST_PLACES) ?? [];
    return places.length === 0 ? undefined : places.map((place) => place.replace(/^ {4}at |[^(\s]*[/\\]/g, ''));
}

/** Without Salesforce's own words. */
const told = ({ error, reaction, rpcId, status, text }: Failure): object => ({ reaction, text, error, status, rpcId });
