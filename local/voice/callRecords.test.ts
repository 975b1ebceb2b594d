import assert from 'node:assert/strict';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createLocalOrg } from '../org/org.ts';
import type { LocalOrg } from '../org/org.ts';
import { createLocalVoice } from './localVoice.ts';
import type { LocalVoice } from './localVoice.ts';

type Row = Readonly<Record<string, unknown>>;

let org: LocalOrg;
let voice: LocalVoice;
let time = 0;

beforeEach(() => {
    time = Date.parse('2026-03-02T09:00:00.000Z');
    const now = (): Date => new Date(time);
    org = createLocalOrg({ projectDir: path.resolve(import.meta.dirname, '../..'), databaseFile: ':memory:', now });
    voice = createLocalVoice({ org, now, schedule: () => () => undefined });
});
afterEach(() => {
    voice.close();
    org.close();
});

async function send(method: string, route: string, body: object, user = 'agent'): Promise<Row> {
    const handler = route.startsWith('local/voice/') ? voice : org;
    const answer = await handler.fetch(
        new Request(`http://127.0.0.1/${route}`, {
            method,
            headers: { cookie: `sid=${user}`, 'content-type': 'application/json' },
            body: JSON.stringify(body)
        })
    );
    return { status: answer.status, ...((await answer.json()) as Row) };
}
const happens = (move: object): Promise<Row> => send('POST', 'local/voice/moves', move);
const does = (method: string): Promise<Row> => send('POST', 'local/voice/methods', { method });
const record = (): Row | undefined => org.records('VoiceCall')[0];
const change = (fields: object, user?: string): Promise<Row> =>
    send('PATCH', `services/data/v66.0/ui-api/records/${String(record()?.['Id'])}`, { fields }, user);

async function aCall(): Promise<void> {
    await happens({ move: 'ring', number: '+61491570006' });
    time += 4_000;
    await does('acceptCall');
    time += 60_000;
    await does('endCall');
}

describe("Salesforce's record of a call", () => {
    it('is made when the call begins and told of its end', async () => {
        await happens({ move: 'ring', number: '+61491570006' });
        assert.equal(record()?.['CallDisposition'], 'new');
        assert.equal(record()?.['CallAcceptDateTime'], null);
        await does('acceptCall');
        time += 60_000;
        await does('endCall');
        const { CallType, CallDurationInSeconds, FromPhoneNumber, OwnerId, VendorCallKey } = record() ?? {};
        assert.deepEqual([CallType, CallDurationInSeconds, FromPhoneNumber], ['Inbound', 60, '+61491570006']);
        assert.equal(OwnerId, '005Lc0000000001IAA');
        assert.match(String(VendorCallKey), /^[\da-f-]{36}$/);
        assert.deepEqual([...new Set(org.commits().map(({ via }) => via))], ['telephony']);
    });

    it('comes only when the call is over, or never, where the connector does it so', async () => {
        await send('PUT', 'local/voice/settings', { records: 'atEnd' });
        await happens({ move: 'ring', number: '+61491570006' });
        await does('acceptCall');
        assert.equal(record(), undefined);
        time += 60_000;
        await does('endCall');
        assert.equal(record()?.['CallDurationInSeconds'], 60);
        await send('PUT', 'local/voice/settings', { records: 'never' });
        await aCall();
        assert.equal(org.records('VoiceCall').length, 1);
    });

    it('takes from a page what Salesforce opens to pages, and refuses everything else by name', async () => {
        await aCall();
        assert.equal((await change({ Description: 'Wants a refund.', CallResolution: 'Solved' }))['status'], 200);
        for (const closed of [{ ActivityId: null }, { CallType: 'Outbound' }]) {
            const [name = ''] = Object.keys(closed);
            const { output, status } = await change({ Description: 'Other', ...closed });
            assert.equal(status, 400);
            const [error] = (output as { fieldErrors: Record<string, Row[]> }).fieldErrors[name] ?? [];
            assert.equal(error?.['errorCode'], 'INVALID_FIELD_FOR_INSERT_UPDATE');
        }
        assert.equal(record()?.['Description'], 'Wants a refund.');
    });

    it('is changed by nobody without one of the permission sets of Voice, and made by no page', async () => {
        await aCall();
        const { output } = await change({ Description: 'Mine' }, 'agentLimited');
        const [error] = (output as { errors: Row[] }).errors;
        assert.equal(error?.['errorCode'], 'INSUFFICIENT_ACCESS_OR_READONLY');
        const made = await send('POST', 'services/data/v66.0/ui-api/records', { apiName: 'VoiceCall', fields: {} });
        assert.equal(made['status'], 400);
    });
});
