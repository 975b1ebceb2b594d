import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { MESSAGING, field, fixtureProject, messagingFiles, permissionSet } from '../fixtureProject.ts';
import { MetadataMistake } from '../orgError.ts';
import type { OrgMetadata } from './orgMetadata.ts';
import { readOrgMetadata } from './orgMetadata.ts';

const OPTIONS = {
    uniqueActivityFields: 'accepted' as const,
    longTextOnActivity: false,
    unsavedField: true,
    unchecked: { length: false, values: false, required: false },
    typeHoldsChannels: true,
    personAccounts: false
};

type Changes = Readonly<Record<string, string | null>>;

function withFiles<T>(changes: Changes, read: (projectDir: string) => T): T {
    const project = fixtureProject({ ...messagingFiles(), ...changes });
    try {
        return read(project.projectDir);
    } finally {
        project.remove();
    }
}

function mistake(changes: Changes): string {
    try {
        withFiles(changes, (projectDir) => readOrgMetadata(projectDir, OPTIONS));
    } catch (error) {
        assert.ok(error instanceof MetadataMistake, String(error));
        return error.message;
    }
    return assert.fail('the mistake was not noticed');
}

const read = (changes: Changes = {}): OrgMetadata =>
    withFiles(changes, (projectDir) => readOrgMetadata(projectDir, OPTIONS));

/** The sample's channel with one text for another. */
const channel = (from: string, to: string): Changes => ({
    [MESSAGING.channel]: (messagingFiles()[MESSAGING.channel] ?? '').replace(from, to)
});
const event = (from: string, to: string): Changes => ({
    [MESSAGING.event]: (messagingFiles()[MESSAGING.event] ?? '').replace(from, to)
});

test("the project's own channel tells everything by the event that the bridge reads", () => {
    const projectDir = fileURLToPath(new URL('../../..', import.meta.url));
    const { conversationChannels, platformEvents, objects, permissionSets } = readOrgMetadata(projectDir, OPTIONS);
    const own = conversationChannels.get('Switchboard_Messaging');
    assert.equal(own?.platformEvent, platformEvents.get('Switchboard_Outbound__e'));
    assert.equal(own?.payloadField, 'Payload__c');
    assert.equal(own?.typeField, 'Event_Type__c');
    assert.equal(own?.platformEvent.fields.get('Payload__c')?.length, 32_768);
    assert.equal(own?.platformEvent.fields.get('Event_Type__c')?.length, 250);
    assert.equal(own?.routingOwner, 'Partner');
    assert.equal(own?.conference, true);
    assert.equal(own?.routingWorkResults, true);
    assert.deepEqual(own?.mayHave, { receipts: true, typing: true, progress: false });
    assert.equal(objects.has('Switchboard_Outbound__e'), false);
    const bridge = permissionSets.get('Switchboard_Bridge')?.objects.get('Switchboard_Outbound__e');
    assert.equal(bridge?.read, true);
    assert.equal(bridge?.create, false);
});

test('an admin may name the fields of the event with or without the event before them', () => {
    const { conversationChannels } = read(channel('Said__e.Body__c', 'Body__c'));
    assert.equal(conversationChannels.get('Sample_Channel')?.payloadField, 'Body__c');
});

test('a channel that says nothing of routing leaves it to Salesforce, and tells no routing work', () => {
    const sample = read().conversationChannels.get('Sample_Channel');
    assert.equal(sample?.routingOwner, 'Salesforce');
    assert.equal(sample?.consentOwner, 'Salesforce');
    assert.equal(sample?.routingWorkResults, false);
    assert.deepEqual(sample?.mayHave, { receipts: false, typing: true, progress: false });
});

const BODY = 'force-app/demo/objects/Said__e/fields/Body__c.field-meta.xml';
const TEXT = '<type>Text</type><length>250</length>';
const rights = (right: string): string =>
    permissionSet(
        `<objectPermissions><allowRead>true</allowRead><${right}>true</${right}><object>Said__e</object></objectPermissions>`
    );
const SET = 'force-app/demo/permissionsets/Odd.permissionset-meta.xml';

const MISTAKES: readonly [string, Changes, RegExp][] = [
    [
        'a payload field that the event lacks',
        channel('Said__e.Body__c', 'Said__e.Bodie__c'),
        /Sample_Channel\.\w+-meta\.xml: <customEventPayloadField> names Said__e\.Bodie__c; Said__e has Body__c, Kind__c/
    ],
    [
        'a type field that the event lacks',
        channel('Said__e.Kind__c', 'Kynd__c'),
        /<customEventTypeField> names Kynd__c; Said__e has/
    ],
    [
        'a payload field of another event',
        channel('Said__e.Body__c', 'Other__e.Body__c'),
        /<customEventPayloadField> names Other__e\.Body__c; Said__e has/
    ],
    ['no payload field', channel('<customEventPayloadField>Said__e.Body__c</customEventPayloadField>', ''), /missing/],
    [
        'a payload field that is too short',
        { [BODY]: field('Body__c', TEXT) },
        /which is String; it must be LongTextArea/
    ],
    [
        'a channel for an event that does not exist',
        channel('<customPlatformEvent>Said__e', '<customPlatformEvent>Sad__e'),
        /<customPlatformEvent> names Sad__e, which does not exist/
    ],
    ['a channel whose event was left out', { [MESSAGING.event]: null }, /there is no Said__e\.object-meta\.xml/],
    [
        'a member that API version 66.0 has no more',
        channel('<developerName>', '<isInboundReceiptsEnabled>true</isInboundReceiptsEnabled><developerName>'),
        /<isInboundReceiptsEnabled> is no more in API version 66\.0; use <isInboundAcknwOptionExposed>/
    ],
    [
        'a misspelt member',
        channel('<masterLabel>Sample</masterLabel>', '<masterLable>Sample</masterLable>'),
        /<masterLable> is unknown/
    ],
    [
        'a link that Salesforce sets',
        channel('<developerName>', '<connectedAppOauthLink>00D</connectedAppOauthLink><developerName>'),
        /<connectedAppOauthLink> is set by Salesforce/
    ],
    [
        'a vendor of a channel of its own',
        channel('<developerName>', '<conversationVendorInfo>Me</conversationVendorInfo><developerName>'),
        /<conversationVendorInfo> belongs to a channel of AppExchange/
    ],
    [
        'a router that is nobody',
        channel('<developerName>', '<routingOwner>Genesys</routingOwner><developerName>'),
        /<routingOwner> is Genesys; it must be Salesforce or Partner/
    ],
    ['a connected app of nobody', channel('>Customer<', '>Mine<'), /<connectedAppType> is Mine/],
    [
        'a channel without implicit consent',
        channel('>true</supportsImplicit', '>false</supportsImplicit'),
        /must be true/
    ],
    [
        "a name that is not the file's",
        channel('<developerName>Sample_Channel', '<developerName>Sample_Chanel'),
        /it must be the file's name/
    ],
    [
        'a name without the prefix of the connected app',
        {
            [MESSAGING.channel]: null,
            [MESSAGING.channel.replace('Sample_Channel', 'Sample')]: (
                messagingFiles()[MESSAGING.channel] ?? ''
            ).replace('<developerName>Sample_Channel', '<developerName>Sample')
        },
        /must be the prefix of the connected app's name/
    ],
    ['an event of the old kind', event('HighVolume', 'StandardVolume'), /new events can only be HighVolume/],
    ['an event that says not when it is published', event('PublishAfterCommit', 'Soon'), /<publishBehavior> is Soon/],
    ['an event that is not deployed', event('>Deployed<', '>InDevelopment<'), /<deploymentStatus> must be Deployed/],
    ['a picture in an event', { [BODY]: field('Body__c', '<type>Url</type>') }, /Body__c is Url/],
    [
        'a unique field of an event',
        { [BODY]: field('Body__c', `${TEXT}<unique>true</unique>`) },
        /neither unique nor an external id/
    ],
    ['a right to change an event', { [SET]: rights('allowEdit') }, /an event can only be read and created/],
    [
        'a right to a field of an event',
        {
            [SET]: permissionSet(
                '<fieldPermissions><field>Said__e.Body__c</field><readable>true</readable><editable>false</editable></fieldPermissions>'
            )
        },
        /who may read a platform event reads all of its fields/
    ]
];

for (const [what, changes, message] of MISTAKES) {
    test(`a developer is told of ${what}, with the file`, () => {
        assert.match(mistake(changes), message);
    });
}
