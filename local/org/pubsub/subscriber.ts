import { randomUUID } from 'node:crypto';
import type { ServerDuplexStream, StatusObject } from '@grpc/grpc-js';
import type { EventBus } from './eventBus.ts';
import { refusal } from './refusals.ts';
import { replayIdBytes } from './replayIds.ts';
import type { FetchRequest } from './wire.ts';

/** Salesforce's own rules, in milliseconds; a test makes them shorter. */
export interface SubscriberRules {
    /** An empty response after so much silence while events are asked for. */
    readonly keepaliveMs: number;
    /** A stream that asks for nothing is ended after so long. */
    readonly creditMs: number;
    /** The most events in one response. */
    readonly batch: number;
}

export const RULES: SubscriberRules = { keepaliveMs: 60_000, creditMs: 60_000, batch: 100 };
const MOST_CREDIT = 100;

/** One Subscribe call, on the side of Salesforce. */
export interface Subscriber {
    readonly accessToken: string;
    end(status?: Partial<StatusObject>): void;
}

export function serveSubscriber(
    call: ServerDuplexStream<FetchRequest, object>,
    accessToken: string,
    bus: EventBus,
    rules: SubscriberRules,
    onEnded: (subscriber: Subscriber) => void
): Subscriber {
    let topic: string | undefined;
    let place = 0n;
    let pending = 0;
    let ended = false;
    let timer: NodeJS.Timeout | undefined;
    const quiet = bus.onPublished(() => deliver());

    function end(status?: Partial<StatusObject>): void {
        if (ended) return;
        ended = true;
        clearTimeout(timer);
        quiet();
        onEnded(subscriber);
        if (status === undefined) call.end();
        else call.emit('error', status);
    }

    /** From the last response or request on. */
    function rest(): void {
        clearTimeout(timer);
        if (pending === 0) timer = setTimeout(() => end(), rules.creditMs);
        else timer = setTimeout(keepAlive, rules.keepaliveMs);
        timer.unref();
    }

    function respond(events: readonly object[], latest: bigint): void {
        call.write({
            events,
            latestReplayId: replayIdBytes(latest),
            rpcId: randomUUID(),
            pendingNumRequested: pending
        });
        rest();
    }

    function keepAlive(): void {
        place = bus.latest;
        respond([], place);
    }

    function deliver(): void {
        while (!ended && topic !== undefined && pending > 0) {
            const events = bus.after(topic, place, Math.min(pending, rules.batch));
            const last = events.at(-1);
            if (last === undefined) return;
            if (!bus.mayDeliver(events.length)) return end(refusal('subscription.limit.exceeded'));
            pending -= events.length;
            place = last.replayId;
            respond(
                events.map(({ id, schemaId, payload, replayId }) => ({
                    event: { id, schemaId, payload },
                    replayId: replayIdBytes(replayId)
                })),
                place
            );
        }
    }

    /** Gives the status to end with, if the first request is none. */
    function begin(request: FetchRequest): Partial<StatusObject> | undefined {
        if (request.topicName === '') return refusal('topic.validation.empty');
        if (bus.topic(request.topicName) === undefined) return refusal('topic.not.found');
        if (request.replayPreset === 'CUSTOM') {
            if (request.replayId.length === 0) return refusal('subscription.fetch.replayid.validation.failed');
            const named = bus.place(request.replayId);
            if (named === undefined) return refusal('subscription.fetch.replayid.corrupted');
            place = named;
        } else {
            place = request.replayPreset === 'EARLIEST' ? bus.earliest : bus.latest;
        }
        topic = request.topicName;
        return undefined;
    }

    function take(request: FetchRequest): void {
        if (ended) return;
        if (request.numRequested <= 0) return end(refusal('subscription.fetch.requested.events.invalid'));
        if (topic === undefined) {
            const refused = begin(request);
            if (refused !== undefined) return end(refused);
        } else if (request.topicName !== '' && request.topicName !== topic) {
            return end(refusal('subscription.fetch.topic.mismatch'));
        }
        pending = Math.min(MOST_CREDIT, pending + request.numRequested);
        rest();
        deliver();
    }

    const subscriber: Subscriber = { accessToken, end };
    call.on('data', take);
    call.on('end', () => end());
    call.on('cancelled', () => end());
    return subscriber;
}
