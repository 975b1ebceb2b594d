import assert from 'node:assert/strict';
import { it } from 'node:test';
import { onBothDatabases } from '../store/databasesForTests.ts';
import { endLink, linkOf, setLink } from '../store/links.ts';
import type { Channel } from './channels.ts';
import { linkByChannel } from './linkByChannel.ts';

const CHANNELS: readonly Channel[] = [
    { topology: 'openMessaging', channelAddress: 'far', messenger: 'other', integrationId: 'app' },
    { topology: 'genesysChannel', channelAddress: 'care', messenger: 'sms', queueId: 'queue' }
];
const FAR = { topology: 'openMessaging', messenger: 'other', customer: 'edna', integrationId: 'app' } as const;

const message = (conversation: string, channelAddress: string, subject: string | undefined = 'edna') => ({
    body: { conversation, channelAddress, recipient: { appType: 'custom', role: 'EndUser', subject } }
});

onBothDatabases((database) => {
    it('a rep who writes first on a channel of which Genesys Cloud is the far side has the conversation linked', async () => {
        const linkFor = linkByChannel(database(), CHANNELS);
        assert.deepEqual(await linkFor(message('first', 'far')), FAR);
        assert.deepEqual(await linkOf(database(), 'first'), FAR);
    });

    it('a conversation that nobody has linked is not linked by a channel of Genesys Cloud, or by an unknown one', async () => {
        const linkFor = linkByChannel(database(), CHANNELS);
        assert.equal(await linkFor(message('second', 'care')), undefined);
        assert.equal(await linkFor(message('second', 'somewhere')), undefined);
        assert.equal(await linkOf(database(), 'second'), undefined);
    });

    it('what is linked stays so, and is not over any more when the rep writes in it again', async () => {
        const linkFor = linkByChannel(database(), CHANNELS);
        const link = { ...FAR, customer: 'otto', conversationId: 'there' };
        await setLink(database(), 'third', link);
        await endLink(database(), 'third');
        await linkFor(message('third', 'far'));
        assert.deepEqual(await linkOf(database(), 'third'), link);
    });
});
