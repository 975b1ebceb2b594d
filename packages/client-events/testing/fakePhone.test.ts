import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { CHANNEL } from './channel.ts';
import { isRecord } from './checks.ts';
import { fakePhone } from './fakePhone.ts';
import type { FakePhone } from './fakePhone.ts';
import {
    APPLICATION_SCOPE,
    createMessageContext,
    publish,
    releaseMessageContext,
    subscribe
} from './messageService.ts';
import type { Context } from './messageService.ts';

let phone: FakePhone;
let page: Context;
let heard: unknown[];

beforeEach(() => {
    phone = fakePhone();
    page = createMessageContext();
    heard = [];
    subscribe(page, CHANNEL, (message) => heard.push(message), { scope: APPLICATION_SCOPE });
});

afterEach(() => {
    releaseMessageContext(page);
    phone.close();
    mock.timers.reset();
});

const send = (type: string, data: unknown): Promise<void> => {
    publish(page, CHANNEL, { type, data });
    return phone.delivered();
};
const act = (action: string, id: string, more: object = {}): Promise<void> =>
    send('PureCloud.Interaction.updateState', { action, id, ...more });

/** What the phone said, without the actions that everybody hears too. */
const said = (): string[] =>
    heard.flatMap((message) => {
        assert.ok(isRecord(message));
        if (String(message.type).startsWith('PureCloud.')) return [];
        const data = message.data;
        const body = isRecord(data) && isRecord(data.new) ? data.new : data;
        return [[message.category ?? message.type, isRecord(body) ? body.state : undefined].filter(Boolean).join(' ')];
    });
const lastSaid = (): unknown => heard.at(-1);
const why = (): string[] => phone.refused.map((refused) => refused.why);

async function talking(): Promise<string> {
    const id = phone.ring();
    await phone.connect(id);
    heard = [];
    return id;
}

test("an agent who picks up on the page hears the call connect on the fake phone's channel", async () => {
    const id = phone.ring();
    await phone.delivered();
    heard = [];
    await act('pickup', id);
    assert.deepEqual(said(), ['change CONNECTED', 'connect CONNECTED', 'change CONNECTED']);
});

test('an agent who holds twice has the caller back, because hold is a toggle', async () => {
    const id = await talking();
    await act('hold', id);
    await act('hold', id);
    assert.deepEqual(said(), ['change HELD', 'change HELD', 'change CONNECTED', 'change CONNECTED']);
});

test('an agent who mutes is told nothing, because no message tells of it', async () => {
    await act('mute', await talking());
    assert.deepEqual(said(), []);
    assert.deepEqual(phone.refused, []);
});

test('an agent who pauses the recording sees it paused', async () => {
    await act('securePause', await talking());
    assert.deepEqual(said(), ['change CONNECTED']);
    assert.match(JSON.stringify(lastSaid()), /"recordingState":"paused".*"securePause":true/);
});

test('an agent who passes a call on is out of it, and only the id tells of the transfer', async () => {
    const id = await talking();
    const participantContext = { transferTarget: '+12025550133', transferTargetType: 'address' };
    await act('blindTransfer', id, { participantContext });
    assert.deepEqual(said(), ['blindTransfer', 'disconnect DISCONNECTED']);
});

test('an agent concludes a consult, and the message lacks its type (T9)', async () => {
    const id = await talking();
    const participantContext = { transferTarget: 'f1', transferTargetType: 'userId' };
    await act('consultTransfer', id, { participantContext });
    await act('concludeTransfer', id);
    assert.deepEqual(said(), ['consultTransfer', 'completeConsultTransfer', 'disconnect DISCONNECTED']);
    assert.ok(heard.some((message) => isRecord(message) && !('type' in message)));
});

test('an agent who was never connected has no wrap-up', async () => {
    const id = phone.ring();
    await phone.disconnect(id);
    assert.throws(() => phone.wrapUp(id), /done/);
});

test('a developer sees attributes come back with the prefix that the phone adds', async () => {
    const id = await talking();
    await send('PureCloud.Interaction.addCustomAttributes', { id, attributes: { order: '0815' } });
    assert.match(JSON.stringify(lastSaid()), /"new":.*"Participant\.order":"0815"/);
});

test('a developer sees a status change by its id or by its word (T5)', async () => {
    phone.close();
    phone = fakePhone({ statuses: { 'a-guid': 'BREAK' } });
    await send('PureCloud.User.updateStatus', { id: 'a-guid' });
    assert.deepEqual(lastSaid(), { type: 'UserAction', category: 'status', data: { status: 'BREAK', id: 'a-guid' } });
    await send('PureCloud.User.updateStatus', { id: 'On Queue' });
    assert.deepEqual(lastSaid(), {
        type: 'UserAction',
        category: 'status',
        data: { status: 'ON_QUEUE', id: 'On Queue' }
    });
});

const REFUSED: readonly [string, string, unknown, RegExp][] = [
    ['with an id that no interaction has', 'Interaction.updateState', { action: 'hold', id: 'nobody' }, /"nobody"/],
    ['without an id', 'Interaction.updateState', { action: 'hold' }, /id is undefined/],
    ['of a word that is no action', 'Interaction.updateState', { action: 'unhold', id: 'x' }, /"unhold".*pickup,/],
    ['of a word that every object inherits', 'Interaction.updateState', { action: 'constructor' }, /"constructor"/],
    ['that the phone does not know', 'Interaction.dance', {}, /PureCloud\.Interaction\.dance/],
    ['without data', 'User.updateStatus', undefined, /data is no object/],
    ['with a status that does not exist', 'User.updateStatus', { id: 'asleep' }, /"asleep"/]
];
for (const [which, name, data, reason] of REFUSED) {
    test(`a developer who sends an action ${which} hears nothing and reads why`, async () => {
        await send(`PureCloud.${name}`, data);
        assert.deepEqual(said(), []);
        assert.equal(phone.refused.length, 1);
        assert.match(why()[0] ?? '', reason);
    });
}

test('a developer who transfers without saying to whom reads why nothing happens', async () => {
    const id = await talking();
    await act('blindTransfer', id);
    await act('blindTransfer', id, { participantContext: { transferTarget: 'x', transferTargetType: 'phone' } });
    await act('concludeTransfer', id);
    assert.deepEqual(said(), []);
    assert.match(why().join('\n'), /missing\n.*"phone".*userId, queueId, address\n.*no consult/);
});

test('a developer who tells the phone to do what a call cannot do is told at once', () => {
    const id = phone.ring();
    assert.throws(() => phone.hold(id), { message: 'hold: the interaction is ALERTING; it must be CONNECTED or HELD' });
    assert.throws(() => phone.connect('nobody'), /"nobody", which no interaction has; use what ring\(\) returned/);
    assert.throws(() => phone.ring({ id }), /another interaction has/);
});

test('a developer reads every action in the order in which it was sent', async () => {
    phone.answers(false);
    await act('hold', 'a');
    await act('hold', 'b');
    const data = (id: string): object => ({ action: 'hold', id });
    const type = 'PureCloud.Interaction.updateState';
    assert.deepEqual(phone.sent, [
        { type, data: data('a') },
        { type, data: data('b') }
    ]);
    assert.deepEqual(phone.refused, []);
});

test('a component without APPLICATION_SCOPE hears nothing while the agent looks at another tab (T17)', async () => {
    const heardHere: unknown[] = [];
    subscribe(page, CHANNEL, (message) => heardHere.push(message));
    phone.otherTab(true);
    await phone.says({ type: 'InitialSetup' });
    assert.deepEqual([heardHere.length, heard.length], [0, 1]);
    phone.otherTab(false);
    await phone.says({ type: 'InitialSetup' });
    assert.deepEqual([heardHere.length, heard.length], [1, 2]);
});

test('a component hears a copy, in which what JSON cannot carry is lost', async () => {
    const message = { type: 'Odd', data: { when: new Date(0), how: () => 1, none: undefined } };
    await phone.says(message);
    assert.deepEqual(lastSaid(), { type: 'Odd', data: { when: '1970-01-01T00:00:00.000Z' } });
});

test('a component that is late hears nothing of what was before', async () => {
    phone.ring();
    await phone.delivered();
    const late: unknown[] = [];
    subscribe(page, CHANNEL, (message) => late.push(message), { scope: APPLICATION_SCOPE });
    await phone.delivered();
    assert.deepEqual(late, []);
});

test('a component that asks for transcripts gets them, until the phone starts anew (T18)', async () => {
    const id = await talking();
    assert.throws(() => phone.transcribes(id, 'Hello'), /subscribeTo\('Notification'/);
    await send('PureCloud.subscribe', { type: 'Notification', categories: ['conversationTranscription'] });
    await phone.transcribes(id, 'Hello there');
    assert.match(JSON.stringify(lastSaid()), /"transcript":"Hello there"/);
    await phone.startsAnew();
    assert.throws(() => phone.transcribes(id, 'Hello'), /subscribeTo/);
});

test('a component hears the live calls again when the phone starts anew (T19)', async () => {
    const id = await talking();
    await phone.hold(id);
    const ended = phone.ring();
    await phone.disconnect(ended);
    heard = [];
    await phone.startsAnew();
    assert.deepEqual(said(), ['InitialSetup', 'add HELD']);
});

test('a developer plays a recording', async () => {
    await phone.plays([
        { atMs: 0, message: { type: 'InitialSetup' } },
        { atMs: 900, message: 'no object' }
    ]);
    assert.deepEqual(heard, [{ type: 'InitialSetup' }, 'no object']);
});

test('a developer drops the next messages, and those after them arrive', async () => {
    phone.drop(2);
    for (const data of [1, 2, 3]) await phone.says({ data });
    assert.deepEqual(heard, [{ data: 3 }]);
});

test('a developer drops the messages of one kind until the line is steady', async () => {
    phone.drop((message) => isRecord(message) && message.data === 1);
    for (const data of [1, 2, 1]) await phone.says({ data });
    phone.steady();
    await phone.says({ data: 1 });
    assert.deepEqual(heard, [{ data: 2 }, { data: 1 }]);
});

test('a developer doubles the next message only', async () => {
    phone.duplicate(1);
    for (const data of [1, 2]) await phone.says({ data });
    assert.deepEqual(heard, [{ data: 1 }, { data: 1 }, { data: 2 }]);
});

test('a developer turns the next three messages round', async () => {
    phone.reorder(3);
    for (const data of [1, 2, 3, 4]) await phone.says({ data });
    assert.deepEqual(heard, [{ data: 3 }, { data: 2 }, { data: 1 }, { data: 4 }]);
});

test('a developer gets what was held back for reordering when the line is steady', async () => {
    phone.reorder(3);
    await phone.says({ data: 1 });
    assert.deepEqual(heard, []);
    phone.steady();
    await phone.delivered();
    assert.deepEqual(heard, [{ data: 1 }]);
});

test('a developer delays the messages on a clock of the test', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    phone.delay(500);
    await phone.says({ data: 1 });
    mock.timers.tick(499);
    await phone.delivered();
    assert.deepEqual(heard, []);
    mock.timers.tick(1);
    await phone.delivered();
    assert.deepEqual(heard, [{ data: 1 }]);
});

test('a developer who closes the phone hears nothing of what was delayed', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    phone.delay(500);
    await phone.says({ data: 1 });
    phone.close();
    mock.timers.tick(500);
    await phone.delivered();
    assert.deepEqual(heard, []);
});

test('a developer who asks for a fault that cannot be reads what is allowed', () => {
    assert.throws(() => phone.drop(0), { message: 'drop: which is 0; give a whole number from 1 on' });
    assert.throws(() => phone.reorder(1), /from 2 on/);
    assert.throws(() => phone.delay(-1), /milliseconds is -1/);
});

test("a second phone takes the first one's place, so one test's phone is not another's", async () => {
    const before = phone;
    phone = fakePhone();
    await act('hold', 'a');
    assert.deepEqual([before.sent.length, phone.sent.length], [0, 1]);
});

test('a developer who plays bare messages instead of a trace is told the shape of a trace, and nothing is played', async () => {
    const shape = /a trace is a list such as \[\{ "atMs": 0, "message"/;
    const bare = [{ atMs: 0, message: { type: 'InitialSetup' } }, { type: 'InitialSetup' }] as never;
    assert.throws(() => phone.plays(bare), {
        name: 'TypeError',
        message: /^plays: entry 1 of the trace has no "message"/
    });
    assert.throws(() => phone.plays(bare), shape);
    assert.throws(() => phone.plays({ atMs: 0 } as never), shape);
    await phone.delivered();
    assert.deepEqual(heard, []);
});

test('a developer who goes on with the phone of the test before is told to use the newest one', () => {
    const before = phone;
    phone = fakePhone();
    assert.throws(() => before.ring(), { message: /this phone is closed, or a later fakePhone\(\) took its place/ });
});

test('a developer in JavaScript who gives no id, no text or no object is told which one', async () => {
    assert.throws(() => phone.ring({ id: '' }), {
        message: 'ring: id is no text, or empty; give one, or leave it out'
    });
    assert.throws(() => phone.ring({ id: 7 } as never), /^TypeError: ring: id/);
    assert.throws(() => phone.ring(null as never), /^TypeError: ring: fields is no object/);
    const id = await talking();
    assert.throws(() => phone.change(id, undefined as never), /^TypeError: change: fields is no object/);
    assert.throws(() => phone.transcribes(id, undefined as never), /^TypeError: transcribes: text is no text/);
    assert.deepEqual(heard, []);
});

test('a developer cannot give an interaction another id, because the phone never does', async () => {
    const id = await talking();
    assert.throws(() => phone.change(id, { id: 'another' }), /^Error: change: id is another one/);
    await phone.change(id, { id, queueName: 'Claims' });
    assert.equal(heard.length, 1);
});
