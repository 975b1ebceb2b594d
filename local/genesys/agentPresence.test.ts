import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createTestCentre } from './centreForTests.ts';
import type { AgentPage } from './centreForTests.ts';
import { genesysUserId, STATIONS } from './directory.ts';

async function userActions(page: AgentPage, from: 'opening' | 'said'): Promise<readonly unknown[]> {
    return (await page[from]()).flatMap((message) =>
        message.type === 'UserAction' ? [[message.category, message.data]] : []
    );
}
const ON_QUEUE = { status: 'ON_QUEUE', id: '5c2d8e10-0d3f-4a51-8a57-000000000001' };

describe('an agent', () => {
    test('starts with status, routing status and station', async () => {
        const page = createTestCentre().page('agent');
        assert.deepEqual(await userActions(page, 'opening'), [
            ['status', ON_QUEUE],
            ['routingStatus', 'IDLE'],
            ['station', { id: STATIONS[0]?.id, userId: genesysUserId('agent') }]
        ]);
    });

    test('in a status of the own org is told with its constant and its own words', async () => {
        const centre = createTestCentre();
        const page = centre.page('agent');
        await page.view();
        await centre.send('POST', 'actions', { type: 'PureCloud.User.updateStatus', data: { id: 'Back office' } });
        assert.deepEqual((await userActions(page, 'said'))[0], [
            'status',
            { status: 'BUSY', id: '5c2d8e10-0d3f-4a51-8a57-000000000009', sub_status: 'Back office' }
        ]);
    });

    test('in the plain status has no sub-status', async () => {
        const centre = createTestCentre();
        const page = centre.page('agent');
        await page.view();
        await centre.send('POST', 'actions', { type: 'PureCloud.User.updateStatus', data: { id: 'BUSY' } });
        assert.deepEqual((await userActions(page, 'said'))[0], [
            'status',
            { status: 'BUSY', id: '5c2d8e10-0d3f-4a51-8a57-000000000003' }
        ]);
    });

    test('asking for a status that nobody knows hears nothing; the log tells', async () => {
        const centre = createTestCentre();
        const page = centre.page('agent');
        await page.view();
        await centre.send('POST', 'actions', { type: 'PureCloud.User.updateStatus', data: { id: 'Gone fishing' } });
        assert.deepEqual(await page.said(), []);
        assert.equal((await page.view()).log[0]?.refused, true);
    });

    test('who moves to another station is told', async () => {
        const centre = createTestCentre();
        const page = centre.page('agent');
        await page.view();
        await centre.send('PUT', 'station', { id: STATIONS[1]?.id });
        assert.deepEqual(await userActions(page, 'said'), [
            ['station', { id: STATIONS[1]?.id, userId: genesysUserId('agent') }]
        ]);
    });

    test('without station starts without a word of one, and works all the same', async () => {
        const centre = createTestCentre();
        await centre.send('PUT', 'station', { id: null });
        const page = centre.page('agent');
        assert.deepEqual(
            (await userActions(page, 'opening')).map((one) => (one as [string])[0]),
            ['status', 'routingStatus']
        );
        await centre.ring({ medium: 'chat', number: undefined });
        assert.equal((await page.said()).length, 1);
    });

    test('cannot take a station that does not exist', async () => {
        const { reason } = await createTestCentre().send('PUT', 'station', { id: 'nowhere' });
        assert.match(String(reason), /no station with this id/);
    });
});
