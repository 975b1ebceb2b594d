import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OrgUser } from '../../org/orgTypes.ts';
import { choiceOf, faultFor } from './developerDrawer/faultNames.ts';
import { pageHtml } from './pageHtml.ts';
import { fieldRows } from './recordFields.ts';
import { nameOf } from './recordNames.ts';

const user: OrgUser = {
    name: 'agent',
    id: '005000000000001AAA',
    label: 'Ada </script><script>alert(1)</script>',
    profile: 'Standard User',
    permissionSets: [],
    timeZone: 'Australia/Sydney',
    locale: 'en-AU'
};

describe('the document of the page', () => {
    it('tells the page who is signed in', () => {
        const [, json = ''] = /id="local-page">(.*?)<\/script>/s.exec(pageHtml(user, 'Demo')) ?? [];
        const page = JSON.parse(json) as Record<string, unknown>;
        assert.deepEqual([page['userId'], page['timeZone']], [user.id, 'Australia/Sydney']);
    });

    it('tells the page how this org answers, how its tabs open, and which phone it has', () => {
        const settings = { navigation: 'standard', phones: 'both', answers: { 'web-locks': 'missing' } } as const;
        const html = pageHtml(user, 'Demo', settings);
        const [, json = ''] = /id="local-page">(.*?)<\/script>/s.exec(html) ?? [];
        const page = JSON.parse(json) as Record<string, unknown>;
        assert.deepEqual([page['navigation'], page['phones'], page['answers']], Object.values(settings));
    });

    it('cannot be broken by the name of a user or of the app', () => {
        const html = pageHtml(user, '</title><script>alert(2)</script>');
        assert.doesNotMatch(html, /<script>alert/);
    });
});

describe('an agent who reads a record', () => {
    const contact = { Id: '003000000000001AAA', FirstName: 'Edna', LastName: 'Frank' };
    const records = new Map([[contact.Id, contact]]);
    const task = {
        Id: '00T000000000001AAA',
        CreatedDate: '2026-11-21T01:00:00.000Z',
        Subject: 'Call',
        WhoId: contact.Id,
        Description: null,
        Seconds__c: 0,
        Flag__c: false,
        Hidden__c: 'x'
    };
    const labels = new Map([
        ['Subject', 'Subject'],
        ['Seconds__c', 'IVR Seconds'],
        ['Flag__c', 'Internal']
    ]);
    const rows = fieldRows(task, labels, records);

    it('reads labels, names in place of ids, and Yes or No', () => {
        assert.deepEqual(
            rows.map(({ label, text }) => [label, text]),
            [
                ['Subject', 'Call'],
                ['WhoId', 'Edna Frank'],
                ['IVR Seconds', '0'],
                ['Internal', 'No'],
                ['Id', task.Id],
                ['CreatedDate', task.CreatedDate]
            ]
        );
    });

    it('may have a phone number dialled from the record it stands on', () => {
        const [row] = fieldRows({ ...contact, Phone: '+61491570156' }, labels, new Map()).filter(
            ({ name }) => name === 'Phone'
        );
        assert.deepEqual([row?.text, row?.dialsFrom], ['+61491570156', contact.Id]);
    });

    it('follows a name to its record', () => {
        assert.equal(rows.find(({ name }) => name === 'WhoId')?.href, '/lightning/r/Contact/003000000000001AAA/view');
    });

    it('does not see a field that the org hides', () => {
        assert.equal(
            rows.find(({ name }) => name === 'Hidden__c'),
            undefined
        );
    });

    it('reads the id of a record that has no name', () => {
        assert.equal(nameOf({ Id: '00T000000000002AAA' }), '00T000000000002AAA');
    });
});

describe('a developer who switches a fault', () => {
    it('has it for the next requests', () => {
        assert.deepEqual(faultFor('offline', '3'), { count: 3 });
        assert.equal(choiceOf({ count: 3 }), '3');
    });

    it('has it until it is switched off', () => {
        assert.deepEqual(faultFor('slow', 'on'), { ms: 3000 });
        assert.equal(choiceOf({ ms: 3000 }), 'on');
        assert.equal(faultFor('slow', 'off'), false);
        assert.equal(choiceOf(undefined), 'off');
    });
});
