import { status } from '@grpc/grpc-js';
import type { Type } from 'avsc';
import type { Schemas } from './schemas.ts';
import type { ConsumerEvent, SchemaInfo } from './wire.ts';

export interface ReceivedEvent {
    /** Salesforce's EventUuid: unlike any other. `''` where it sent none. */
    readonly id: string;
    /** Opaque: kept and sent back as it is. */
    readonly replayId: Uint8Array;
    readonly schemaId: string;
    readonly bytes: Uint8Array;
    /** What the bytes say. A whole number beyond 2^53 is a bigint. */
    readonly record: unknown;
    /** Why there is no record. */
    readonly problem?: string;
}

/** Rejects when a schema cannot be had for now; what can never be decoded is given with its problem. */
export async function decodeEvents(
    events: readonly ConsumerEvent[],
    schemas: Schemas,
    fetch: (schemaId: string) => Promise<SchemaInfo>
): Promise<ReceivedEvent[]> {
    const decoded: ReceivedEvent[] = [];
    for (const { event, replayId } of events) {
        const { id, schemaId, payload } = event ?? { id: '', schemaId: '', payload: Buffer.alloc(0) };
        const read = schemaId === '' ? new Error('it names no schema') : await typeOf(schemaId, schemas, fetch);
        decoded.push({ id, replayId, schemaId, bytes: payload, ...recordOf(read, payload) });
    }
    return decoded;
}

/** A schema that Salesforce does not know will not be known later either. */
const NEVER: readonly unknown[] = [status.NOT_FOUND, status.INVALID_ARGUMENT];

async function typeOf(
    schemaId: string,
    schemas: Schemas,
    fetch: (schemaId: string) => Promise<SchemaInfo>
): Promise<Type | Error> {
    try {
        return await schemas.type(schemaId, fetch);
    } catch (error) {
        if (error instanceof Error && 'code' in error && NEVER.includes(error.code))
            return new Error('Salesforce does not know its schema');
        throw error;
    }
}

function recordOf(read: Type | Error, payload: Buffer): { record: unknown; problem?: string } {
    if (read instanceof Error) return { record: undefined, problem: read.message };
    try {
        return { record: read.fromBuffer(payload) as unknown };
    } catch {
        // The reason that the decoder gives may hold a piece of the content.
        return { record: undefined, problem: 'its bytes do not fit its schema' };
    }
}
