import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { OutboundEvent } from '../org/interactionService/org.ts';
import { call, message, REP, serviceForTests, tokenOf } from '../org/interactionService/serviceForTests.ts';
import type { ServiceForTests } from '../org/interactionService/serviceForTests.ts';
import type { OrgUser } from '../org/orgTypes.ts';
import { createRepDesk } from './repDesk.ts';

const ADA = { id: REP, name: 'agent', label: 'Ada Agent' } as OrgUser;
let service: ServiceForTests;

before(async () => {
    service = await serviceForTests();
});
after(() => service.close());

const nameOf = ({ eventType, payload }: OutboundEvent): unknown =>
    eventType === 'Interaction' ? (payload as { payload: { entryType: string } }).payload.entryType : eventType;

test('a rep who accepts at once has the conversation after the bridge was asked for somebody, as when they take their time', async () => {
    const token = await tokenOf(service.url);
    await call(service.url, 'POST /interactions', message(), { token });
    const [conversation] = service.conversations;
    assert.ok(conversation);
    const published: OutboundEvent[] = [];
    const desk = createRepDesk({ service, publish: (event) => void published.push(event) }, () => [ADA]);
    try {
        desk.accepts(ADA, conversation.id);
    } finally {
        desk.close();
    }
    assert.deepEqual(published.map(nameOf), ['RoutingRequested', 'ParticipantChanged', 'RoutingWorkResult']);
});
