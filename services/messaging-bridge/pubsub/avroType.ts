import avro from 'avsc';
import type { Schema, Type } from 'avsc';

/** Avro's long is wider than a JavaScript number: one that would lose digits stays a bigint. */
const exactLong = (): Type =>
    avro.types.LongType.__with({
        fromBuffer(bytes: Buffer): number | bigint {
            const value = bytes.readBigInt64LE();
            return Number.isSafeInteger(Number(value)) ? Number(value) : value;
        },
        toBuffer(value: number | bigint): Buffer {
            const bytes = Buffer.alloc(8);
            bytes.writeBigInt64LE(BigInt(value));
            return bytes;
        },
        fromJSON: (value: number | string): number | bigint => BigInt(value),
        toJSON: (value: number | bigint): string => String(value),
        isValid: (value: unknown): boolean => typeof value === 'bigint' || Number.isSafeInteger(value),
        compare: (one: number | bigint, other: number | bigint): 0 | 1 | -1 =>
            one === other ? 0 : one < other ? -1 : 1
    });

/**
 * Throws where the text is no Avro schema, or holds a list: no platform event does, and damaged bytes could name one of 2^53
 * items, through which the decoder would go one by one. A nullable field decodes to its bare value or null.
 */
export function avroType(schemaJson: string): Type {
    const type = avro.Type.forSchema(JSON.parse(schemaJson) as Schema, {
        wrapUnions: 'never',
        registry: { long: exactLong() }
    });
    if (holdsLists(type)) throw new Error('A schema with lists is not that of a platform event.');
    return type;
}

function holdsLists(type: Type, above: readonly Type[] = []): boolean {
    if (above.includes(type)) return false;
    if (avro.Type.isType(type, 'array', 'map')) return true;
    const below = [...above, type];
    if (avro.Type.isType(type, 'record'))
        return (type as avro.types.RecordType).fields.some((field) => holdsLists(field.type, below));
    return avro.Type.isType(type, 'union')
        ? (type as avro.types.UnwrappedUnionType).types.some((one) => holdsLists(one, below))
        : false;
}
