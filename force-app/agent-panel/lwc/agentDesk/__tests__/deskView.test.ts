import { testBrowser } from './openDesk.ts';
import { ENDED, TALKING } from './testCalls.ts';

const HELLO = { id: 'u1', speaker: 'customer', text: 'Hello', at: '2026-01-15T09:00:01.000Z' } as const;

describe('an agent with many conversations', () => {
    it('has only the card drawn anew of which something changed', async () => {
        const { clock, open } = testBrowser();
        const { desk, phone } = open();
        phone.describe('c1', TALKING);
        phone.describe('c2', TALKING);
        await clock.settle();
        const before = desk.view();
        phone.say('c2', [HELLO]);
        const after = desk.view();
        expect(after.version).toBeGreaterThan(before.version);
        expect(after.interactions.map((one, at) => one === before.interactions[at])).toEqual([true, false]);
        expect(after.fieldLabels).toBe(before.fieldLabels);
        expect(after.directory).toBe(before.directory);
        expect(after.recentTargets).toBe(before.recentTargets);
    });

    it('has no card drawn anew by a report on the line that changes nothing to be read', async () => {
        const { clock, open } = testBrowser();
        const { desk, phone } = open();
        phone.describe('c1', TALKING);
        phone.describe('c2', TALKING);
        const good = { participants: [], messages: [], line: { word: 'good', roundTripMs: 80 } } as const;
        phone.detail('c1', good);
        await clock.settle();
        const before = desk.view().interactions;
        phone.detail('c1', good);
        expect(desk.view().interactions.map((one, at) => one === before[at])).toEqual([true, true]);
        phone.detail('c1', { ...good, line: { word: 'poor', roundTripMs: 900 } });
        expect(desk.view().interactions.map((one, at) => one === before[at])).toEqual([false, true]);
    });

    it.each([
        ['End', 'end', undefined],
        ['WrapUp', 'wrapUp', 'wrapUp']
    ])('reads until when the admin wants a Task held back (%s)', async (_what, moment, afterTheCall) => {
        const { answers, clock, open } = testBrowser();
        answers.settings = { ...(answers.settings as object), Write_When__c: moment };
        const { desk, phone } = open();
        phone.describe('c1', TALKING);
        await clock.settle();
        expect(desk.view().interactions[0]?.savedAfter).toBe(moment);
        phone.describe('c1', ENDED);
        expect(desk.view().interactions[0]?.savedAfter).toBe(afterTheCall);
        phone.describe('c1', { ...ENDED, done: true });
        expect(desk.view().interactions[0]?.savedAfter).toBeUndefined();
    });

    it.each([
        ['a command is on its way', 'hold' as const],
        ['another command is on its way', 'mute' as const]
    ])('has the card drawn anew when %s', (_what, command) => {
        const { open } = testBrowser();
        const { desk, phone } = open();
        phone.describe('c1', TALKING);
        const [before] = desk.view().interactions;
        desk.command(command, 'c1');
        const [after] = desk.view().interactions;
        expect(after).not.toBe(before);
        expect(after?.awaiting).toEqual([command]);
    });
});
