import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { field, fieldPermission, fixtureProject, permissionSet, record } from '../fixtureProject.ts';
import { MetadataMistake } from '../orgError.ts';
import { readOrgMetadata } from './orgMetadata.ts';

const OPTIONS = {
    uniqueActivityFields: 'accepted' as const,
    longTextOnActivity: false,
    unsavedField: true,
    unchecked: { length: false, values: false, required: false },
    typeHoldsChannels: true,
    personAccounts: false
};
const FIELDS = 'force-app/demo/objects/Activity/fields';

function mistake(changes: Record<string, string | null>): string {
    const project = fixtureProject(changes);
    try {
        readOrgMetadata(project.projectDir, OPTIONS);
    } catch (error) {
        assert.ok(error instanceof MetadataMistake, String(error));
        return error.message;
    } finally {
        project.remove();
    }
    return assert.fail('the mistake was not noticed');
}

test('a field on Activity is a field of Task and of Event', () => {
    const project = fixtureProject();
    const { objects } = readOrgMetadata(project.projectDir, OPTIONS);
    project.remove();
    assert.equal(objects.get('Task')?.fields.get('Queue__c')?.length, 20);
    assert.equal(objects.get('Event')?.fields.get('Queue__c')?.length, 20);
});

test('a metadata record takes defaults for the fields it leaves out', () => {
    const project = fixtureProject();
    const { records } = readOrgMetadata(project.projectDir, OPTIONS);
    project.remove();
    assert.deepEqual(records[0], {
        type: 'Rule__mdt',
        developerName: 'Queue',
        label: 'Queue',
        values: { Active__c: true, Attribute__c: 'Call.Queue' }
    });
});

test('an org that takes no unique field on Activity has none, and permissions for it are skipped', () => {
    const project = fixtureProject();
    const { objects, permissionSets } = readOrgMetadata(project.projectDir, {
        ...OPTIONS,
        uniqueActivityFields: 'absent'
    });
    project.remove();
    assert.equal(objects.get('Task')?.fields.has('Key__c'), false);
    assert.equal(permissionSets.get('Fields')?.fields.has('Task.Key__c'), false);
});

test("the project's own metadata has no mistake", () => {
    const projectDir = fileURLToPath(new URL('../../..', import.meta.url));
    const { objects, permissionSets, records } = readOrgMetadata(projectDir, OPTIONS);
    assert.ok(objects.get('Task')?.fields.get('SwitchboardKey__c')?.unique);
    assert.ok(permissionSets.get('Switchboard_Agent')?.customMetadataTypes.has('Switchboard_Attribute_Mapping__mdt'));
    assert.ok(records.some(({ type }) => type === 'Switchboard_Setting__mdt'));
});

for (const name of ['Agent', 'Admin']) {
    test(`whoever has the permission set Switchboard ${name} finds Switchboard Setup, to see what they may read`, () => {
        const file = `../../../force-app/agent-panel/permissionsets/Switchboard_${name}.permissionset-meta.xml`;
        const set = readFileSync(new URL(file, import.meta.url), 'utf8').replace(/\s+/g, '');
        assert.match(set, /<tab>Switchboard_Setup<\/tab><visibility>(Available|Visible)<\/visibility>/);
    });
}

const MISTAKES: readonly [string, Record<string, string | null>, RegExp][] = [
    [
        'a field type that does not exist',
        { [`${FIELDS}/Odd__c.field-meta.xml`]: field('Odd__c', '<type>Rainbow</type>') },
        /Odd__c\.field-meta\.xml: <type> is Rainbow/
    ],
    [
        'a text without a length',
        { [`${FIELDS}/Odd__c.field-meta.xml`]: field('Odd__c', '<type>Text</type>') },
        /Odd__c\.field-meta\.xml: <length> is missing/
    ],
    [
        'a number without a precision',
        { [`${FIELDS}/Odd__c.field-meta.xml`]: field('Odd__c', '<type>Number</type>') },
        /Odd__c\.field-meta\.xml: a number needs <precision>/
    ],
    [
        'a field whose name is not the name of its file',
        { [`${FIELDS}/Odd__c.field-meta.xml`]: field('Other__c', '<type>Date</type>') },
        /Odd__c\.field-meta\.xml: <fullName> is Other__c/
    ],
    [
        'a field under Task instead of Activity',
        { 'force-app/demo/objects/Task/fields/Odd__c.field-meta.xml': field('Odd__c', '<type>Date</type>') },
        /fields of Task live on Activity/
    ],
    [
        'the same field in two packages',
        {
            'force-app/other/objects/Activity/fields/Queue__c.field-meta.xml': field(
                'Queue__c',
                '<type>Text</type><length>20</length>'
            )
        },
        /Activity\.Queue__c is there twice/
    ],
    [
        'a look-up to an object that does not exist',
        {
            [`${FIELDS}/Odd__c.field-meta.xml`]: field(
                'Odd__c',
                '<type>Lookup</type><referenceTo>Nothing__c</referenceTo>'
            )
        },
        /<referenceTo> names Nothing__c/
    ],
    [
        'XML that is not well-formed',
        { [`${FIELDS}/Odd__c.field-meta.xml`]: '<CustomField><fullName></CustomField>' },
        /Odd__c\.field-meta\.xml: not well-formed XML, line 1/
    ],
    [
        'a permission for a field that does not exist',
        { 'force-app/demo/permissionsets/Odd.permissionset-meta.xml': permissionSet(fieldPermission('Nothing__c')) },
        /Odd\.permissionset-meta\.xml: a field permission names Task\.Nothing__c/
    ],
    [
        'a permission for a field of Task without the same for Event',
        {
            'force-app/demo/permissionsets/Odd.permissionset-meta.xml': permissionSet(
                '<fieldPermissions><field>Task.Queue__c</field><readable>true</readable><editable>true</editable></fieldPermissions>'
            )
        },
        /Task\.Queue__c is listed without Event\.Queue__c/
    ],
    [
        'a permission to edit a field that may not be read',
        {
            'force-app/demo/permissionsets/Odd.permissionset-meta.xml': permissionSet(
                '<fieldPermissions><field>Task.Queue__c</field><readable>false</readable><editable>true</editable></fieldPermissions>'
            )
        },
        /Task\.Queue__c is editable but not readable/
    ],
    [
        'access to a metadata type that does not exist',
        {
            'force-app/demo/permissionsets/Odd.permissionset-meta.xml': permissionSet(
                '<customMetadataTypeAccesses><enabled>true</enabled><name>Nothing__mdt</name></customMetadataTypeAccesses>'
            )
        },
        /<customMetadataTypeAccesses> names Nothing__mdt/
    ],
    [
        'a tab that does not exist',
        {
            'force-app/demo/permissionsets/Odd.permissionset-meta.xml': permissionSet(
                '<tabSettings><tab>Nothing</tab><visibility>Visible</visibility></tabSettings>'
            )
        },
        /<tabSettings> names Nothing/
    ],
    [
        'a record of a type that does not exist',
        {
            'force-app/demo/customMetadata/Nothing.Odd.md-meta.xml': record(
                'Odd',
                '<value xsi:type="xsd:string">x</value>'
            )
        },
        /Nothing\.Odd\.md-meta\.xml: there is no custom metadata type Nothing__mdt/
    ],
    [
        'a record with a field that its type does not have',
        {
            'force-app/demo/customMetadata/Rule.Odd.md-meta.xml': record(
                'Odd',
                '<value xsi:type="xsd:string">x</value>',
                'Nothing__c'
            )
        },
        /Rule\.Odd\.md-meta\.xml: Rule__mdt has no field Nothing__c/
    ],
    [
        'a record whose value is written as another type',
        {
            'force-app/demo/customMetadata/Rule.Odd.md-meta.xml': record(
                'Odd',
                '<value xsi:type="xsd:string">true</value>',
                'Active__c'
            )
        },
        /the value of Active__c has type xsd:string; it must be xsd:boolean/
    ],
    [
        'a record whose value is too long',
        {
            'force-app/demo/customMetadata/Rule.Odd.md-meta.xml': record(
                'Odd',
                `<value xsi:type="xsd:string">${'x'.repeat(81)}</value>`
            )
        },
        /data value too large \(max length=80\)/
    ],
    [
        'fields of a metadata type that has no object file',
        {
            'force-app/demo/objects/Nothing__mdt/fields/Odd__c.field-meta.xml': field('Odd__c', '<type>Date</type>')
        },
        /there is no Nothing__mdt\.object-meta\.xml/
    ]
];

for (const [what, changes, message] of MISTAKES) {
    test(`a developer is told of ${what}, with the file`, () => {
        assert.match(mistake(changes), message);
    });
}
