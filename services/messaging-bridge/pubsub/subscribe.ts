import { realClock } from '@switchboard/genesys-api';
import { createBackOff } from './backOff.ts';
import { assertEndpoint, connect, ENDPOINT } from './connection.ts';
import type { Connection, Login } from './connection.ts';
import { decodeEvents } from './decodeEvents.ts';
import { failureOfError } from './failures.ts';
import type { Failure } from './failures.ts';
import { fetchStream } from './fetchStream.ts';
import type { FetchStream } from './fetchStream.ts';
import { createSchemas } from './schemas.ts';
import { positionOf, TIMING } from './subscription.ts';
import type { Batch, ReplayFrom, SubscribeOptions, Subscription, SubscriptionState } from './subscription.ts';
import type { FetchRequest, FetchResponse } from './wire.ts';

/** Salesforce takes no more than this over all requests of a stream. */
const MOST_CREDIT = 100;
const ENOUGH_ROOM = 50;

const UNHEARD =
    'The first stream broke before Salesforce had said a position. What is published until the next one is open is not heard.';

/** What the caller's `onEvents` rejected with. */
class NotTaken {
    readonly error: unknown;
    constructor(error: unknown) {
        this.error = error;
    }
}

/**
 * Follows a topic until it is closed, or until somebody must change something (state `fatal`). Throws Error naming an
 * endpoint that is none.
 */
export function subscribe(options: SubscribeOptions): Subscription {
    const { topic, endpoint = ENDPOINT, certificateAuthority, credentials, clock = realClock } = options;
    assertEndpoint(endpoint);
    const timing = { ...TIMING, ...options.timing };
    const closing = new AbortController();
    const schemas = createSchemas();
    const connectionBackOff = createBackOff(timing, clock);
    const handlingBackOff = createBackOff(timing, clock);
    let from: ReplayFrom = options.from;
    /** What came before there was any position to come back to: it is kept here until it is taken. */
    let kept: FetchResponse[] = [];
    let current: FetchStream | undefined;
    let refusals = 0;
    let warned = false;
    /** On a batch that came: coming back sooner would only bring it again, at the cost of the org's allocation. */
    let stuck = false;

    function tell(state: SubscriptionState): void {
        try {
            options.onState?.(state);
        } catch {
            // Whoever listens must not end the stream.
        }
    }

    const roomFor = (): number => Math.min(MOST_CREDIT, Math.max(0, Math.floor(options.room())));

    async function waitForRoom(): Promise<void> {
        if (roomFor() > 0) return;
        tell({ name: 'paused' });
        const since = clock.now();
        const enough = Math.min(MOST_CREDIT, options.enoughRoom ?? ENOUGH_ROOM);
        while (roomFor() < (clock.now() - since < timing.pausedMs ? enough : 1))
            await clock.wait(timing.roomMs, closing.signal);
    }

    function firstRequest(credit: number): FetchRequest {
        const where =
            typeof from === 'string'
                ? { replayPreset: from }
                : ({ replayPreset: 'CUSTOM', replayId: from.after } as const);
        return { topicName: topic, numRequested: credit, ...where };
    }

    async function begin(): Promise<void> {
        try {
            await options.onBeginning?.();
        } catch (error) {
            throw new NotTaken(error);
        }
    }

    /** Resolves when the caller has taken it; rejects with NotTaken, or with the error of a schema that is not to be had. */
    async function handOn(response: FetchResponse, connection: Connection, moreCame: boolean): Promise<void> {
        stuck = true;
        const events = await decodeEvents(response.events, schemas, (schemaId) => connection.schema(schemaId));
        const latest = response.latestReplayId;
        // A later response may hold events before the latest id: only silence after it makes it a position.
        if (events.length === 0) stuck = false;
        if (events.length === 0 && (latest.length === 0 || moreCame)) return;
        const batch: Batch = {
            events,
            ...(events.length > 0 ? {} : { latestReplayId: latest }),
            ...(from === 'LATEST' ? { isNew: true } : {})
        };
        try {
            await options.onEvents(batch);
        } catch (error) {
            throw new NotTaken(error);
        }
        const reached = positionOf(batch);
        if (reached !== undefined && reached.length > 0) from = { after: reached };
        stuck = false;
        handlingBackOff.reset();
    }

    /** Gives no failure where it ended because there is no more room, or because it is closed. */
    async function read(stream: FetchStream, connection: Connection): Promise<Failure | undefined> {
        let heard = false;
        /** Asked for and not yet taken by the caller. */
        let owed = roomFor();
        stream.request(firstRequest(owed));
        while (!closing.signal.aborted) {
            const next = await stream.next();
            if ('failure' in next) return next.failure;
            connectionBackOff.reset();
            if (!heard) tell({ name: 'streaming' });
            heard = true;
            const { response } = next;
            try {
                await handOn(response, connection, stream.waiting.length > 0);
            } catch (error) {
                if (typeof from === 'string') kept = [response, ...stream.waiting];
                throw error;
            }
            refusals = 0;
            owed = Math.max(0, owed - response.events.length);
            const room = roomFor();
            if (room === 0 && owed === 0) return undefined;
            if (room > owed && owed <= room / 2 && !closing.signal.aborted) {
                stream.request({ numRequested: room - owed });
                owed = room;
            }
        }
        return undefined;
    }

    /** One connection, from the sign-in to its end. Rejects with NotTaken. */
    async function followOnce(): Promise<Failure | undefined> {
        if (kept.length === 0) await waitForRoom();
        let login: Login | undefined;
        let connection: Connection | undefined;
        try {
            login = await unlessAborted(credentials.login(), closing.signal);
            connection = connect({ ...timing, endpoint, certificateAuthority }, login, closing.signal);
            for (let [first] = kept; first !== undefined && !closing.signal.aborted; [first] = kept) {
                await handOn(first, connection, true);
                kept.shift();
            }
            if (closing.signal.aborted || roomFor() === 0) return undefined;
            if (from === 'LATEST') await begin();
            tell({ name: 'connecting', from: typeof from === 'string' ? from : 'position' });
            current = fetchStream(connection.subscribe(), { ms: timing.silenceMs, clock });
            const failure = await read(current, connection);
            // What came is kept for the next try, or it has a position.
            if (from === 'LATEST' && kept.length === 0 && options.onBeginning !== undefined) from = 'EARLIEST';
            if (failure?.reaction === 'newToken') credentials.refused(login.accessToken);
            return failure;
        } catch (error) {
            if (error instanceof NotTaken) throw error;
            const failure = failureOfError(error);
            if (failure.reaction === 'newToken' && login !== undefined) credentials.refused(login.accessToken);
            return failure;
        } finally {
            current?.cancel();
            current = undefined;
            connection?.close();
        }
    }

    /** Gives false where it does not go on. */
    async function react(failure: Failure): Promise<boolean> {
        const { reaction } = failure;
        if (reaction === 'stop') {
            tell({ name: 'fatal', failure });
            return false;
        }
        const again = reaction === 'earliest' && from === 'EARLIEST';
        if (reaction === 'earliest') from = 'EARLIEST';
        if (reaction === 'longWait' || reaction === 'earliest') tell({ name: 'alarm', failure });
        // A refused token is no reason to wait, the first time; nor is a lost position.
        const atOnce = (reaction === 'newToken' && refusals++ === 0) || (reaction === 'earliest' && !again);
        if (atOnce) return true;
        if (from === 'LATEST' && reaction !== 'newToken' && !warned) {
            warned = true;
            tell({ name: 'alarm', failure: { ...failure, text: UNHEARD } });
        }
        const ms = reaction === 'longWait' ? timing.longWaitMs : (stuck ? handlingBackOff : connectionBackOff).next();
        tell({ name: 'waiting', ms, failure });
        await clock.wait(ms, closing.signal);
        return true;
    }

    async function run(): Promise<void> {
        let goesOn = true;
        while (goesOn && !closing.signal.aborted) {
            try {
                const failure = await followOnce();
                if (failure !== undefined && !closing.signal.aborted) goesOn = await react(failure);
            } catch (error) {
                if (closing.signal.aborted) break;
                const ms = handlingBackOff.next();
                tell({ name: 'notTaken', ms, error: error instanceof NotTaken ? error.error : error });
                await clock.wait(ms, closing.signal).catch(() => undefined);
            }
        }
        if (closing.signal.aborted) tell({ name: 'closed' });
    }

    const running = run();
    return {
        position: () => (typeof from === 'string' ? undefined : from.after),
        async close(): Promise<void> {
            closing.abort();
            current?.cancel();
            await running;
        }
    };
}

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
    return new Promise((resolve, reject) => {
        const stop = (): void => reject(signal.reason as Error);
        signal.addEventListener('abort', stop, { once: true });
        promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
    });
}
