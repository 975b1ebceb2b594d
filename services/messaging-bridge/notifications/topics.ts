import type { Channel, Rep } from '../genesys/channels.ts';

/** A channel takes no more. */
export const MOST_TOPICS = 1_000;

/** What the bridge wants to be told of: the queues by which customers come, and the conversations of the reps. */
export function topicsFor(channels: readonly Channel[], reps: readonly Rep[]): string[] {
    const queues = channels.flatMap((channel) => (channel.topology === 'genesysChannel' ? [channel.queueId] : []));
    if (queues.length === 0) return [];
    return [
        ...new Set([
            ...queues.map((id) => `v2.routing.queues.${id}.conversations.messages`),
            ...reps.map(({ genesysUserId: id }) => `v2.users.${id}.conversations.messages`)
        ])
    ];
}

/** As lists that one channel takes each. */
export function groupsOf(topics: readonly string[], most = MOST_TOPICS): string[][] {
    const count = Math.ceil(topics.length / most);
    return Array.from({ length: count }, (_, at) => topics.slice(at * most, (at + 1) * most));
}
