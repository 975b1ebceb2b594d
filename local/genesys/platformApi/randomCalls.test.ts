import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { OPERATIONS } from '../../../services/genesys-api/operations.ts';
import { authorised, control, operationNamed, sent, validCall } from './callerForTests.ts';
import type { Sent, tokens } from './callerForTests.ts';
import { isLive } from './conversation.ts';
import { readVendorModels } from './vendorModelsForTests.ts';

const RUNS = 60;
const models = readVendorModels();

/** What customers get something of; a fax without document waits for its bytes. */
const SENDS = [
    'post_email_messages',
    'post_emails_agentless',
    'post_message_communication_messages',
    'post_message_communication_socialmedia_messages',
    'post_messages_agentless'
];

interface Step {
    readonly name: string;
    readonly as?: keyof typeof tokens;
    /** What becomes of one field, by its place in the table. */
    readonly spoilt?: { readonly at: number; readonly value: unknown };
    readonly query?: string;
}

const step: fc.Arbitrary<Step> = fc.record(
    {
        name: fc.constantFrom(...OPERATIONS.map(({ name }) => name)),
        as: fc.constantFrom<keyof typeof tokens>('service', 'reader', 'agent', 'supervisor'),
        spoilt: fc.record({ at: fc.nat(20), value: fc.jsonValue({ maxDepth: 2 }) }),
        query: fc.constantFrom('?pageSize=0', '?provisional=x', '?prefetchConversationId=maybe', '?discard=true')
    },
    { requiredKeys: ['name'] }
);

/** Undefined where what it needs cannot be had any more. */
async function callOf({ name, as, spoilt, query }: Step): Promise<Sent | undefined> {
    const valid = await validCall(name).catch(() => undefined);
    if (valid === undefined) return undefined;
    const call = authorised({ ...valid, ...(as === undefined ? {} : { as: as as 'service' }) });
    const fields = operationNamed(name).params.filter((one) => one.in === 'body');
    const field = spoilt && fields[spoilt.at % Math.max(fields.length, 1)];
    const body = field ? { ...call.body, [field.name]: spoilt.value } : call.body;
    return { ...call, ...(body === undefined ? {} : { body }), ...(query === undefined ? {} : { query }) };
}

/** Without a draft: it comes to be when somebody looks for it. */
const picture = (): string =>
    JSON.stringify([control.conversations().map(({ draft: _, ...rest }) => rest), control.received()]);

function mustHold(): void {
    for (const { endTime, participants } of control.conversations()) {
        assert.equal(
            endTime !== undefined,
            !participants.some(isLive),
            'it has ended once everybody has gone, not before'
        );
        for (const { endTime: left, communication } of participants)
            assert.equal(left !== undefined, communication.state === 'disconnected');
    }
}

describe('a developer whose program calls at random', () => {
    it('is answered by the API each time, and what is refused changes nothing', async () => {
        await fc.assert(
            fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
                control.reset();
                for (const one of steps) {
                    const call = await callOf(one);
                    if (call === undefined) continue;
                    const operation = operationNamed(one.name);
                    const [before, had] = [picture(), control.received().length];
                    const response = await sent(operation, call);
                    const text = await response.text();
                    const what = `${operation.name} ${response.status} ${text}`;
                    if (response.ok) {
                        if (text !== '') assert.deepEqual(models.faults(operation.returns, JSON.parse(text)), [], what);
                        if (SENDS.includes(operation.name)) assert.equal(control.received().length, had + 1, what);
                    } else {
                        assert.ok(response.status >= 400 && response.status < 500, what);
                        assert.deepEqual(models.faults('ErrorBody', JSON.parse(text)), [], what);
                        assert.equal(picture(), before, what);
                    }
                    mustHold();
                }
            }),
            { numRuns: RUNS }
        );
    });
});
