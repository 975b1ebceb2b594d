import { testBrowser } from './openDesk.ts';
import { TALKING } from './testCalls.ts';

const BEN = { to: { kind: 'user', address: 'ben' } } as const;
const CLEO = { to: { kind: 'user', address: 'cleo' } } as const;

it('the agent who double-clicks Mute mutes once: the second click does not undo the first', async () => {
    const { clock, open } = testBrowser();
    const { desk, phone } = open();
    phone.describe('call-1', TALKING);
    const first = desk.command('mute', 'call-1');
    phone.answer('unconfirmed'); // at once: nothing that the phone tells shows mute
    await clock.pass(300);
    const second = desk.command('mute', 'call-1');
    expect(phone.sent).toEqual(['mute call-1']);
    await expect(first).resolves.toBe('unconfirmed');
    await expect(second).resolves.toBe('unconfirmed');
});

it('the agent sees mute as on its way for a second, then may press it again', async () => {
    const { clock, open } = testBrowser();
    const { desk, phone } = open();
    phone.describe('call-1', TALKING);
    desk.command('mute', 'call-1');
    phone.answer('unconfirmed');
    await clock.pass(999);
    expect(desk.view().interactions[0]?.awaiting).toEqual(['mute']);
    await clock.pass(1);
    expect(desk.view().interactions[0]?.awaiting).toEqual([]);
    desk.command('mute', 'call-1');
    expect(phone.sent).toEqual(['mute call-1', 'mute call-1']);
});

it('the agent may press Unmute as soon as the phone has shown the mute', async () => {
    const { clock, open } = testBrowser();
    const { desk, phone } = open();
    phone.describe('call-1', TALKING);
    desk.command('mute', 'call-1');
    phone.detail('call-1', { participants: [], messages: [], muted: true });
    phone.answer('confirmed');
    await clock.settle();
    expect(desk.view().interactions[0]?.awaiting).toEqual([]);
    desk.command('mute', 'call-1');
    expect(phone.sent).toEqual(['mute call-1', 'mute call-1']);
});

it('the agent who presses Hold again while the phone is silent sends it once', async () => {
    const { clock, open } = testBrowser();
    const { desk, phone } = open();
    phone.describe('call-1', TALKING);
    desk.command('hold', 'call-1');
    await clock.pass(2_500);
    desk.command('hold', 'call-1');
    expect(phone.sent).toEqual(['hold call-1']);
});

it('the agent may press Resume as soon as the phone has shown the hold', async () => {
    const { clock, open } = testBrowser();
    const { desk, phone } = open();
    phone.describe('call-1', TALKING);
    desk.command('hold', 'call-1');
    phone.answer('confirmed');
    await clock.settle();
    desk.command('hold', 'call-1');
    expect(phone.sent).toEqual(['hold call-1', 'hold call-1']);
});

it('the agent who chooses somebody else while the first transfer is on its way sends both', () => {
    const { open } = testBrowser();
    const { desk, phone } = open();
    phone.describe('call-1', TALKING);
    desk.command('blindTransfer', 'call-1', BEN);
    desk.command('blindTransfer', 'call-1', CLEO);
    desk.command('blindTransfer', 'call-1', BEN);
    expect(phone.sent).toEqual(['blindTransfer call-1 ben', 'blindTransfer call-1 cleo']);
});

it('the same command for two calls is sent for both', () => {
    const { open } = testBrowser();
    const { desk, phone } = open();
    desk.command('mute', 'call-1');
    desk.command('mute', 'call-2');
    expect(phone.sent).toEqual(['mute call-1', 'mute call-2']);
});

it('the agent reads why a command was not sent, and may try again at once', async () => {
    const { clock, open } = testBrowser();
    const { desk, phone } = open();
    phone.describe('call-1', TALKING);
    const outcome = desk.command('blindTransfer', 'call-1', BEN);
    phone.refuse({ name: 'RefusedCommand', reason: 'badTarget' });
    await expect(outcome).rejects.toEqual({ name: 'RefusedCommand', reason: 'badTarget' });
    await clock.settle();
    expect(desk.view().interactions[0]?.awaiting).toEqual([]);
    desk.command('blindTransfer', 'call-1', BEN);
    expect(phone.sent).toHaveLength(2);
});
