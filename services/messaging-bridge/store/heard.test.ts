import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addEntries } from './batches.ts';
import { onBothDatabases } from './databasesForTests.ts';
import { heardOf, markSeen, openConversations, setHeard, unheard, unseen } from './heard.ts';
import { listenedAgo, setListened } from './listened.ts';
import { setLink } from './links.ts';
import { forgetOld } from './retention.ts';

onBothDatabases((database) => {
    test('the bridge keeps who serves a conversation, whose it was first, and that it has ended', async () => {
        assert.equal(await heardOf(database(), 'c'), undefined);
        const agent = { participantId: 'p', communicationId: 'l' };
        await setHeard(database(), 'c', { channelAddress: 'a', hasEnded: false, agent });
        assert.deepEqual(await heardOf(database(), 'c'), { channelAddress: 'a', hasEnded: false, agent });
        await setHeard(database(), 'c', { channelAddress: 'other', hasEnded: true });
        assert.deepEqual(await heardOf(database(), 'c'), { channelAddress: 'a', hasEnded: true });
    });

    test('a leader asks for what goes on: heard of and not ended, or linked by hand, and each once', async () => {
        const link = { topology: 'genesysChannel', messenger: 'other', customer: 'x' } as const;
        await setLink(database(), 's1', { ...link, conversationId: 'by hand' });
        await setLink(database(), 's2', { ...link, conversationId: 'ended' });
        await setLink(database(), 's3', { ...link, conversationId: 'goes on' });
        await setLink(database(), 's4', {
            ...link,
            topology: 'openMessaging',
            integrationId: 'i',
            conversationId: 'far'
        });
        await setHeard(database(), 'ended', { channelAddress: 'a', hasEnded: true });
        await setHeard(database(), 'goes on', { channelAddress: 'a', hasEnded: false });
        assert.deepEqual(await openConversations(database()), ['goes on', 'by hand']);
        await setHeard(database(), 'ended', { channelAddress: 'a', hasEnded: false });
        assert.ok((await openConversations(database())).includes('ended'), 'it goes on again');
    });

    test('what was never taken is told apart from what was, in its order', async () => {
        const entry = { lane: 'l', kind: 'k', body: {}, createdAt: 1 };
        await database().transaction((statements) => addEntries(statements, [{ ...entry, key: 'b' }]));
        await markSeen(database(), 'd');
        await markSeen(database(), 'd');
        assert.deepEqual(await unseen(database(), ['z', 'b', 'a', 'd', "'"]), ['z', 'a', "'"]);
        assert.deepEqual(await unseen(database(), []), []);
    });

    test('what was never heard of is told apart, and how long ago somebody listened', async () => {
        await setHeard(database(), 'b', { channelAddress: 'a', hasEnded: true });
        assert.deepEqual(await unheard(database(), ['c', 'b', 'a']), ['c', 'a']);
        assert.deepEqual(await unheard(database(), []), []);
        assert.equal(await listenedAgo(database()), undefined);
        await setListened(database());
        const at = async () => (await listenedAgo(database())) ?? assert.fail();
        assert.ok((await at()).lastMs >= 0 && (await at()).firstMs < 60_000);
        await database().query(`update bridge_listened set at = at - interval '1 hour'`);
        assert.ok((await at()).lastMs > 3_500_000);
        await setListened(database());
        assert.ok((await at()).lastMs < 60_000);
        assert.ok((await at()).firstMs > 3_500_000, 'since when is kept');
    });

    test('a conversation that ended long ago is forgotten, one that goes on is not', async () => {
        for (const hasEnded of [true, false])
            await setHeard(database(), hasEnded ? 'ended' : 'on', { channelAddress: 'a', hasEnded });
        await database().query(`update bridge_heard set changed_at = changed_at - interval '60 days',
            ended_at = ended_at - interval '60 days'`);
        await forgetOld(database());
        assert.equal(await heardOf(database(), 'ended'), undefined);
        assert.notEqual(await heardOf(database(), 'on'), undefined);
    });
});
