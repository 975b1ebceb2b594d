import { testBrowser } from './openDesk.ts';
import type { TestPage } from './openDesk.ts';
import { ENDED, RINGING, TALKING } from './testCalls.ts';

const CALL = 'c1';
const AT = '2026-01-15T09:01:00.000Z';
const DAY_MS = 24 * 60 * 60 * 1_000;

function transfers({ phone }: TestPage, transfer: 'consult' | 'consultCompleted'): void {
    phone.tell({ kind: 'transferred', at: AT, id: CALL, transfer });
}

/** What the panel shows of the call. */
function consulting({ desk }: TestPage): boolean {
    return desk.view().interactions.some(({ interaction }) => interaction.consulting === true);
}

describe('the agent talks to somebody else first, and the page is loaded anew', () => {
    it('and the transfer can still be completed, which the phone does not tell again', () => {
        const { open } = testBrowser();
        const first = open();
        first.phone.describe(CALL, TALKING);
        transfers(first, 'consult');
        first.desk.close();
        const second = open();
        second.phone.describe(CALL, TALKING);
        expect(consulting(second)).toBe(true);
    });

    it.each([
        ['was completed', (page: TestPage): void => transfers(page, 'consultCompleted')],
        ['ended', (page: TestPage): void => page.phone.describe(CALL, ENDED)]
    ])('and a call whose transfer %s is not waited for', (_what, end) => {
        const { open } = testBrowser();
        const first = open();
        first.phone.describe(CALL, TALKING);
        transfers(first, 'consult');
        end(first);
        const second = open();
        second.phone.describe(CALL, TALKING);
        expect(consulting(second)).toBe(false);
    });

    it('and once it is completed there, later news of the call does not open it again', () => {
        const { open } = testBrowser();
        transfersAfterTalking(open());
        const second = open();
        second.phone.describe(CALL, TALKING);
        transfers(second, 'consultCompleted');
        second.phone.describe(CALL, { ...TALKING, queueName: 'Claims' });
        expect(consulting(second)).toBe(false);
    });

    it('and the same conversation, come back to the agent, is a new call without a talk to somebody else', () => {
        const { open } = testBrowser();
        transfersAfterTalking(open());
        const second = open();
        second.phone.describe(CALL, RINGING);
        second.phone.describe(CALL, { ...TALKING, connectedTime: '2026-01-15T10:00:00.000Z' });
        expect(consulting(second)).toBe(false);
    });

    it('and nothing of it is kept after a day', async () => {
        const { clock, open, storage } = testBrowser();
        transfersAfterTalking(open());
        await clock.pass(DAY_MS + 1);
        open();
        expect(storage.keys().filter((key) => key.includes(':consult:'))).toEqual([]);
    });
});

function transfersAfterTalking(page: TestPage): void {
    page.phone.describe(CALL, TALKING);
    transfers(page, 'consult');
    page.desk.close();
}
