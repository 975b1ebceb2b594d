import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { createLocalOrg } from '../org/org.ts';
import type { LocalOrg } from '../org/org.ts';
import { createLocalGenesys } from './contactCentre.ts';
import type { LocalGenesys } from './contactCentre.ts';
import type { PhoneMapping } from './phoneTask.ts';

const MAPPING = JSON.parse(readFileSync(path.join(import.meta.dirname, 'phone-mapping.json'), 'utf8')) as PhoneMapping;

// The real local org, so that the phone's Task passes the same validation as everybody's.
describe('with the local Salesforce', () => {
    let org: LocalOrg;
    let genesys: LocalGenesys;

    before(() => {
        org = createLocalOrg({ projectDir: path.resolve(import.meta.dirname, '../..'), databaseFile: ':memory:' });
        genesys = createLocalGenesys({ org });
    });
    after(() => {
        genesys.close();
        org.close();
    });

    async function send(route: string, body: object, userName = 'agent'): Promise<Record<string, unknown>> {
        const response = await genesys.fetch(
            new Request(`http://127.0.0.1/local/genesys/${route}`, {
                method: 'POST',
                headers: { cookie: `sid=${userName}` },
                body: JSON.stringify(body)
            })
        );
        return (await response.json()) as Record<string, unknown>;
    }
    const act = (action: string, id: string, userName = 'agent'): Promise<unknown> =>
        send('actions', { type: 'PureCloud.Interaction.updateState', data: { action, id } }, userName);
    const taskOf = (id: string): Record<string, unknown> | undefined =>
        org.records('Task').find(({ CallObject }) => CallObject === id);

    test("the agent's call is logged on the caller's contact", async () => {
        const id = String((await send('calls', { number: '+61491570006' })).conversationId);
        await act('pickup', id);
        await act('disconnect', id);
        await send('wrap-up', { conversationId: id, code: 'Complaint' });
        const task = taskOf(id);
        const caller = org.records('Contact').find(({ Id }) => Id === task?.WhoId);
        assert.equal(caller?.Name, 'Edna Frank');
        assert.deepEqual(
            [task?.CallDisposition, task?.CallType, task?.TaskSubtype, task?.CallDurationInSeconds],
            ['Complaint', 'Inbound', 'Call', 0]
        );
    });

    test('every user of the org can be rung and logs the call', async () => {
        for (const { name, id: userId } of org.users()) {
            const id = String((await send('calls', { number: '+442079460018' }, name)).conversationId);
            await act('pickup', id, name);
            assert.equal(taskOf(id)?.OwnerId, userId);
            await act('disconnect', id, name);
        }
    });

    test("every row of the phone's own mapping names a field of this org and fits it", async () => {
        const given: Record<string, string> = { 'Call.Internal': 'true', 'Call.Ani': '+61491570006' };
        for (const { attribute, type } of MAPPING) {
            const key = attribute.replace('Participant.', '');
            given[key] ??= type === 'number' ? '42' : '2026-03-02T09:00:00.000Z';
        }
        const id = String((await send('calls', { number: '+61491570006' })).conversationId);
        await act('pickup', id);
        await send('actions', { type: 'PureCloud.Interaction.addCustomAttributes', data: { id, attributes: given } });
        for (const { attribute, field, type } of MAPPING) {
            const text = given[attribute.replace('Participant.', '')];
            const expected = type === 'text' ? text : JSON.parse(String(text));
            assert.equal(taskOf(id)?.[field], expected, field);
        }
    });

    test('a page of nobody gets no phone', async () => {
        assert.match(String((await send('calls', { number: '+61491570006' }, 'nobody')).error), /Nobody is signed in/);
    });
});
