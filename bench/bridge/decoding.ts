import { createRequire } from 'node:module';
import path from 'node:path';
import { EventBus } from '../../local/org/pubsub/eventBus.ts';
import { REP_EVENT, repWrites } from '../../local/org/pubsub/repEventForTests.ts';
import { decodeOutbound } from '../../services/messaging-bridge/outbound/outbound.ts';
import { avroType } from '../../services/messaging-bridge/pubsub/avroType.ts';
import { timed } from '../measuring/rounds.ts';
import type { Contender } from '../measuring/rounds.ts';
import type { Measured } from '../measuring/summed.ts';
import { placeOf, textOf } from './arrivals.ts';

/** Of one event: microseconds of the processor. */
export interface Decoding {
    /** Of an event, as Avro. */
    readonly bytes: number;
    /** Avro and every rule of the catalogue. */
    readonly ours: Measured;
    /** Avro by the same library, and JSON.parse: nothing is checked. */
    readonly unchecked: Measured;
    /** avro-js, the members of unions taken out, the replay id as a number and JSON.parse, as salesforce-pubsub-api-client does. */
    readonly client?: Measured;
    /** How many times as fast ours is as that. */
    readonly besideClient?: Measured;
}

const EVENTS = 200;

interface AvroJs {
    parse(schema: unknown): { fromBuffer(bytes: Uint8Array): Record<string, unknown> };
}

export async function measureDecoding(
    clientFolder: string | undefined,
    timing = { rounds: 15, turns: 10 }
): Promise<Decoding> {
    const bus = new EventBus();
    const schema = bus.schema(bus.deploy(REP_EVENT))?.json ?? '';
    const events = Array.from({ length: EVENTS }, (_, number) => {
        const fields = repWrites(placeOf(`conversation-${number}`), `entry-${number}`, textOf('run', number));
        return bus.publish(REP_EVENT.eventName, fields);
    });
    const type = avroType(schema);
    const each = (decode: (payload: Buffer, place: number) => unknown): Contender => ({
        size: EVENTS,
        run: () => events.forEach(({ payload }, place) => decode(payload, place))
    });
    const payloadOf = (record: unknown): unknown =>
        JSON.parse((record as { readonly Payload__c: string }).Payload__c) as unknown;
    const contenders = {
        ours: each((payload) => mustBeRead(decodeOutbound(type.fromBuffer(payload)))),
        unchecked: each((payload) => payloadOf(type.fromBuffer(payload)))
    };
    const bytes = events[0]?.payload.length ?? 0;
    if (clientFolder === undefined) {
        const { times } = await timed(contenders, timing);
        return { bytes, ...times };
    }
    const avro = createRequire(path.join(clientFolder, 'package.json'))('avro-js') as AvroJs;
    const theirs = avro.parse(JSON.parse(schema));
    const replayIds = events.map(({ replayId }) => {
        const id = Buffer.alloc(8);
        id.writeBigUInt64BE(replayId);
        return id;
    });
    const client = each((payload, place) => {
        const record = theirs.fromBuffer(payload);
        takeOutOfUnions(record);
        return [Number(replayIds[place]?.readBigUInt64BE()), payloadOf(record)];
    });
    const { ratio, times } = await timed({ ...contenders, client }, timing);
    return { bytes, ...times, besideClient: ratio('ours', 'client') };
}

/** avro-js gives the value of a union as an object with one member, named after its type. */
function takeOutOfUnions(record: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(record)) {
        if (value === null || typeof value !== 'object') continue;
        const [inside, ...more] = Object.values(value);
        if (more.length === 0) record[name] = inside;
    }
}

function mustBeRead(decoded: ReturnType<typeof decodeOutbound>): void {
    if (!decoded.ok || decoded.event.kind !== 'Interaction') throw new Error('An event of the bench is not read.');
}
