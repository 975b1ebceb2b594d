/** Events whose bytes are broken, between whole ones: through the real subscriber into a real database. */
import { setTimeout as wait } from 'node:timers/promises';
import { entriesOf } from '../../services/messaging-bridge/delivery/entriesOf.ts';
import { subscribe } from '../../services/messaging-bridge/pubsub/subscribe.ts';
import { positionOf } from '../../services/messaging-bridge/pubsub/subscription.ts';
import { storeBatch } from '../../services/messaging-bridge/store/batches.ts';
import type { Database } from '../../services/messaging-bridge/store/database.ts';
import { takeLeadership } from '../../services/messaging-bridge/store/leadership.ts';
import { createRandomNumbers } from '../../test/faults/world/randomNumbers.ts';
import { EventBus } from '../org/pubsub/eventBus.ts';
import { startPubSubServer } from '../org/pubsub/pubSubServer.ts';
import { ORG } from '../org/interactionService/serviceForTests.ts';

const TOPIC = '/event/Outbound__e';
const FIELDS = [
    { name: 'Event_Type__c', type: 'Text' },
    { name: 'Payload__c', type: 'LongTextArea' }
] as const;
const LONGEST_MS = 60_000;

export interface DamageReport {
    readonly whole: number;
    readonly damaged: number;
    /** Whole ones that were not stored, or not in their order. */
    readonly missing: readonly string[];
    /** Of which nothing came: no entry, nothing set aside, nothing counted. */
    readonly vanished: number;
    /** Set aside, with the bytes that were published. */
    readonly setAside: number;
    /** Set aside with other bytes. */
    readonly altered: number;
}

/** Every third event is whole. `database` is empty, and nobody else's. */
export async function playDamage(database: Database, events: number, seed: number): Promise<DamageReport> {
    const random = createRandomNumbers(seed);
    const below = (count: number): number => Math.floor(random() * count);
    const bus = new EventBus({ dailyDeliveries: Infinity });
    const older = bus.deploy({ eventName: 'Outbound__e', fields: FIELDS.slice(0, 1) });
    const other = bus.deploy({
        eventName: 'Outbound__e',
        fields: [{ name: 'Count__c', type: 'Number' }, ...FIELDS.toReversed()]
    });
    const right = bus.deploy({ eventName: 'Outbound__e', fields: FIELDS });
    const say = (text: string): Buffer =>
        bus.publish('Outbound__e', { Event_Type__c: 'Interaction', Payload__c: text }).payload;

    const wholes: string[] = [];
    let damaged = 0;
    const pattern = say(message('pattern', 'It is a pattern.'));
    for (let number = 0; number < events; number += 1) {
        if (number % 3 === 0) {
            wholes.push(`whole-${number}`);
            say(message(`whole-${number}`, `Whole ${number}`));
            continue;
        }
        damaged += 1;
        const kind = below(8);
        if (kind >= 4) say(broken(message(`damaged-${number}`, `Damaged ${number}`), below));
        else bus.keep(TOPIC, [right, older, other, 'no such schema'][kind] ?? right, flipped(pattern, below));
    }

    const server = await startPubSubServer({ bus, organizationId: ORG, isToken: () => true });
    const leadership = await takeLeadership(database, 'damage', 3_600_000);
    if (leadership === undefined) throw new Error('Somebody else leads in this database.');
    let [came, vanished] = [0, 0];
    const subscription = subscribe({
        topic: TOPIC,
        endpoint: `http://127.0.0.1:${server.port}`,
        credentials: {
            login: async () => ({ accessToken: 'token', instanceUrl: 'https://local.example', organizationId: ORG }),
            refused: () => undefined
        },
        from: 'EARLIEST',
        room: () => 100,
        async onEvents(batch) {
            const replayId = positionOf(batch);
            const sorted = entriesOf(batch);
            if (replayId === undefined) return;
            await storeBatch(database, leadership, { ...sorted, topic: TOPIC, replayId });
            came += batch.events.length;
            const dropped = Object.values(sorted.dropped).reduce((sum, count) => sum + count, 0);
            vanished += Math.max(0, batch.events.length - sorted.entries.length - sorted.unreadable.length - dropped);
        },
        timing: { backOffMs: 4, longestBackOffMs: 20 }
    });
    try {
        const end = performance.now() + LONGEST_MS;
        while (came < events + 1 && performance.now() < end) await wait(10);
    } finally {
        await subscription.close();
        await server.close();
    }
    const keys = await database.query<{ key: string }>('select key from bridge_entries order by seq');
    const stored = keys.map(({ key }) => key.replace(/^entry:/, '')).filter((key) => key.startsWith('whole-'));
    const published = new Set(bus.after(TOPIC, 0n, Infinity).map(({ payload }) => payload.toString('hex')));
    const aside = await database.query<{ bytes: Uint8Array }>('select bytes from bridge_quarantine');
    const altered = aside.filter(({ bytes }) => !published.has(Buffer.from(bytes).toString('hex'))).length;
    return {
        whole: wholes.length,
        damaged,
        missing: wholes.filter((key, at) => stored[at] !== key),
        vanished: vanished + events + 1 - came,
        setAside: aside.length - altered,
        altered
    };
}

const message = (identifier: string, text: string): string =>
    JSON.stringify({
        conversationIdentifier: 'a conversation',
        channelAddressIdentifier: 'a channel',
        recipient: { appType: 'custom', subject: 'edna', role: 'EndUser' },
        payload: {
            identifier,
            entryType: 'Message',
            entryPayload: {
                entryType: 'Message',
                id: identifier,
                abstractMessage: {
                    messageType: 'StaticContentMessage',
                    id: identifier,
                    staticContent: { formatType: 'Text', text }
                }
            },
            sender: { appType: 'agent', subject: '005000000000001AAA', role: 'Agent' },
            clientTimestamp: 1
        }
    });

/** Cut, or with bits turned over, or with something behind it. */
function flipped(payload: Buffer, below: (count: number) => number): Buffer {
    const bytes = Buffer.from(payload.subarray(0, below(3) === 0 ? below(payload.length) : payload.length));
    for (let left = below(5); left > 0 && bytes.length > 0; left -= 1) {
        const at = below(bytes.length);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
    }
    return below(4) === 0 ? Buffer.concat([bytes, Buffer.from([below(256)])]) : bytes;
}

const ODD = ['\\u0000', '\\ud800', '\\udfff', '"', '}', 'null', '9e999', '[[[['];

/** JSON that is cut, or has something else for a character, or right behind the beginning of a text. */
function broken(json: string, below: (count: number) => number): string {
    const texts = [...json.matchAll(/:"/g)].map(({ index }) => index + 2);
    const at = below(2) === 0 ? below(json.length) : (texts[below(texts.length)] ?? 0);
    return below(4) === 0 ? json.slice(0, at) : `${json.slice(0, at)}${ODD[below(ODD.length)]}${json.slice(at + 1)}`;
}
