import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPlatformApi } from './platformApi.ts';
import { SEEDED } from './seed.ts';

test('a customer is seen to type by an app or on a web site, and never by text message', () => {
    const { control } = createPlatformApi();
    for (const { id } of [SEEDED.open, SEEDED.web, SEEDED.sms]) control.customerTypes(id, true);
    control.customerTypes(SEEDED.open.id, false);
    assert.deepEqual(
        control.typing().map(({ by, conversationId, type }) => [by, conversationId, type]),
        [
            ['customer', SEEDED.open.id, 'On'],
            ['customer', SEEDED.web.id, 'On'],
            ['customer', SEEDED.open.id, 'Off']
        ]
    );
});

test('a customer who reads leaves what came in as it was, and where no channel tells it what went out too', () => {
    const { control } = createPlatformApi();
    const whatsapp = control.customerTexts({ from: '61491570157', by: 'whatsapp', text: 'Has it left?' });
    control.customerReads(whatsapp);
    control.customerReads(SEEDED.open.id);
    const statuses = [whatsapp, SEEDED.open.id].flatMap((id) => control.messages(id).map(({ status }) => status));
    assert.ok(statuses.length >= 2 && !statuses.includes('read'), `${statuses.join()}`);
});
