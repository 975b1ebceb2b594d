import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { XMLParser } from 'fast-xml-parser';
import { contactCentre } from './contactCentre.ts';
import { recordsInZip, zipOfFolder } from './deploymentZip.ts';
import { openMapping } from './mappingPage.ts';
import { partPicture } from './pictures.ts';

const centre = contactCentre();
const ROOT = path.resolve(import.meta.dirname, '..');
const SAMPLES = path.join(ROOT, 'force-app/demo/customMetadata');

/** Attribute, field and so on of one record's file. */
function valuesOf(xml: string): unknown {
    const parser = new XMLParser({ parseTagValue: false, ignoreAttributes: true });
    const { CustomMetadata } = parser.parse(xml) as {
        CustomMetadata: { label: string; values: { field: string; value: string }[] };
    };
    const values = CustomMetadata.values.map(({ field, value }) => [
        field,
        /^-?\d+(\.0)?$/.test(value) ? Number(value) : value
    ]);
    return { label: CustomMetadata.label, ...(Object.fromEntries(values) as Record<string, unknown>) };
}

test('an admin sees each rule checked against the org, and comes from it to its record in Setup', async () => {
    const dana = await openMapping(centre, 'admin');

    const queue = dana.rule('Switchboard_Demo_Queue');
    assert.match(await queue.innerText(), /Call\.QueueName[\s\S]*Queue[\s\S]*Works/);
    const record = queue.getByRole('link', { name: 'Switchboard_Demo_Queue' });
    assert.match(
        (await record.getAttribute('href')) ?? '',
        /^\/lightning\/setup\/CustomMetadata\/page\?address=%2Fm\w{17}$/
    );
    assert.equal(await dana.rule('Switchboard_Sentinel').count(), 0);
    assert.match(await dana.part('rules').locator('[data-field="CallDisposition"]').innerText(), /built in/);
    await dana.isAccessible('the page');
    await partPicture(dana.part('rules').getByRole('table', { name: 'Rules and what was found' }), 'mapping-rules');
});

test('an agent with less access sees which fields of the rules they may not edit', async () => {
    const cleo = await openMapping(centre, 'agentLimited');

    const problems = cleo.part('rules').getByText(/You (may see this field but not edit it|cannot see a field)/);
    assert.ok((await problems.count()) > 0);
    await cleo.whole.getByText('Changing a rule in Setup needs the permission Customize Application').waitFor();
});

test('a user without access to the rules reads that they may not read them, not that there are none', async () => {
    const eli = await openMapping(centre, 'agentNoAccess');

    await eli.whole.getByRole('alert').filter({ hasText: 'That is no empty mapping' }).waitFor();
    assert.equal(await eli.part('rules').count(), 0);
    await eli.isAccessible('no access');
});

test('an admin sees what the call on the phone would write, and why a field of it stays empty', async () => {
    const dana = await openMapping(centre, 'admin');
    await dana.person.isReady();
    await dana.person.ring();
    await dana.person.answer();

    await dana.part('preview').getByRole('button', { name: 'Show again' }).click();

    assert.match(await dana.previewed('Switchboard_Queue__c').innerText(), /Customer Care[\s\S]*Written/);
    assert.match(await dana.previewed('Switchboard_Wrap_Up__c').innerText(), /Nothing: no value for the attribute/);
    await dana.asksWhy('Wrap-Up (Switchboard_Wrap_Up__c)');
    await dana
        .part('why-empty')
        .getByText('The interaction has no value for this attribute, at least not yet')
        .waitFor();
    await dana.asksWhy('Queue (Switchboard_Queue__c)');
    await dana.part('why-empty').getByText('Customer Care').waitFor();
    await dana.isAccessible('preview and answer');
    await partPicture(dana.part('preview').getByRole('table'), 'mapping-preview');
    await partPicture(dana.part('why-empty'), 'mapping-why-empty');
});

test('an admin sees what a recorded trace would write, without any of it reaching the org or the browser', async () => {
    const dana = await openMapping(centre, 'admin');
    await dana.person.isReady();
    const buffer = readFileSync(path.join(ROOT, 'local/genesys/traces/inbound-call.json'));

    await dana.givesFile('preview', { name: 'inbound-call.json', buffer });

    assert.match(await dana.previewed('Switchboard_Connected__c').innerText(), /Written/);
    assert.deepEqual(centre.tasks(), []);
    const kept = await dana.person.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    assert.doesNotMatch(kept, /61491570006/);
});

test('an admin reads that nothing is written of a call that nobody answered', async () => {
    const dana = await openMapping(centre, 'admin');
    await dana.person.isReady();
    const buffer = readFileSync(path.join(ROOT, 'local/genesys/traces/missed-call.json'));

    await dana.givesFile('preview', { name: 'missed-call.json', buffer });

    await dana.part('preview').getByRole('status').getByText('never connected to the agent').waitFor();
    await dana.asksWhy('Caller Number (Switchboard_ANI__c)');
    await dana.part('why-empty').getByText('so it has no Task').waitFor();
});

test('an admin reads on a Task what it has, and what was left unsaved', async () => {
    await centre.settings({ Write_Mode__c: 'own' });
    await centre.phoneLogs('never');
    const dana = await openMapping(centre, 'admin');
    await dana.person.isReady();
    await dana.person.ring();
    await dana.person.answer();
    await centre.until(() => assert.equal(centre.tasks().length, 1));

    await dana.asksWhy('Queue (Switchboard_Queue__c)');
    await dana
        .part('why-empty')
        .getByLabel('Task record id (optional)')
        .fill(centre.tasks()[0]?.Id ?? '');
    await dana.part('why-empty').getByRole('button', { name: 'Read this Task' }).click();

    await dana.part('why-empty').getByText('On the Task').waitFor();
    await dana.part('why-empty').locator('[data-id="on-task"]').getByText('Customer Care').waitFor();
});

test('an admin composes a rule, reads at once whether it works, and copies its values', async () => {
    const dana = await openMapping(centre, 'admin');
    const compose = dana.part('new-rule');
    await dana.chooses('new-rule', 'Attribute', 'Call.RemoteName');
    await dana.chooses('new-rule', 'Task field', 'IVR Seconds (Switchboard_IVR_Seconds__c)');
    await compose.getByText(/Saved only when the value fits/).waitFor();

    await dana.chooses('new-rule', 'Task field', 'Subject');
    await compose.getByText('Works').waitFor();
    await compose.getByRole('button', { name: 'Copy Task Field' }).click();

    await compose.getByText('Copied: Task Field').waitFor();
    assert.equal(await dana.person.page.evaluate(() => navigator.clipboard.readText()), 'Subject');
    const records = await recordsInZip(await dana.downloads('new-rule', /^Zip with this rule/));
    assert.deepEqual(Object.keys(records), ['Switchboard_Attribute_Mapping.Call_RemoteName.md-meta.xml']);
    await dana.isAccessible('a composed rule');
});

test('an admin lands on the rule that a suggestion begins', async () => {
    const dana = await openMapping(centre, 'admin');

    await dana.part('suggestions').getByRole('button', { name: 'Compose a rule for Call.RemoteName' }).click();

    await dana.part('new-rule').getByText('Choose an attribute and a Task field.').waitFor();
    await dana.chooses('new-rule', 'Task field', 'Subject');
    await dana.part('new-rule').getByText('Works').waitFor();
});

test("an admin's zip is what the platform's own tool deploys, and holds every rule but the proof row", async () => {
    const dana = await openMapping(centre, 'admin');

    const zip = await dana.downloads('promotion', /^Zip to deploy/);

    const records = await recordsInZip(zip);
    const names = Object.keys(records).sort();
    assert.equal(names.length, 10);
    for (const name of names) {
        const source = readFileSync(path.join(SAMPLES, name), 'utf8');
        assert.deepEqual(valuesOf(records[name] ?? ''), valuesOf(source), name);
    }
});

test("an admin's CSV file has a row for each rule that other programs read", async () => {
    const dana = await openMapping(centre, 'admin');

    const csv = await dana.downloads('promotion', /^CSV/);

    const rows = parse(csv, { bom: true, columns: true }) as Record<string, string>[];
    assert.equal(rows.length, 10);
    const queue = rows.find(({ DeveloperName }) => DeveloperName === 'Switchboard_Demo_Queue');
    assert.deepEqual(queue, {
        DeveloperName: 'Switchboard_Demo_Queue',
        MasterLabel: 'Sample: Queue',
        Attribute__c: 'Call.QueueName',
        Task_Field__c: 'Switchboard_Queue__c',
        Active__c: 'true',
        Interaction_Types__c: '',
        Order__c: '10',
        Overwrite__c: 'Always'
    });
});

test("an admin compares with another org's export, packed by the platform's own tool", async () => {
    const dana = await openMapping(centre, 'admin');
    await dana.givesFile('promotion', { name: 'other-org.zip', buffer: await zipOfFolder(SAMPLES) });

    await dana.part('promotion').getByText('10 are the same, 0 differ, 0 are only here, 0 only in the file.').waitFor();
});

test('an admin hands the other org only what differs', async () => {
    const dana = await openMapping(centre, 'admin');
    const rows = String(await dana.downloads('promotion', /^CSV/)).split('\r\n');
    const other = rows
        .filter((row) => !row.startsWith('Switchboard_Demo_ANI,'))
        .map((row) => row.replace(',Switchboard_Queue__c,', ',Team__c,'));

    await dana.givesFile('promotion', { name: 'other-org.csv', buffer: Buffer.from(other.join('\r\n')) });

    await dana.part('promotion').getByText('8 are the same, 1 differ, 1 are only here, 0 only in the file.').waitFor();
    const zip = await dana.downloads('promotion', /^Zip for the other org/);
    assert.deepEqual(Object.keys(await recordsInZip(zip)).sort(), [
        'Switchboard_Attribute_Mapping.Switchboard_Demo_ANI.md-meta.xml',
        'Switchboard_Attribute_Mapping.Switchboard_Demo_Queue.md-meta.xml'
    ]);
    await dana.isAccessible('a comparison');
    await partPicture(dana.part('promotion'), 'mapping-between-orgs');
});

test('an admin who is offline keeps what was read, is told so, and reads again', async () => {
    const dana = await openMapping(centre, 'admin');
    await centre.faults({ offline: true });

    await dana.whole.getByRole('button', { name: 'Read again' }).click();

    await dana.whole.getByRole('alert').filter({ hasText: 'could not be reached' }).waitFor();
    await dana.whole.getByText('What is shown below was read before.').waitFor();
    assert.equal(await dana.rule('Switchboard_Demo_Queue').count(), 1);
    await centre.faults({ offline: false });
    await dana.whole.getByRole('button', { name: 'Read again' }).click();
    await dana.whole.getByRole('alert').waitFor({ state: 'detached' });
    await dana.isRead();
});
