import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { SEEDED } from './seed.ts';
import { refusal, servedForSdk } from './sdkForTests.ts';

const served = await servedForSdk();
const { agent, url } = served;
const { control } = served.api;
after(() => served.close());
beforeEach(() => control.reset());

const { id, agentCommunication: leg } = SEEDED.open;
const read = (): Promise<unknown> => agent.getConversationsMessage(id);
function signedIn(): { readonly authorization: string } {
    const token = (agent as unknown as { apiClient: { authData: { accessToken: string } } }).apiClient.authData;
    return { authorization: `Bearer ${token.accessToken}` };
}
const write = (): Promise<unknown> =>
    agent.postConversationsMessageCommunicationMessages(id, leg, { textBody: 'Hello' });

describe('a developer who wants to see a service meet faults', () => {
    it('has a gateway answer for the API, as often as asked for', async () => {
        control.faults.next({ kind: 'status', status: 503, headers: { 'retry-after': '2' } }, { times: 2 });
        for (const _ of [1, 2]) await assert.rejects(read(), /503|<html>/);
        await read();
    });

    it('loses the answer to a message that the customer has got', async () => {
        control.faults.next({ kind: 'close' }, { afterDoing: true });
        await assert.rejects(write());
        assert.equal(control.received().length, 1);
    });

    it('loses a message before it is sent', async () => {
        control.faults.next({ kind: 'close' });
        await assert.rejects(write());
        assert.equal(control.received().length, 0);
    });

    it('waits for an answer that never comes, until it gives up', async () => {
        control.faults.next({ kind: 'hang' }, { afterDoing: true });
        const goes = new AbortController();
        const asked = fetch(`${url}/api/v2/conversations/messages/${id}/communications/${leg}/messages`, {
            method: 'POST',
            headers: { ...signedIn(), 'content-type': 'application/json' },
            body: JSON.stringify({ textBody: 'Hello' }),
            signal: goes.signal
        });
        while (control.received().length === 0) await pause(5);
        await pause(50);
        goes.abort();
        await assert.rejects(asked, { name: 'AbortError' });
        await read();
    });

    it('waits for a slow one', async () => {
        control.faults.next({ kind: 'slow', ms: 50 });
        const begun = performance.now();
        await read();
        assert.ok(performance.now() - begun >= 49);
    });
});

describe('a developer who asks for what is not there', () => {
    const status = async (path: string, method = 'GET'): Promise<[number, string | null]> => {
        const response = await fetch(`${url}${path}`, { method, headers: signedIn() });
        assert.ok(response.headers.get('inin-correlation-id'));
        await response.text();
        return [response.status, response.headers.get('allow')];
    };

    it('gets 404 for another path and 405 for another method', async () => {
        const root = '/api/v2/conversations';
        assert.deepEqual(await status('/'), [404, null]);
        assert.deepEqual(await status('/api/v2/users/me'), [404, null]);
        assert.deepEqual(await status(`${root}/calls`), [404, null]);
        assert.deepEqual(await status(`${root}/messages/%zz`), [404, null]);
        assert.deepEqual(await status(`${root}/emails`, 'DELETE'), [405, 'GET, POST']);
        assert.deepEqual(await status('/oauth/token'), [404, null]);
    });

    it('may send the words of an email’s name where an id stands, and gets no conversation for it', async () => {
        const said = await refusal(agent.getConversationsEmail('agentless'));
        assert.equal(said.entityId, 'agentless');
    });
});
