import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { readOrgMetadata } from '../metadata/orgMetadata.ts';
import { EventBus } from './eventBus.ts';
import { eventOfMetadata } from './platformEvent.ts';
import type { PlatformEvent } from './platformEvent.ts';

/** The project's own event, as a deployment reads it. */
function outbound(): PlatformEvent {
    const { platformEvents } = readOrgMetadata(fileURLToPath(new URL('../../..', import.meta.url)), {
        uniqueActivityFields: 'accepted',
        unsavedField: false,
        unchecked: { length: false, values: false, required: false },
        longTextOnActivity: true,
        typeHoldsChannels: false,
        personAccounts: false
    });
    const event = platformEvents.get('Switchboard_Outbound__e');
    assert.ok(event);
    return eventOfMetadata(event);
}

test("the project's own event has a topic, with its fields in the schema", () => {
    const bus = new EventBus();
    const schemaId = bus.deploy(outbound());
    assert.equal(bus.topic('/event/Switchboard_Outbound__e')?.schemaId, schemaId);
    const { fields } = JSON.parse(bus.schema(schemaId)?.json ?? '') as { fields: { name: string; type: unknown }[] };
    assert.deepEqual(
        fields.map(({ name, type }) => [name, type]),
        [
            ['CreatedDate', 'long'],
            ['CreatedById', 'string'],
            ['Event_Type__c', ['null', 'string']],
            ['Payload__c', ['null', 'string']]
        ]
    );
});

test('a publisher who says more than a field takes, or names a field that there is not, is told which', () => {
    const bus = new EventBus();
    bus.deploy(outbound());
    const publish = (values: object): unknown => bus.publish('Switchboard_Outbound__e', { ...values });
    assert.throws(
        () => publish({ Payload__c: 'x'.repeat(32_769) }),
        /Payload__c takes 32768 characters; there are 32769/
    );
    assert.throws(() => publish({ Text__c: 'x' }), /Switchboard_Outbound__e has no field Text__c/);
    assert.ok(publish({ Event_Type__c: 'Interaction', Payload__c: 'x'.repeat(32_768) }));
    assert.throws(() => bus.publish('Other__e', {}), /There is no platform event Other__e/);
});

test('an org that is left to itself keeps no more events than it has memory for, and the oldest go first', () => {
    const bus = new EventBus({ mostEvents: 50 });
    bus.deploy(outbound());
    const ids = Array.from({ length: 120 }, () => bus.publish('Switchboard_Outbound__e', {}).id);
    const kept = bus.after('/event/Switchboard_Outbound__e', 0n, 1_000).map(({ id }) => id);
    assert.ok(kept.length <= 50 && kept.length >= 45);
    assert.deepEqual(kept, ids.slice(-kept.length));
});
