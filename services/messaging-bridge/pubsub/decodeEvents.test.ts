import assert from 'node:assert/strict';
import { test } from 'node:test';
import avro from 'avsc';
import fc from 'fast-check';
import { decodeEvents } from './decodeEvents.ts';
import { createSchemas } from './schemas.ts';
import { RECORD, testEvent } from './serverForTests.ts';

const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
/** The same names with other types, a field less, and a shape that repeats. */
const SCHEMAS: Readonly<Record<string, object>> = {
    right: RECORD,
    shorter: { ...RECORD, fields: RECORD.fields.slice(0, 2) },
    other: {
        ...RECORD,
        fields: RECORD.fields.map(({ name }) => ({ name, type: ['null', 'double', 'long', 'boolean'] }))
    },
    list: { type: 'array', items: { type: 'map', values: 'bytes' } }
};
const fetch = (schemaId: string): Promise<{ schemaJson: string; schemaId: string }> =>
    Promise.resolve({ schemaJson: JSON.stringify(SCHEMAS[schemaId]), schemaId });

const NO_EVENT = {
    list: SCHEMAS['list'],
    nested: { type: 'record', name: 'A', fields: [{ name: 'a', type: ['null', SCHEMAS['list']] }] }
};

test('an operator is not held up by bytes that name a list without end', async () => {
    for (const schema of Object.values(NO_EVENT)) {
        const [event] = await decodeEvents(
            [
                {
                    event: { id: 'a', schemaId: 'a', payload: Buffer.from('02feffffffffffffff0f', 'hex') },
                    replayId: Buffer.alloc(1)
                }
            ],
            createSchemas(),
            (schemaId) => Promise.resolve({ schemaId, schemaJson: JSON.stringify(schema) })
        );
        assert.equal(event?.problem, 'its schema is not one of a platform event');
    }
});

const damage = fc.record({
    schemaId: fc.constantFrom(...Object.keys(SCHEMAS)),
    cut: fc.option(fc.nat(40)),
    flips: fc.array(fc.tuple(fc.nat(60), fc.nat(7)), { maxLength: 4 }),
    instead: fc.option(fc.uint8Array({ maxLength: 40 }), { freq: 5 }),
    after: fc.uint8Array({ maxLength: 3 })
});

test(`an operator has every damaged event with its bytes, and the whole one after it (seed ${seed})`, async () => {
    const schemas = createSchemas();
    await fc.assert(
        fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 8 }), async (damages) => {
            const events = damages.map(({ schemaId, cut, flips, instead, after }, number) => {
                const payload = Buffer.from(instead ?? testEvent(number).payload);
                for (const [at, bit] of flips) if (at < payload.length) payload[at] = (payload[at] ?? 0) ^ (1 << bit);
                return {
                    event: {
                        id: String(number),
                        schemaId,
                        payload: Buffer.concat([payload.subarray(0, cut ?? 99), after])
                    },
                    replayId: Buffer.alloc(10)
                };
            });
            const last = testEvent(99, 'right');
            const decoded = await decodeEvents([...events, { event: last, replayId: last.replayId }], schemas, fetch);
            assert.equal(decoded.length, events.length + 1);
            for (const [index, { bytes, problem, record }] of decoded.slice(0, -1).entries()) {
                assert.deepEqual(bytes, events[index]?.event.payload);
                assert.equal(problem === undefined, record !== undefined);
            }
            assert.equal((decoded.at(-1)?.record as { Payload__c: string }).Payload__c, 'text 99');
        }),
        { seed, numRuns: 1_000 }
    );
});

test('an operator has an event without a body as one that names no schema', async () => {
    const [event] = await decodeEvents([{ event: null, replayId: Buffer.from([1]) }], createSchemas(), fetch);
    assert.deepEqual(
        { ...event, bytes: [] },
        {
            id: '',
            replayId: Buffer.from([1]),
            schemaId: '',
            bytes: [],
            record: undefined,
            problem: 'it names no schema'
        }
    );
});

test('an operator has a null as null, and an emoji whole', async () => {
    const type = avro.Type.forSchema(structuredClone(RECORD) as unknown as avro.Schema, { wrapUnions: 'never' });
    const payloads = [null, '👩‍👩‍👧'].map((Payload__c) => type.toBuffer({ CreatedDate: 1, CreatedById: '', Payload__c }));
    const decoded = await decodeEvents(
        payloads.map((payload) => ({ event: { id: 'a', schemaId: 'right', payload }, replayId: Buffer.alloc(1) })),
        createSchemas(),
        fetch
    );
    assert.deepEqual(
        decoded.map(({ record }) => (record as { Payload__c: unknown }).Payload__c),
        [null, '👩‍👩‍👧']
    );
});
