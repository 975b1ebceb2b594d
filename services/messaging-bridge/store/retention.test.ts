import assert from 'node:assert/strict';
import { beforeEach, it } from 'node:test';
import { addEntries } from './batches.ts';
import { onBothDatabases } from './databasesForTests.ts';
import { heardOf, openConversations, setHeard } from './heard.ts';
import { endLink, goOn, linkOf, setLink } from './links.ts';
import type { Link } from './links.ts';
import { forgetOld, retentionOf } from './retention.ts';
import { setWorkItem, workItemOf } from './workItems.ts';

const channel: Link = {
    topology: 'genesysChannel',
    messenger: 'other',
    customer: 'customer-17',
    conversationId: 'there'
};
const open: Link = { topology: 'openMessaging', messenger: 'other', customer: 'customer-18', integrationId: 'app' };

it('an admin who keeps what is set aside for long keeps for as long what it may be tried again with', () => {
    const day = 86_400_000;
    assert.deepEqual(retentionOf({ delivered: 1, setAside: 30 }), {
        deliveredMs: day,
        asideMs: 30 * day,
        seenMs: 30 * day
    });
    assert.equal(retentionOf({ delivered: 1, setAside: 1 }).seenMs, 14 * day, 'Salesforce replays, and outages last');
    assert.equal(retentionOf({ delivered: 20, setAside: 1 }).seenMs, 20 * day);
});

onBothDatabases((database) => {
    beforeEach(() =>
        database().query(
            `truncate bridge_links, bridge_heard, bridge_work_items, bridge_reps_there, bridge_entries, bridge_lanes,
                 bridge_seen cascade`
        )
    );

    /** So much time goes by. */
    async function days(count: number): Promise<void> {
        const aged = (table: string, ...columns: readonly string[]): Promise<unknown> =>
            database().query(
                `update ${table} set ${columns.map((name) => `${name} = ${name} - interval '${count} days'`).join(', ')}`
            );
        await aged('bridge_links', 'changed_at', 'ended_at');
        await aged('bridge_heard', 'changed_at', 'ended_at');
        await aged('bridge_work_items', 'changed_at');
        await aged('bridge_entries', 'created_at', 'settled_at');
        await forgetOld(database());
    }

    /** A customer wrote by a channel of Genesys Cloud, and Salesforce named the work. */
    async function begun(): Promise<void> {
        await setLink(database(), 'here', channel);
        await setWorkItem(database(), 'here', '0MwRM0000000AbC');
        await setHeard(database(), 'there', { channelAddress: 'a', hasEnded: false });
    }

    it('a conversation that has ended is found for a month, and then nothing of it is left', async () => {
        await begun();
        await setHeard(database(), 'there', { channelAddress: 'a', hasEnded: true });
        await days(29);
        assert.deepEqual(await linkOf(database(), 'here'), channel);
        assert.equal(await workItemOf(database(), 'here'), '0MwRM0000000AbC');
        await days(2);
        assert.equal(await linkOf(database(), 'here'), undefined);
        assert.equal(await workItemOf(database(), 'here'), undefined);
        assert.equal(await heardOf(database(), 'there'), undefined);
    });

    it('Genesys Cloud is never asked about a conversation that has ended, also when it is forgotten', async () => {
        await begun();
        await setHeard(database(), 'there', { channelAddress: 'a', hasEnded: true });
        for (let week = 0; week < 6; week += 1) {
            await days(7);
            assert.deepEqual(await openConversations(database()), [], `after week ${week + 1}`);
        }
    });

    it('a conversation that goes on is linked for as long as it does', async () => {
        await begun();
        await setLink(database(), 'by hand', { ...channel, conversationId: 'never heard of' });
        await setLink(database(), 'far', open);
        await days(400);
        assert.deepEqual(await linkOf(database(), 'here'), channel);
        assert.equal(await workItemOf(database(), 'here'), '0MwRM0000000AbC');
        assert.notEqual(await linkOf(database(), 'by hand'), undefined);
        assert.deepEqual(await linkOf(database(), 'far'), open);
    });

    it('a conversation that Salesforce ended and Genesys Cloud did not stays linked', async () => {
        await begun();
        await endLink(database(), 'here');
        await days(60);
        assert.deepEqual(await linkOf(database(), 'here'), { ...channel, hasEnded: true });
    });

    it('where Genesys Cloud is the far side a conversation is over when Salesforce says so', async () => {
        await setLink(database(), 'far', open);
        await setWorkItem(database(), 'far', '0MwRM0000000AbC');
        await endLink(database(), 'far');
        await days(29);
        assert.deepEqual(await linkOf(database(), 'far'), { ...open, hasEnded: true });
        await days(2);
        assert.equal(await linkOf(database(), 'far'), undefined);
        assert.equal(await workItemOf(database(), 'far'), undefined);
    });

    it('a conversation that was over and in which somebody writes again is not over', async () => {
        for (const name of ['said', 'linked anew']) {
            await setLink(database(), name, open);
            await endLink(database(), name);
        }
        await days(20);
        await goOn(database(), 'said');
        await setLink(database(), 'linked anew', open);
        await days(60);
        assert.deepEqual(await linkOf(database(), 'said'), open);
        assert.deepEqual(await linkOf(database(), 'linked anew'), open);
    });

    it('a conversation in which a rep is stays linked, and so does one of which a message is kept', async () => {
        await setLink(database(), 'rep', open);
        await setWorkItem(database(), 'rep', '0MwRM0000000AbC');
        await database().query(`insert into bridge_reps_there values ('rep', '005000000000001')`);
        await setLink(database(), 'message', open);
        const entry = { lane: 'out:message', key: 'k', kind: 'message', body: {}, createdAt: Date.now() };
        await database().transaction((statements) => addEntries(statements, [entry]));
        for (const name of ['rep', 'message']) await endLink(database(), name);
        await days(60);
        assert.notEqual(await linkOf(database(), 'rep'), undefined);
        assert.equal(await workItemOf(database(), 'rep'), '0MwRM0000000AbC');
        assert.notEqual(await linkOf(database(), 'message'), undefined);

        await database().query('truncate bridge_reps_there');
        await database().query(`update bridge_entries set state = 'delivered', settled_at = clock_timestamp()`);
        await days(2);
        assert.equal(await linkOf(database(), 'rep'), undefined);
        assert.equal(await workItemOf(database(), 'rep'), undefined);
        assert.equal(await linkOf(database(), 'message'), undefined);
    });

    it('work that was named in a conversation without a link is forgotten too, but not while it is routed', async () => {
        await setWorkItem(database(), 'one', '0MwRM0000000AbC');
        await setWorkItem(database(), 'two', '0MwRM0000000AbD');
        const entry = { lane: 'routing:two', key: 'k', kind: 'routing', body: {}, createdAt: Date.now() };
        await database().transaction((statements) => addEntries(statements, [entry]));
        await days(29);
        assert.equal(await workItemOf(database(), 'one'), '0MwRM0000000AbC');
        await days(2);
        assert.equal(await workItemOf(database(), 'one'), undefined);
        assert.equal(await workItemOf(database(), 'two'), '0MwRM0000000AbD');
    });
});
