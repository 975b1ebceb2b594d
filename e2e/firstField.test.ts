import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { contactCentre } from './contactCentre.ts';
import { openMapping } from './mappingPage.ts';
import { pagePicture, partPicture } from './pictures.ts';
import { typedIntoForm } from './setupForm.ts';

const DEMO = 'force-app/demo';
const SAMPLES = readdirSync(path.resolve(import.meta.dirname, '..', DEMO, 'customMetadata')).filter((file) =>
    file.startsWith('Switchboard_Attribute_Mapping.')
);
const XMLNS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const access = (object: string): string =>
    `<fieldPermissions><editable>true</editable><field>${object}.My_Queue__c</field><readable>true</readable></fieldPermissions>`;

/** An org without the samples, in which an admin has made the field My Queue and given access to it. */
const centre = contactCentre({
    changes: {
        ...Object.fromEntries(SAMPLES.map((file) => [`${DEMO}/customMetadata/${file}`, () => undefined])),
        [`${DEMO}/objects/Activity/fields/My_Queue__c.field-meta.xml`]: () =>
            `<CustomField ${XMLNS}><fullName>My_Queue__c</fullName><label>My Queue</label><type>Text</type><length>255</length></CustomField>`,
        [`${DEMO}/permissionsets/My_Fields.permissionset-meta.xml`]: () =>
            `<PermissionSet ${XMLNS}><label>My Fields</label>${access('Task')}${access('Event')}</PermissionSet>`,
        'config/local-org.json': (text) => text.replaceAll('"Switchboard_Demo_Fields"', '"My_Fields"')
    }
});

test('an admin of an org without any rule makes one for a new field, and the next call fills it', async () => {
    const dana = await openMapping(centre, 'admin');
    const suggestion = dana.part('suggestions').getByRole('row', { name: /^My Queue/ });
    await suggestion.getByText('Call.QueueName').waitFor();
    await suggestion.getByRole('button', { name: 'Compose a rule for My Queue' }).click();
    const compose = dana.part('new-rule');
    await dana.chooses('new-rule', 'Attribute', 'Call.QueueName');
    await compose.getByText('Works').waitFor();
    await partPicture(compose, 'mapping-new-rule');

    const { name, fields } = await typedIntoForm(compose);
    await centre.newRule(name, fields);
    await dana.whole.getByRole('button', { name: 'Read again' }).click();
    await dana
        .rule(name)
        .filter({ hasText: /Call\.QueueName[\s\S]*My Queue[\s\S]*Works/ })
        .waitFor();
    await partPicture(
        dana.part('rules').getByRole('table', { name: 'Rules and what was found' }),
        'mapping-first-rule'
    );

    // A page fills Tasks by the rules that it read when it was loaded.
    await dana.person.reload();
    await dana.person.ring();
    await dana.person.answer();
    await dana.part('preview').getByRole('button', { name: 'Show again' }).click();
    await dana
        .previewed('My_Queue__c')
        .filter({ hasText: /Customer Care[\s\S]*Written/ })
        .waitFor();

    await dana.person.hangUp();
    await dana.person.wrapUp('Question answered');
    await dana.person.seesSaved();
    await dana.person.card.getByRole('link', { name: /^Open Task/ }).click();
    const { page } = dana.person;
    await page.getByRole('heading', { level: 1, name: /^Call / }).waitFor();
    const filled = page.locator('dl > div').filter({ hasText: 'My Queue' });
    await filled.getByText('Customer Care').waitFor();
    await pagePicture(dana.person, 'first-filled-field');
    assert.deepEqual(
        centre.tasks().map(({ My_Queue__c }) => My_Queue__c),
        ['Customer Care']
    );
});
