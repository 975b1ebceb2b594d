import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onBothDatabases } from './databasesForTests.ts';
import { conversationLinkedTo, learnGenesysConversation, linkOf, setLink } from './links.ts';
import type { Link } from './links.ts';

const channel: Link = {
    topology: 'genesysChannel',
    messenger: 'sms',
    customer: 'customer-17',
    conversationId: 'there'
};
const open: Link = { topology: 'openMessaging', messenger: 'other', customer: 'customer-18', integrationId: 'app' };

onBothDatabases((database) => {
    it('a conversation goes on where it was last linked to, and is found from both sides', async () => {
        await setLink(database(), 'here', channel);
        assert.deepEqual(await linkOf(database(), 'here'), channel);
        await setLink(database(), 'here', { ...channel, communicationId: 'leg' });
        assert.deepEqual(await linkOf(database(), 'here'), { ...channel, communicationId: 'leg' });
        assert.equal(await conversationLinkedTo(database(), 'there'), 'here');
        assert.equal(await linkOf(database(), 'elsewhere'), undefined);
        assert.equal(await conversationLinkedTo(database(), 'nowhere'), undefined);
    });

    it('a conversation of open messages learns what Genesys Cloud calls it, one of a channel does not', async () => {
        await setLink(database(), 'one', open);
        await setLink(database(), 'two', channel);
        assert.deepEqual(await linkOf(database(), 'one'), open);
        await learnGenesysConversation(database(), 'one', 'begun there');
        await learnGenesysConversation(database(), 'two', 'begun there');
        assert.deepEqual(await linkOf(database(), 'one'), { ...open, conversationId: 'begun there' });
        assert.deepEqual(await linkOf(database(), 'two'), channel);
    });

    it('a conversation that changes sides keeps nothing of the one before', async () => {
        await setLink(database(), 'here', { ...channel, communicationId: 'leg' });
        await setLink(database(), 'here', open);
        assert.deepEqual(await linkOf(database(), 'here'), open);
    });
});
