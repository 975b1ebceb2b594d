/** Where Genesys Cloud owns the channel: a customer there and a rep of Salesforce talk, through all real parts. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DIGITAL_QUEUES, USERS } from '../genesys/platformApi/directory.ts';
import { CHANNEL } from '../org/interactionService/serviceForTests.ts';
import { EventBus } from '../org/pubsub/eventBus.ts';
import { REP_EVENT, repNamed, repWrites as repText } from '../org/pubsub/repEventForTests.ts';
import { until } from './wayBackForTests.ts';
import { wholeBridge } from './wholeBridgeForTests.ts';

const REP = repNamed('005000000000002AAA');
const amira = USERS[0]?.id ?? '';

let behindMs = 0;
const whole = await wholeBridge({
    bus: new EventBus({ now: () => Date.now() - behindMs }),
    configuration: {
        channels: [{ topology: 'genesysChannel', channelAddress: CHANNEL, queueId: DIGITAL_QUEUES[0]?.id }],
        reps: [{ salesforceUserId: REP.subject, genesysUserId: amira }]
    }
});
const { api, atGenesys, bus, genesys, logged, pubsub, service } = whole;
let there: string;
let entries = 0;

const listening = (): number => logged.filter((line) => /"notifications","state":"listening"/.test(line)).length;

before(async () => {
    behindMs = 60_000;
    repWrites('From before there was a bridge.');
    behindMs = 0;
    await whole.start();
    // A first start follows from where the stream is then, and hears what comes.
    await until(() => pubsub.subscribers > 0 && listening() > 0);
});
after(() => whole.close());

function repWrites(text: string): void {
    const place = { conversation: service.conversations[0]?.id, channelAddress: CHANNEL, customer: 'otto-1' };
    bus.publish(REP_EVENT.eventName, repText(place, `entry-${(entries += 1)}`, text, REP));
}

/** What Salesforce was told in the customer's name, by text or by the name of a file. */
const told = (): string[] =>
    service.accepted.flatMap(({ body, call: name, file }) => {
        if (name !== 'POST /interactions') return [];
        if (file !== undefined) return [file.name];
        const text = JSON.stringify(body);
        return [/"text":"([^"]*)"/.exec(text)?.[1] ?? /"entryType":"(\w+)"/.exec(text)?.[1] ?? text];
    });
const received = (): (string | undefined)[] => genesys.control.received().map(({ text }) => text);

test('what a customer writes first at Genesys Cloud reaches Salesforce, in its order and as one conversation', async () => {
    there = genesys.control.customerTexts({ from: 'otto-1', text: 'Where is my order?', name: 'Otto Okafor' });
    genesys.control.customerWrites(there, 'It is number 7.');
    await until(() => told().length === 2);
    assert.deepEqual(told(), ['Where is my order?', 'It is number 7.']);
    assert.equal(service.conversations.length, 1);
});

test('what customers write while the bridge is down reaches Salesforce when it runs again, a new one’s too', async () => {
    await whole.stop();
    genesys.control.customerWrites(there, 'Are you there?');
    genesys.control.customerTexts({ from: 'petra-2', text: 'Can I pay by card?' });
    repWrites('I am looking.');
    await whole.start();
    await until(() => told().includes('Are you there?') && told().includes('Can I pay by card?'));
    assert.equal(told().filter((text) => text === 'Where is my order?').length, 1);
    assert.equal(service.conversations.length, 2);
});

test('what the rep wrote before the bridge was started again waits for an agent, and reaches the customer on that leg', async () => {
    // The stream had brought nothing before: no position told where it was to go on.
    await until(() => logged.some((line) => /"published before the first start","count":1/.test(line)));
    assert.deepEqual(received(), []);
    const ringing = genesys.control.conversation(there).participants.findLast(({ userId }) => userId === amira);
    assert.ok(ringing);
    const of = { conversationId: there, participantId: ringing.id };
    await atGenesys('patch_message_participant', { ...of, state: 'connected' });
    await until(() => received().length === 1);
    repWrites('It is on its way.');
    await until(() => received().length === 2);
    assert.deepEqual(received(), ['I am looking.', 'It is on its way.']);
    const sent = genesys.control.messages(there).filter(({ direction }) => direction === 'outbound');
    assert.ok(sent.every(({ communicationId }) => communicationId === ringing.communication.id));
});

test('a file of the customer reaches the rep', async () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    genesys.control.customerSends(there, { name: 'damage.png', mime: 'image/png', bytes: png, at: api.url });
    await until(() => told().includes('damage.png'));
});

test('no line of the log holds what anybody said or is called', () => {
    assert.doesNotMatch(logged.join('\n'), /Otto|otto|petra|order|card|damage|there\?|looking/);
});
