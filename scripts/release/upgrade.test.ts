import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { TextFile } from '../../force-app/tasks/lwc/mappingFiles/writeZip.ts';
import { readManifest } from '../sf/folders.ts';
import { converted } from './converted.ts';
import { productsOf } from './products.ts';

const root = path.resolve(import.meta.dirname, '../..');
const next = mkdtempSync(path.join(tmpdir(), 'switchboard-next-'));
after(() => rmSync(next, { recursive: true, force: true }));

/** What a deployment does to an org: it puts each file in the place of the one of that name. */
type Org = Map<string, string>;
const deploy = (org: Org, files: readonly TextFile[]): void => {
    for (const { name, text } of files) if (name !== 'package.xml') org.set(name, text);
};

const version = async (project: string, product: string): Promise<TextFile[]> => {
    const folders = productsOf(readManifest(project).folders).find(({ name }) => name === product)?.folders;
    assert.ok(folders);
    return converted(project, folders, '66.0');
};

const SETTING = 'force-app/settings/customMetadata/Switchboard_Setting.Default.md-meta.xml';
const SENTINEL = 'force-app/tasks/customMetadata/Switchboard_Attribute_Mapping.Switchboard_Sentinel.md-meta.xml';
const LABELS = 'force-app/agent-panel/labels/CustomLabels.labels-meta.xml';
const BUNDLE = 'force-app/interactions/lwc/interactions/interactions.js';

/** Another label text, another first value, a line of code, another sentinel: whatever a version may change. */
function changeEverything(): void {
    const change = (file: string, to: (text: string) => string): void => {
        const text = readFileSync(path.join(next, file), 'utf8');
        assert.notEqual(to(text), text, file);
        writeFileSync(path.join(next, file), to(text));
    };
    change(SETTING, (text) => text.replace('follow', 'own'));
    change(LABELS, (text) => text.replace('</value>', ' anew</value>'));
    change(BUNDLE, (text) => `${text}\n// next\n`);
    change(SENTINEL, (text) => text.replace('<label>', '<label>Anew: '));
}

/** What an admin has made by records, by the name that the Metadata API gives them. */
const OF_THE_ADMIN: Readonly<Record<string, string>> = {
    'customMetadata/Switchboard_Setting.Default.md': '<CustomMetadata>phone mode, 300 seconds</CustomMetadata>',
    'customMetadata/Switchboard_Attribute_Mapping.My_Queue.md': '<CustomMetadata>Call.QueueName</CustomMetadata>',
    'customMetadata/Switchboard_Attribute_Mapping.No_Notes.md':
        '<CustomMetadata>Description, inactive</CustomMetadata>',
    'customMetadata/Switchboard_Transfer_Target.Claims.md': '<CustomMetadata>a queue</CustomMetadata>',
    'customMetadata/Switchboard_Agent_Status.Coffee.md': '<CustomMetadata>BREAK</CustomMetadata>',
    'permissionsets/My_Fields.permissionset': '<PermissionSet>My_Queue__c</PermissionSet>',
    'flexipages/My_UtilityBar.flexipage': '<FlexiPage>genesysUtility</FlexiPage>'
};

let installed: Org;
let org: Org;
before(async () => {
    for (const part of ['force-app', 'sfdx-project.json', '.forceignore'])
        cpSync(path.join(root, part), path.join(next, part), {
            recursive: true,
            filter: (file) => !file.endsWith('__tests__') && !file.endsWith('.ts')
        });
    org = new Map();
    deploy(org, await version(root, 'genesys-cloud'));
    deploy(org, await version(root, 'first-settings'));
    for (const [name, text] of Object.entries(OF_THE_ADMIN)) org.set(name, text);
    installed = new Map(org);
    changeEverything();
    deploy(org, await version(next, 'genesys-cloud'));
});

test('an upgrade leaves an admin every rule, setting, transfer target, status and permission set as it was', () => {
    for (const [name, text] of Object.entries(OF_THE_ADMIN)) assert.equal(org.get(name), text, name);
});

test('an upgrade brings the new components, texts and sentinels', () => {
    const changed = [...org].filter(([name, text]) => installed.get(name) !== text).map(([name]) => name);
    assert.deepEqual(changed.sort(), [
        'customMetadata/Switchboard_Attribute_Mapping.Switchboard_Sentinel.md',
        'labels/CustomLabels.labels',
        'lwc/interactions/interactions.js'
    ]);
});

test('only the first settings would put an admin’s settings back', async () => {
    const again = new Map(org);
    deploy(again, await version(next, 'first-settings'));
    const lost = [...again].filter(([name, text]) => org.get(name) !== text).map(([name]) => name);
    assert.deepEqual(lost, ['customMetadata/Switchboard_Setting.Default.md']);
});
