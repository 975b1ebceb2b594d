import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Unplanned, Sent } from '../delivery/sender.ts';
import { undelivered } from '../genesys/undelivered.ts';
import type { InteractionOutcome } from '../salesforce/interactionAnswer.ts';
import type { Entry } from '../store/entries.ts';
import { createUndeliveredSender } from './undeliveredSender.ts';

const MESSAGE: Entry = {
    seq: 1,
    lane: 'out:conversation',
    key: 'the-entry',
    kind: 'message',
    ageMs: 0,
    body: {
        conversation: 'conversation',
        channelAddress: 'address',
        recipient: { appType: 'custom', role: 'EndUser', subject: 'edna' },
        sender: { role: 'Agent', subject: '005', appType: 'agent' },
        identifier: 'the-entry',
        content: {},
        createdAt: 1
    }
};

function told(answer: InteractionOutcome, message = MESSAGE) {
    const asked: object[] = [];
    const sender = createUndeliveredSender(async (_name, body, options) => {
        options?.leaving?.();
        asked.push(body);
        return { ...answer, requestId: 'r' };
    });
    const [made] = undelivered(message, { isCertain: false, reason: 'no answer' });
    const entry: Entry = { ...MESSAGE, lane: made.lane, key: made.key, kind: made.kind, body: made.body };
    const more = { entry, signal: new AbortController().signal, leaving: () => undefined };
    async function send(): Promise<Sent> {
        const [body] = await sender.plan(entry);
        return sender.send({ ...more, body, whileHeld: async () => undefined });
    }
    return { asked, sent: send(), found: sender.find({ ...more, body: {} }, 0, new Set()) };
}

test('a rep is told which message may not have been delivered, in the conversation of its customer', async () => {
    const { asked, sent } = told({ kind: 'done', body: {} });
    assert.deepEqual(await sent, { kind: 'sent' });
    const [body] = asked as [{ to: string; from: string; interactions: { payload: Record<string, unknown> }[] }];
    assert.equal(body.to, 'address');
    assert.equal(body.from, 'edna');
    const payload = body.interactions[0]?.payload;
    assert.equal(payload?.['entryType'], 'MessageDeliveryFailed');
    assert.equal(payload?.['failedConversationEntryIdentifier'], 'the-entry');
    assert.equal(payload?.['errorCode'], 'MayNotBeDelivered');
});

test('what Salesforce did not take for now goes later, and what nobody knows is told again with the same id', async () => {
    assert.deepEqual(await told({ kind: 'later', reason: 'busy', waitMs: 5 }).sent, {
        kind: 'notNow',
        reason: 'busy',
        waitMs: 5
    });
    const unknown = told({ kind: 'unknown', reason: 'no answer' });
    assert.deepEqual(await unknown.sent, { kind: 'unknown', reason: 'no answer' });
    assert.equal(await unknown.found, 'repeat');
    const again = told({ kind: 'done', body: {} });
    await again.sent;
    assert.equal(idIn(again.asked[0]), idIn(unknown.asked[0]));
});

const idIn = (body: object | undefined): string | undefined =>
    (body as { interactions: { payload: { id: string } }[] }).interactions[0]?.payload.id;

const isRefused = ({ outcome }: Unplanned): boolean => outcome.kind === 'refused';

test('an event that named no customer or no entry, or a name that Salesforce does not take, is set aside: nobody could be told', async () => {
    const body = MESSAGE.body as Record<string, unknown>;
    for (const wrong of [
        { recipient: undefined },
        { recipient: { appType: 'custom', role: 'EndUser', subject: 'e'.repeat(241) } },
        { identifier: undefined }
    ]) {
        const { asked, sent } = told({ kind: 'done', body: {} }, { ...MESSAGE, body: { ...body, ...wrong } });
        await assert.rejects(sent, isRefused);
        assert.deepEqual(asked, []);
    }
});
