import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { createLocalOrg } from '../../local/org/org.ts';
import { planned, write } from './files.ts';
import { readRows } from './rows.ts';
import { readTable } from './table.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const CLAIMS = '3b1c7f0e-52a6-4d0b-9e0f-6a1b8f3f7c02';
const project = mkdtempSync(path.join(tmpdir(), 'switchboard-project-'));
after(() => rmSync(project, { recursive: true, force: true }));

test('an org takes the records, with the names that the admin gave', () => {
    for (const part of ['config', 'sfdx-project.json']) {
        cpSync(path.join(PROJECT, part), path.join(project, part), { recursive: true });
    }
    const metadata = (file: string): boolean => !/[\\/](lwc|customMetadata)([\\/]|$)/.test(file);
    cpSync(path.join(PROJECT, 'force-app'), path.join(project, 'force-app'), { recursive: true, filter: metadata });

    const list = [
        'name,kind,address,pinned,order',
        `"Claims & ""Renewals"" <new>",Queue,${CLAIMS},yes,5`,
        'Nachtdienst Zürich,Phone,+41 44 555 01 23,,',
        'Kaffee,Status,BREAK,,'
    ].join('\n');
    const table = readTable(new TextEncoder().encode(list));
    assert.ok('rows' in table);
    const rows = readRows(table);
    assert.ok('targets' in rows);
    write(path.join(project, 'force-app/demo/customMetadata'), planned(rows.targets, [], false).files);

    const org = createLocalOrg({ projectDir: project, databaseFile: ':memory:' });
    try {
        const targets = org.records('Switchboard_Transfer_Target__mdt').map((record) => ({ ...record }));
        assert.partialDeepStrictEqual(
            targets.sort((a, b) => Number(a['Order__c']) - Number(b['Order__c'])),
            [
                {
                    DeveloperName: 'Queue_Claims_Renewals_new',
                    MasterLabel: 'Claims & "Renewals" <new>',
                    Kind__c: 'Queue',
                    Address__c: CLAIMS,
                    Pinned__c: true,
                    Order__c: 5,
                    Active__c: true
                },
                { MasterLabel: 'Nachtdienst Zürich', Kind__c: 'Phone', Address__c: '+41 44 555 01 23', Order__c: 100 }
            ]
        );
        assert.partialDeepStrictEqual(org.records('Switchboard_Agent_Status__mdt'), [
            { MasterLabel: 'Kaffee', Status__c: 'BREAK', Order__c: 100, Active__c: true }
        ]);
    } finally {
        org.close();
    }
});
