import { randomUUID } from 'node:crypto';
import avro from 'avsc';
import type { Schema, Type } from 'avsc';
import { eventSchema } from './platformEvent.ts';
import type { EventSchema, PlatformEvent, PlatformEventField } from './platformEvent.ts';
import { createReplayIds } from './replayIds.ts';

export interface KeptEvent {
    readonly replayId: bigint;
    readonly topic: string;
    /** EventUuid. */
    readonly id: string;
    readonly schemaId: string;
    readonly payload: Buffer;
    /** Epoch milliseconds. */
    readonly at: number;
}

export interface EventBusOptions {
    readonly now?: () => number;
    readonly random?: () => number;
    /** 72 hours, as for every high-volume platform event. */
    readonly retentionMs?: number;
    /** Deliveries in 24 hours, over all subscribers. */
    readonly dailyDeliveries?: number;
    /** The oldest go first: it is all in memory. */
    readonly mostEvents?: number;
}

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

/** The event bus of one org: what was published, in the order it was, for as long as the platform keeps it. */
export class EventBus {
    private readonly schemas = new Map<string, EventSchema & { readonly type: Type }>();
    private readonly topics = new Map<
        string,
        { readonly schemaId: string; readonly fields: readonly PlatformEventField[] }
    >();
    private readonly listeners = new Set<() => void>();
    private readonly deliveries: { readonly at: number; readonly count: number }[] = [];
    private readonly replayIds;
    private readonly now: () => number;
    private readonly retentionMs: number;
    private readonly mostEvents: number;
    private kept: KeptEvent[] = [];
    /** The newest place that is no longer kept. */
    private gone: bigint | undefined;
    /** Switched by tests and the demo. */
    dailyDeliveries: number;

    constructor(options: EventBusOptions = {}) {
        this.now = options.now ?? Date.now;
        this.retentionMs = options.retentionMs ?? 72 * HOUR_MS;
        this.mostEvents = options.mostEvents ?? 100_000;
        this.dailyDeliveries = options.dailyDeliveries ?? 25_000;
        this.replayIds = createReplayIds(options.random);
    }

    /** Deploys a platform event, or a changed one: events from now on have another schema id if a field is other. */
    deploy(event: PlatformEvent): string {
        const schema = eventSchema(event);
        const type = avro.Type.forSchema(JSON.parse(schema.json) as Schema, { wrapUnions: 'never' });
        this.schemas.set(schema.id, { ...schema, type });
        this.topics.set(topicOf(event.eventName), { schemaId: schema.id, fields: event.fields });
        return schema.id;
    }

    topic(topic: string): { readonly schemaId: string } | undefined {
        return this.topics.get(topic);
    }

    schema(id: string): EventSchema | undefined {
        return this.schemas.get(id);
    }

    /**
     * What a flow or the platform publishes. A field that is not given is null. Throws Error for a field that there is not,
     * and for a text that is too long for its field.
     */
    publish(
        eventName: string,
        values: Readonly<Record<string, unknown>>,
        createdById = '005000000000001AAA'
    ): KeptEvent {
        const topic = topicOf(eventName);
        const known = this.topics.get(topic);
        const type = this.schemas.get(known?.schemaId ?? '')?.type;
        if (known === undefined || type === undefined) throw new Error(`There is no platform event ${eventName}.`);
        const unknown = Object.keys(values).find((given) => !known.fields.some(({ name }) => name === given));
        if (unknown !== undefined) throw new Error(`${eventName} has no field ${unknown}.`);
        for (const { name, length = Infinity } of known.fields) {
            const value = values[name];
            if (typeof value === 'string' && value.length > length)
                throw new Error(`${eventName}.${name} takes ${length} characters; there are ${value.length}.`);
        }
        const record = { CreatedDate: this.now(), CreatedById: createdById };
        const custom = Object.fromEntries(known.fields.map(({ name }) => [name, values[name] ?? null]));
        return this.keep(topic, known.schemaId, type.toBuffer({ ...record, ...custom }));
    }

    /** What a Pub/Sub client publishes: bytes by a schema of the topic. Gives undefined where they are not of it. */
    publishBytes(topic: string, schemaId: string, payload: Buffer, id?: string): KeptEvent | undefined {
        const type = this.topics.has(topic) ? this.schemas.get(schemaId)?.type : undefined;
        try {
            type?.fromBuffer(payload);
        } catch {
            return undefined;
        }
        return type === undefined ? undefined : this.keep(topic, schemaId, payload, id);
    }

    /** For tests: whatever the bytes are. */
    keep(topic: string, schemaId: string, payload: Buffer, id: string = randomUUID()): KeptEvent {
        const event = { replayId: this.replayIds.issue(), topic, id, schemaId, payload, at: this.now() };
        this.kept.push(event);
        if (this.kept.length > this.mostEvents) this.drop(Math.ceil(this.mostEvents / 10));
        for (const listener of this.listeners) listener();
        return event;
    }

    /** In order, at most so many. */
    after(topic: string, replayId: bigint, most: number): KeptEvent[] {
        this.expire();
        const found: KeptEvent[] = [];
        for (let at = this.firstAfter(replayId); at < this.kept.length && found.length < most; at += 1) {
            const event = this.kept[at];
            if (event?.topic === topic) found.push(event);
        }
        return found;
    }

    get latest(): bigint {
        return this.replayIds.latest;
    }

    /** Just before the oldest event that is kept. */
    get earliest(): bigint {
        this.expire();
        return this.gone ?? 0n;
    }

    /** The place that a subscriber names; undefined where there is none, or none any more. */
    place(bytes: Uint8Array): bigint | undefined {
        this.expire();
        const id = this.replayIds.read(bytes);
        // The newest place stays one, however long nothing is published: keepalives tell it.
        const old = id !== undefined && this.gone !== undefined && id <= this.gone && id !== this.latest;
        return old ? undefined : id;
    }

    /** Counts deliveries; false where the org has used up those of 24 hours. */
    mayDeliver(count: number): boolean {
        const since = this.now() - DAY_MS;
        while (this.deliveries[0] !== undefined && this.deliveries[0].at <= since) this.deliveries.shift();
        const used = this.deliveries.reduce((sum, delivery) => sum + delivery.count, 0);
        if (used + count > this.dailyDeliveries) return false;
        const minute = Math.floor(this.now() / 60_000) * 60_000;
        const last = this.deliveries.at(-1);
        if (last?.at === minute)
            this.deliveries[this.deliveries.length - 1] = { at: minute, count: last.count + count };
        else this.deliveries.push({ at: minute, count });
        return true;
    }

    /** Gives a function that stops it. */
    onPublished(listener: () => void): () => void {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
    }

    private firstAfter(replayId: bigint): number {
        let [from, to] = [0, this.kept.length];
        while (from < to) {
            const middle = (from + to) >> 1;
            if ((this.kept[middle]?.replayId ?? 0n) <= replayId) from = middle + 1;
            else to = middle;
        }
        return from;
    }

    private expire(): void {
        const since = this.now() - this.retentionMs;
        let count = 0;
        while (count < this.kept.length && (this.kept[count]?.at ?? since) < since) count += 1;
        if (count > 0) this.drop(count);
    }

    private drop(count: number): void {
        this.gone = this.kept[count - 1]?.replayId;
        this.kept = this.kept.slice(count);
    }
}

export const topicOf = (eventName: string): string => `/event/${eventName}`;
