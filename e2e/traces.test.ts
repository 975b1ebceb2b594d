import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { readTrace } from '../local/genesys/trace.ts';
import type { TraceEntry } from '../local/genesys/trace.ts';
import { replayTrace } from '../local/replay/replayTrace.ts';
import { contactCentre } from './contactCentre.ts';
import { interactionIn, mappedFields } from './phoneMessages.ts';
import { assertFields } from './taskFields.ts';

const centre = contactCentre({ coalesceMs: 1000 });
const PROJECT = path.resolve(import.meta.dirname, '..');

function traceNamed(name: string): readonly TraceEntry[] {
    const reading = readTrace(readFileSync(path.join(PROJECT, 'local/genesys/traces', `${name}.json`), 'utf8'));
    assert.ok('entries' in reading);
    return reading.entries;
}

test('a developer who plays the recorded call gets one Task, the same as without a page', async () => {
    await centre.settings({ Write_Mode__c: 'own' });
    const entries = traceNamed('inbound-call');
    const expected = mappedFields(entries.flatMap(({ message }) => interactionIn(message)));
    const headless = await replayTrace(entries, {
        projectDir: PROJECT,
        user: 'agent',
        mode: 'own',
        at: new Date('2026-01-15T09:00:00.000Z')
    });
    const ada = await centre.signIn('agent');

    await ada.playTrace('inbound call', 'Ten times');

    await ada.sees('Ended');
    await ada.seesSaved();
    const [task, ...others] = centre.tasks();
    assert.ok(task);
    assert.deepEqual(others, []);
    assert.ok(centre.pageWrites().length <= 3, `${centre.pageWrites().length} writes`);
    assertFields(task, expected);
    assert.equal(headless.tasks.length, 1);
    assert.ok(headless.writes <= 3);
    const same = (field: string): boolean => /^Switchboard_.*__c$|^Call|^Type$|^Status$|^ActivityDate$/.test(field);
    assertFields(task, Object.fromEntries(Object.entries(headless.tasks[0] ?? {}).filter(([field]) => same(field))));
});

test('an agent keeps working while hostile messages arrive, and reads how many were not understood', async () => {
    await centre.settings({ Write_Mode__c: 'own' });
    const ada = await centre.signIn('agent');
    const dialogs: string[] = [];
    ada.page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
    });

    await ada.playTrace('hostile', 'At once');

    const messages = traceNamed('hostile').length;
    await ada.phone.getByText(`${messages} of ${messages} messages`).waitFor();
    await ada.panel.getByRole('button', { name: 'Diagnostics' }).click();
    const notUnderstood = Number(await ada.diagnostic('Messages not understood'));
    assert.ok(notUnderstood > 0 && notUnderstood < messages, `${notUnderstood} of ${messages} not understood`);
    assert.ok(Number(await ada.diagnostic('Messages from the phone')) >= messages);
    await ada.seesInPanel('Why messages were not understood');
    assert.equal(await ada.page.evaluate(() => 'polluted' in {}), false);
    await ada.phone.getByRole('button', { name: 'Ring my phone' }).click();
    const edna = ada.panel.getByRole('article', { name: 'Edna Frank' });
    await edna.getByRole('button', { name: /^Answer/ }).click();
    await edna.getByText('Connected', { exact: true }).waitFor();
    assert.deepEqual([...dialogs, ...ada.complaints, ...ada.thrown], []);
});
