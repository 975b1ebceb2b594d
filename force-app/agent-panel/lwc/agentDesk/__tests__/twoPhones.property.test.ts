import fc from 'fast-check';
import type { Vendor } from 'c/phoneOnPage';
import { leavePage, tellBoth, twoPhones } from './twoPhones.ts';
import type { TestItem } from './twoPhones.ts';

const VENDORS: readonly Vendor[] = ['genesysCloud', 'salesforceVoice'];

const step = fc.oneof(
    fc.constantFrom('answer', 'end', 'load', 'offline', 'online', 'unreadable').map((kind) => ({ kind })),
    fc.constantFrom<Vendor | ''>('', ...VENDORS).map((vendor) => ({ kind: 'choose', vendor })),
    fc.constantFrom(...VENDORS).map((vendor) => ({ kind: 'ask', vendor })),
    fc.constantFrom(...VENDORS).map((vendor) => ({ kind: 'popOut', vendor })),
    fc.constantFrom(100, 1_000, 10_000, 90_000).map((ms) => ({ kind: 'pass', ms }))
);
type Step = { readonly kind: string; readonly vendor?: Vendor | ''; readonly ms?: number };

/** One call at a time, as an agent has them; its number, or 0 while there is none. */
async function play(steps: readonly Step[]): Promise<{ readonly calls: number; readonly saved: readonly string[] }> {
    const browser = twoPhones();
    const { answers, clock } = browser;
    browser.choose('');
    let items = open();
    let calls = 0;
    let live = false;

    function open(): Record<Vendor, TestItem> {
        return { genesysCloud: browser.item('genesysCloud'), salesforceVoice: browser.item('salesforceVoice') };
    }
    /** What is live is told again to an item that is new. */
    function tellAgain(): void {
        if (live) tellBoth(items, 'talks', calls);
    }
    function take({ kind, vendor }: Step): void {
        if (kind === 'answer' && !live) {
            calls += 1;
            live = true;
            tellAgain();
        } else if (kind === 'end' && live) {
            live = false;
            tellBoth(items, 'ends', calls);
        } else if (kind === 'load') {
            leavePage();
            items = open();
            tellAgain();
        } else if (kind === 'offline' || kind === 'online') {
            answers.offline = kind === 'offline';
        } else if (kind === 'unreadable') {
            answers.settings = 'noAccess';
        } else if (kind === 'choose') {
            browser.choose(vendor ?? '');
        } else if (kind === 'ask' && vendor) {
            items[vendor].desk.resume();
        } else if (kind === 'popOut' && vendor) {
            items[vendor].remove();
            items = { ...items, [vendor]: browser.item(vendor) };
            tellAgain();
        }
    }

    for (const one of steps) {
        take(one);
        await clock.pass(one.ms ?? 50);
    }
    answers.offline = false;
    if (answers.settings === 'noAccess') browser.choose('genesysCloud');
    take({ kind: 'end' });
    await clock.pass(600_000);
    leavePage();
    return { calls, saved: browser.rows.map(({ CallObject }) => String(CallObject).replace(/^\D+/, '')) };
}

it('whatever is chosen, loaded and popped out meanwhile, each call that both phones tell has one Task', async () => {
    await fc.assert(
        fc.asyncProperty(fc.array<Step>(step, { maxLength: 30 }), async (steps) => {
            const { calls, saved } = await play(steps);
            const wanted = Array.from({ length: calls }, (_, place) => String(place + 1));
            expect([...saved].sort()).toEqual(wanted.sort());
        }),
        { numRuns: 200 }
    );
}, 120_000);
