/** All 63 operations, by the table of the services, which shares no code with what is tested here. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { OPERATIONS } from '../../../services/genesys-api/operations.ts';
import { allRoutes } from './allRoutes.ts';
import { authorised, control, sent, tokens, validCall } from './callerForTests.ts';
import { createCentre } from './centre.ts';
import { ROOT } from './routes.ts';
import { readVendorModels } from './vendorModelsForTests.ts';

const models = readVendorModels();

interface SaidError {
    readonly status: number;
    readonly code: string;
    readonly messageParams?: Readonly<Record<string, string>>;
    readonly details: readonly { readonly fieldName?: string }[];
}

async function refused(response: Response): Promise<SaidError> {
    const said = (await response.json()) as SaidError & { contextId: string };
    assert.deepEqual(models.faults('ErrorBody', said), [], 'an error has the shape of the SDK’s ErrorBody');
    assert.deepEqual([said.status, said.contextId], [response.status, response.headers.get('inin-correlation-id')]);
    return said;
}

/** Fields that the table marks as required and the API does without: one of several, or not looked at. */
const DONE_WITHOUT: Readonly<Record<string, readonly string[]>> = {
    patch_email: ['participants', 'startTime'],
    patch_message: ['participants', 'startTime'],
    post_message_communication_messages: ['textBody']
};

/** By name of a field, what it can never be. */
const WRONG: Readonly<Record<string, unknown>> = {
    textBody: 7,
    attributes: 'x',
    state: 7,
    attachments: 'x',
    wrapup: 'x',
    provisional: 'yes',
    channel: 'x',
    queueId: 7,
    contentLengthBytes: 'x',
    typing: 'x',
    ephemeral: 'yes',
    addresses: 'x',
    provider: 7,
    toAddresses: 'x'
};

beforeEach(() => control.reset());

describe('a developer who calls each of the 63 operations', () => {
    it('finds them, and nothing else', () => {
        const here = allRoutes(createCentre(() => 0)).map(({ method, path }) => `${method} ${ROOT}${path}`);
        assert.deepEqual(here.sort(), OPERATIONS.map(({ method, path }) => `${method} ${path}`).sort());
        assert.equal(new Set(OPERATIONS.map(({ path }) => path)).size, 52);
    });

    for (const operation of OPERATIONS)
        it(`${operation.name} is done, and answers in the shape of the SDK’s ${operation.returns}`, async () => {
            const response = await sent(operation, authorised(await validCall(operation.name)));
            const body = await response.text();
            assert.ok(response.ok, `${response.status} ${body}`);
            assert.ok(response.headers.get('inin-correlation-id'));
            if (operation.returns === 'void') assert.equal(body, '');
            else assert.deepEqual(models.faults(operation.returns, JSON.parse(body)), []);
        });
});

describe('a developer whose call is wrong', () => {
    for (const operation of OPERATIONS) {
        const { name, params, permissions, needsUserContext, path } = operation;

        it(`${name} takes no call without a token`, async () => {
            const response = await sent(operation, { ...(await validCall(name)), token: undefined });
            assert.equal((await refused(response)).code, 'authentication.required');
        });

        if (permissions.mode !== 'none' && !permissions.names.includes('conversation:message:view'))
            it(`${name} names the permissions of the table`, async () => {
                const response = await sent(operation, { ...(await validCall(name)), token: tokens.reader });
                const { status, code, messageParams } = await refused(response);
                assert.equal(status, 403);
                assert.equal(code, permissions.mode === 'any' ? 'missing.any.permissions' : 'missing.permissions');
                const named = messageParams?.['permissions']?.split(', ') ?? [];
                assert.deepEqual(named.sort(), [...permissions.names].sort());
            });

        if (permissions.mode === 'none' && path.includes('{conversationId}'))
            it(`${name} is for those who take part`, async () => {
                const response = await sent(operation, { ...(await validCall(name)), token: tokens.reader });
                const { code } = await refused(response);
                assert.equal(code, name === 'post_email_reconnect' ? 'bad.request' : 'not.authorized');
            });

        if (needsUserContext === true)
            it(`${name} needs a user`, async () => {
                const response = await sent(operation, { ...(await validCall(name)), token: tokens.service });
                const { status, code } = await refused(response);
                assert.deepEqual([status, code], [400, 'bad.request']);
            });

        for (const id of params.filter((one) => one.in === 'path'))
            it(`${name} knows no ${id.name} that was never given out`, async () => {
                const valid = authorised(await validCall(name));
                const response = await sent(operation, { ...valid, ids: { ...valid.ids, [id.name]: 'unknown' } });
                assert.equal((await refused(response)).code, 'not.found');
            });

        for (const field of params.filter((one) => one.in === 'body' && one.required))
            if (!DONE_WITHOUT[name]?.includes(field.name))
                it(`${name} names the field ${field.name} when it is missing`, async () => {
                    const valid = authorised(await validCall(name));
                    const { [field.name]: _, ...body } = valid.body ?? {};
                    const { status, details } = await refused(await sent(operation, { ...valid, body }));
                    assert.deepEqual([status, details[0]?.fieldName], [400, field.name]);
                });

        for (const field of params.filter((one) => one.in === 'body' && one.name in WRONG))
            it(`${name} refuses ${field.name} of a wrong type`, async () => {
                const valid = authorised(await validCall(name));
                const body = { ...valid.body, [field.name]: WRONG[field.name] };
                const { code, details } = await refused(await sent(operation, { ...valid, body }));
                assert.deepEqual([code, details[0]?.fieldName], ['invalid.value', field.name]);
            });

        if (params.some((one) => one.in === 'body'))
            it(`${name} takes JSON only`, async () => {
                const valid = authorised(await validCall(name));
                const response = await sent(operation, { ...valid, contentType: 'text/plain' });
                assert.equal((await refused(response)).status, 415);
            });
    }
});
