import { hostname } from 'node:os';
import { DatabaseFault } from '../store/database.ts';
import type { Database } from '../store/database.ts';
import { tellOfProcess } from '../store/processes.ts';
import { tellOfStream } from '../store/streamStates.ts';
import type { SubscriptionState } from '../pubsub/subscription.ts';

export interface PresenceOptions {
    readonly database: Database;
    /** Of the process, as its worker has it. */
    readonly name: string;
    readonly topic: string;
    readonly isLeading: () => boolean;
    /** Services that rest after failures in a row. */
    readonly resting: () => readonly ('Genesys Cloud' | 'Salesforce')[];
    readonly everyMs?: number;
}

export interface Presence {
    /** Of the stream of this process, while it leads. */
    stream(state: SubscriptionState): void;
    close(): Promise<void>;
}

/** Says now and then in the database who this process is and what its stream does, for the operator of any process. */
export function showPresence(options: PresenceOptions): Presence {
    const { database, everyMs = 2_000, isLeading, name, resting, topic } = options;
    const startedAt = Date.now();
    let state: SubscriptionState | undefined;
    let saying: Promise<void> = Promise.resolve();

    async function say(): Promise<void> {
        await tellOfProcess(database, name, { host: hostname(), pid: process.pid, startedAt, resting: resting() });
        if (state !== undefined && isLeading())
            await tellOfStream(database, topic, { name: state.name, ...told(state) });
    }
    /** A database that is away is told by everything else. */
    const sayInTurn = (): void => void (saying = saying.then(say).catch(() => undefined));

    const timer = setInterval(sayInTurn, everyMs);
    sayInTurn();
    return {
        stream(given): void {
            state = given;
        },
        async close(): Promise<void> {
            clearInterval(timer);
            await saying;
        }
    };
}

function told(state: SubscriptionState): { readonly told?: string } {
    if ('failure' in state) return { told: state.failure.text };
    return 'error' in state && state.error instanceof DatabaseFault ? { told: state.error.message } : {};
}
