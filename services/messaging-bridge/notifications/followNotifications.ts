import type { Channel, Rep } from '../genesys/channels.ts';
import type { Genesys } from '../genesys/topologies.ts';
import type { TellTyping } from '../inbound/typing.ts';
import type { Database } from '../store/database.ts';
import { createAsking } from './ask.ts';
import { createCatchUp } from './catchUp.ts';
import { createHearTyping } from './hearTyping.ts';
import { LISTENING, listen } from './listening.ts';
import type { ListeningState, ListeningTiming } from './listening.ts';
import { createMissed } from './missed.ts';
import { seenIn } from './seenConversation.ts';
import type { SeenConversation } from './seenConversation.ts';
import { createWhoServes } from './serving.ts';
import { groupsOf, MOST_TOPICS, topicsFor } from './topics.ts';
import { createTurns } from './turns.ts';

export interface NotificationsOptions {
    readonly database: Database;
    readonly genesys: Genesys;
    readonly channels: readonly Channel[];
    readonly reps: readonly Rep[];
    readonly tellTyping: TellTyping;
    readonly onState: (state: ListeningState) => void;
    /** A conversation that cannot be read now. It is tried again. */
    readonly onFault: (error: unknown) => void;
    readonly timing?: ListeningTiming;
}

export interface Notifications {
    /** Listens as long as this process leads. */
    lead(isLeading: boolean): void;
    close(): Promise<void>;
}

const SIGN_MS = 30_000;

/** Requests of conversations at the same time: messages of reps are sent in between. */
const AT_ONCE = 3;

/**
 * Hears what customers write on channels of Genesys Cloud, and who serves them there, and stores it. After each gap every
 * conversation that goes on is asked.
 */
export function followNotifications(options: NotificationsOptions): Notifications {
    let present: { stop(): Promise<void> } | undefined;
    let ended: Promise<unknown> = Promise.resolve();

    function stop(): void {
        const stopped = present?.stop();
        present = undefined;
        ended = Promise.all([ended, stopped]);
    }

    return {
        lead(isLeading) {
            stop();
            const topics = topicsFor(options.channels, options.reps);
            if (isLeading && topics.length > 0) present = start(options, topics);
        },
        async close() {
            stop();
            await ended;
        }
    };
}

function start(
    { channels, database, genesys, onFault, onState, reps, tellTyping, timing = LISTENING }: NotificationsOptions,
    topics: readonly string[]
): { stop(): Promise<void> } {
    const { client, clock } = genesys;
    const ending = new AbortController();
    const { signal } = ending;
    const asking = createAsking(client, signal);
    const whoServes = createWhoServes(asking, channels, reps);
    const turns = createTurns<SeenConversation>({
        work: createCatchUp({ asking, database, now: () => clock.now(), whoServes }),
        atOnce: AT_ONCE,
        waitMs: (failures) => Math.min(timing.longestBackOffMs, timing.backOffMs * 2 ** Math.min(failures - 1, 10)),
        onFailure(error) {
            if (!signal.aborted) onFault(error);
        }
    });

    const missed = createMissed({
        database,
        genesys,
        channels,
        onMissed: (conversation) => turns.add(conversation),
        onFault,
        listAfterMs: timing.listAfterMs,
        signal
    });
    const hearTyping = createHearTyping({ database, tellTyping, now: () => clock.now() });
    const groups = groupsOf(topics, MOST_TOPICS);
    const deaf = new Set(groups);
    const signing = setInterval(() => {
        if (deaf.size === 0) missed.isListening();
    }, SIGN_MS);

    const listening = groups.map((group) =>
        listen({
            client,
            topics: group,
            onEvent(_topic, body) {
                const seen = seenIn(body);
                if (seen === undefined) return;
                turns.add(seen.id, seen);
                void hearTyping(seen);
            },
            onGap: () => missed.ask(),
            onState(state) {
                if (state.name === 'listening') deaf.delete(group);
                if (state.name === 'lost') deaf.add(group);
                onState(state);
            },
            signal,
            timing
        })
    );

    return {
        async stop() {
            clearInterval(signing);
            ending.abort();
            await Promise.all([...listening, turns.close(), missed.close()]);
        }
    };
}
