import { randomBytes } from 'node:crypto';
import type { Caller } from '../platformApi/oauth.ts';
import { notFound } from '../platformApi/vendorError.ts';

/** A caller's channel: what it wants to be told of. */
export interface Channel {
    readonly id: string;
    /** Of which OAuth client, and for whom it acts. */
    readonly owner: string;
    readonly topics: Set<string>;
    /** In milliseconds since 1970. */
    expiresAt: number;
    lastUsed: number;
    isConnected: boolean;
}

export interface Channels {
    /** Beyond the twentieth of an owner the one goes that was used longest ago, those without a connection first. */
    create(caller: Caller): Channel;
    /** Throws VendorError: 404 for one that is gone, or is somebody else's. */
    of(caller: Caller, id: string): Channel;
    /** Whoever knows the address of a channel may connect. */
    named(id: string): Channel | undefined;
    all(caller: Caller): readonly Channel[];
    /** Told when one goes: it has expired, or there were too many. */
    onGone(listener: (id: string) => void): void;
    /** For another 24 hours. */
    renew(channel: Channel): void;
    listening(topics: ReadonlySet<string>): readonly (readonly [Channel, string])[];
    expireAll(): void;
}

const LIFETIME_MS = 24 * 60 * 60_000;
const MOST_OF_ONE = 20;

export function createChannels(now: () => number): Channels {
    const channels = new Map<string, Channel>();
    const listeners: ((id: string) => void)[] = [];

    function remove({ id }: Channel): void {
        channels.delete(id);
        for (const listener of listeners) listener(id);
    }

    function live(): Channel[] {
        for (const one of channels.values()) if (one.expiresAt <= now()) remove(one);
        return [...channels.values()];
    }

    const ofOwner = (owner: string): Channel[] => live().filter((one) => one.owner === owner);
    const renew = (channel: Channel): void => {
        channel.expiresAt = now() + LIFETIME_MS;
        channel.lastUsed = now();
    };

    return {
        create(caller) {
            const owner = ownerOf(caller);
            const id = `streaming-0-${randomBytes(16).toString('hex')}`;
            const mine = ofOwner(owner);
            const channel = { id, owner, topics: new Set<string>(), isConnected: false, expiresAt: 0, lastUsed: 0 };
            renew(channel);
            channels.set(id, channel);
            const [least] = mine.toSorted(
                (one, other) => Number(one.isConnected) - Number(other.isConnected) || one.lastUsed - other.lastUsed
            );
            if (mine.length >= MOST_OF_ONE && least !== undefined) remove(least);
            return channel;
        },
        of(caller, id) {
            const found = ofOwner(ownerOf(caller)).find((one) => one.id === id);
            if (found === undefined) throw notFound('channel', id);
            return found;
        },
        named: (id) => live().find((one) => one.id === id),
        all: (caller) => ofOwner(ownerOf(caller)),
        onGone: (listener) => void listeners.push(listener),
        renew,
        listening: (topics) =>
            live().flatMap((channel) =>
                [...channel.topics].filter((topic) => topics.has(topic)).map((topic) => [channel, topic] as const)
            ),
        expireAll: () => [...channels.values()].forEach(remove)
    };
}

const ownerOf = ({ clientId, userId = '' }: Caller): string => `${clientId} ${userId}`;
