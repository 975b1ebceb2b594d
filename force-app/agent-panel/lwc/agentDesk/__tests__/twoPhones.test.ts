import type { DeskInteraction } from 'c/agentDesk';
import type { Vendor } from 'c/phoneOnPage';
import { executeMutation } from 'lightning/graphql';
import { leavePage, tellBoth, twoPhones } from './twoPhones.ts';
import type { TestItem } from './twoPhones.ts';

type Items = Record<Vendor, TestItem>;

const OTHER: Readonly<Record<Vendor, Vendor>> = { genesysCloud: 'salesforceVoice', salesforceVoice: 'genesysCloud' };
const VENDORS: readonly Vendor[] = ['genesysCloud', 'salesforceVoice'];

function both(browser: ReturnType<typeof twoPhones>): Items {
    return { genesysCloud: browser.item('genesysCloud'), salesforceVoice: browser.item('salesforceVoice') };
}

const card = ({ desk }: TestItem): DeskInteraction | undefined => desk.view().interactions[0];
const savedBy = ({ rows }: ReturnType<typeof twoPhones>): unknown[] => rows.map(({ CallObject }) => CallObject);
const ids: Readonly<Record<Vendor, string>> = { genesysCloud: 'conversation-1', salesforceVoice: 'leg-1' };

afterEach(leavePage);

describe('a call that two phones of one page tell of', () => {
    it.each(VENDORS)('has one Task, by the phone that the admin chose (%s)', async (chosen) => {
        const browser = twoPhones();
        browser.choose(chosen);
        const items = both(browser);
        await browser.clock.pass(5_000);
        tellBoth(items, 'talks');
        await browser.clock.pass(60_000);
        tellBoth(items, 'ends');
        await browser.clock.pass(300_000);
        expect(savedBy(browser)).toEqual([ids[chosen]]);
        expect(card(items[chosen])?.save?.phase).toBe('saved');
        expect(card(items[OTHER[chosen]])).toMatchObject({ otherWriter: chosen, notesUnsaved: false, problems: [] });
        expect(card(items[OTHER[chosen]])?.save).toBeUndefined();
        expect(card(items[OTHER[chosen]])?.relations).toBeUndefined();
        expect(items[OTHER[chosen]].desk.hasUnsaved()).toBe(false);
    });

    it.each(['', 'somebody else'])(
        'is saved by Genesys Cloud where the admin chose none of the two ("%s")',
        async (chosen) => {
            const browser = twoPhones();
            browser.choose(chosen as Vendor);
            const items = both(browser);
            tellBoth(items, 'talks');
            await browser.clock.pass(60_000);
            tellBoth(items, 'ends');
            await browser.clock.pass(300_000);
            expect(savedBy(browser)).toEqual(['conversation-1']);
        }
    );

    it('has one Task where it was answered before Salesforce told how to save', async () => {
        const browser = twoPhones();
        browser.answers.offline = true;
        browser.choose('salesforceVoice');
        const items = both(browser);
        tellBoth(items, 'talks');
        await browser.clock.pass(30_000);
        expect(browser.rows).toEqual([]);
        browser.answers.offline = false;
        await browser.clock.pass(60_000);
        expect(savedBy(browser)).toEqual(['leg-1']);
        expect(card(items.genesysCloud)?.otherWriter).toBe('salesforceVoice');
    });

    it('has no Task by anybody while the settings cannot be read, and one when they can', async () => {
        const browser = twoPhones();
        browser.answers.settings = 'noAccess';
        const items = both(browser);
        tellBoth(items, 'talks');
        await browser.clock.pass(30_000);
        tellBoth(items, 'ends');
        await browser.clock.pass(300_000);
        expect(browser.rows).toEqual([]);
        browser.choose('genesysCloud');
        await browser.clock.pass(120_000);
        expect(savedBy(browser)).toEqual(['conversation-1']);
    });

    it.each(VENDORS)('has one Task where the page was left before Salesforce told who saves (%s)', async (chosen) => {
        const browser = twoPhones();
        browser.answers.offline = true;
        browser.choose(chosen);
        const items = both(browser);
        tellBoth(items, 'talks');
        tellBoth(items, 'ends');
        await browser.clock.pass(2_000);
        leavePage();
        browser.answers.offline = false;
        both(browser);
        await browser.clock.pass(300_000);
        expect(savedBy(browser)).toEqual([ids[chosen]]);
        leavePage();
        both(browser);
        await browser.clock.pass(300_000);
        expect(browser.rows).toHaveLength(1);
    });

    it('is saved by Genesys Cloud where its item comes up a second after the other one', async () => {
        const browser = twoPhones();
        browser.choose('');
        const salesforceVoice = browser.item('salesforceVoice');
        tellBoth({ salesforceVoice }, 'talks');
        await browser.clock.pass(1_000);
        const items = { salesforceVoice, genesysCloud: browser.item('genesysCloud') };
        tellBoth(items, 'talks');
        await browser.clock.pass(60_000);
        expect(savedBy(browser)).toEqual(['conversation-1']);
        expect(card(salesforceVoice)?.otherWriter).toBe('genesysCloud');
    });

    it('goes on with the phone that saved it when Genesys Cloud is opened in its middle', async () => {
        const browser = twoPhones();
        browser.choose('');
        const salesforceVoice = browser.item('salesforceVoice');
        await browser.clock.pass(5_000);
        tellBoth({ salesforceVoice }, 'talks');
        await browser.clock.pass(30_000);
        const items = { salesforceVoice, genesysCloud: browser.item('genesysCloud') };
        tellBoth(items, 'talks');
        await browser.clock.pass(30_000);
        tellBoth(items, 'ends');
        await browser.clock.pass(300_000);
        expect(savedBy(browser)).toEqual(['leg-1']);
        expect(card(items.genesysCloud)?.otherWriter).toBe('salesforceVoice');
    });
});

it('a chat in Genesys Cloud during a call of the other phone is no part of that call, and has its Task', async () => {
    const browser = twoPhones();
    browser.choose('');
    const salesforceVoice = browser.item('salesforceVoice');
    await browser.clock.pass(5_000);
    tellBoth({ salesforceVoice }, 'talks');
    await browser.clock.pass(30_000);
    const { phone } = browser.item('genesysCloud');
    phone.describe('chat-1', {
        type: 'chat',
        state: 'connected',
        connected: true,
        disconnected: false,
        connectedTime: '2026-01-15T09:01:00.000Z'
    });
    await browser.clock.pass(60_000);
    expect(savedBy(browser).sort()).toEqual(['chat-1', 'leg-1']);
});

it('Salesforce Voice alone on the page saves its calls without any choice', async () => {
    const browser = twoPhones();
    const salesforceVoice = browser.item('salesforceVoice');
    tellBoth({ salesforceVoice }, 'talks');
    await browser.clock.pass(60_000);
    expect(savedBy(browser)).toEqual(['leg-1']);
    expect(card(salesforceVoice)?.save?.phase).toBe('saved');
});

it('an agent of an app that lacks the chosen phone reads which one saves, and nothing is saved', async () => {
    const browser = twoPhones();
    browser.choose('salesforceVoice');
    const genesysCloud = browser.item('genesysCloud');
    tellBoth({ genesysCloud }, 'talks');
    await browser.clock.pass(60_000);
    expect(browser.rows).toEqual([]);
    expect(card(genesysCloud)?.otherWriter).toBe('salesforceVoice');
});

describe('an admin who chooses the other phone while a call goes on', () => {
    it.each(VENDORS)(
        'leaves that call to the phone that saves it, and gives the next one to the other (%s)',
        async (first) => {
            const browser = twoPhones();
            browser.choose(first);
            const items = both(browser);
            await browser.clock.pass(5_000);
            tellBoth(items, 'talks');
            await browser.clock.pass(30_000);
            browser.choose(OTHER[first]);
            VENDORS.forEach((vendor) => items[vendor].desk.resume());
            await browser.clock.pass(5_000);
            tellBoth(items, 'ends');
            await browser.clock.pass(300_000);
            expect(savedBy(browser)).toEqual([ids[first]]);
            expect(browser.rows[0]?.Status).toBe('Completed');
            tellBoth(items, 'talks', 2);
            await browser.clock.pass(30_000);
            tellBoth(items, 'ends', 2);
            await browser.clock.pass(300_000);
            expect(savedBy(browser).slice(1)).toEqual([ids[OTHER[first]].replace('1', '2')]);
        }
    );

    it.each(VENDORS)('leaves it there also when the agent loads the page anew (%s)', async (first) => {
        const browser = twoPhones();
        browser.choose(first);
        tellBoth(both(browser), 'talks');
        await browser.clock.pass(30_000);
        browser.choose(OTHER[first]);
        leavePage();
        const items = both(browser);
        tellBoth(items, 'talks');
        await browser.clock.pass(30_000);
        tellBoth(items, 'ends');
        await browser.clock.pass(300_000);
        expect(savedBy(browser)).toEqual([ids[first]]);
        expect(browser.rows[0]?.Status).toBe('Completed');
    });

    it('leaves it to the only phone that was there until then, also when the page is loaded anew', async () => {
        const browser = twoPhones();
        browser.choose('');
        tellBoth({ genesysCloud: browser.item('genesysCloud') }, 'talks');
        await browser.clock.pass(30_000);
        browser.choose('salesforceVoice');
        leavePage();
        const genesysCloud = browser.item('genesysCloud');
        tellBoth({ genesysCloud }, 'talks');
        await browser.clock.pass(30_000);
        tellBoth({ genesysCloud }, 'ends');
        await browser.clock.pass(300_000);
        expect(browser.rows.map(({ Status }) => Status)).toEqual(['Completed']);
        expect(card(genesysCloud)?.save?.phase).toBe('saved');
    });

    it.each(VENDORS)('leaves it there when only one of the phones has heard of the choice (%s)', async (first) => {
        const browser = twoPhones();
        browser.choose(first);
        const items = both(browser);
        await browser.clock.pass(5_000);
        browser.choose(OTHER[first]);
        items[OTHER[first]].desk.resume();
        await browser.clock.pass(5_000);
        tellBoth(items, 'talks');
        await browser.clock.pass(30_000);
        tellBoth(items, 'ends');
        await browser.clock.pass(300_000);
        expect(browser.rows).toHaveLength(1);
    });
});

describe('an agent whose other phone saves', () => {
    it('reads in one panel only of a Task from before the page was loaded', async () => {
        const browser = twoPhones();
        browser.choose('genesysCloud');
        const first = both(browser);
        await browser.clock.pass(5_000);
        jest.mocked(executeMutation).mockRejectedValue(new TypeError('Failed to fetch'));
        tellBoth(first, 'talks');
        tellBoth(first, 'ends');
        await browser.clock.pass(5_000);
        leavePage();
        const items = both(browser);
        await browser.clock.pass(5_000);
        expect(items.genesysCloud.desk.view().earlier).toHaveLength(1);
        expect(items.salesforceVoice.desk.view().earlier).toEqual([]);
    });

    it('finds what was typed before it was known, to take it along', async () => {
        const browser = twoPhones();
        browser.answers.offline = true;
        browser.choose('genesysCloud');
        const items = both(browser);
        tellBoth(items, 'talks');
        await browser.clock.pass(1_000);
        items.salesforceVoice.desk.note('leg-1', 'Wants a new router');
        browser.answers.offline = false;
        await browser.clock.pass(60_000);
        const shown = card(items.salesforceVoice);
        expect(shown?.interaction.notes).toBe('Wants a new router');
        expect(shown).toMatchObject({ otherWriter: 'genesysCloud', notesUnsaved: false });
        tellBoth(items, 'ends');
        await browser.clock.pass(300_000);
        expect(savedBy(browser)).toEqual(['conversation-1']);
        expect(browser.rows[0]?.Description ?? null).toBeNull();
    });

    it('sees a call once in the list of recent calls', async () => {
        const browser = twoPhones();
        browser.choose('salesforceVoice');
        const items = both(browser);
        await browser.clock.pass(5_000);
        tellBoth(items, 'talks');
        await browser.clock.pass(5_000);
        tellBoth(items, 'ends');
        await browser.clock.pass(10_000);
        expect(items.salesforceVoice.desk.view().recent).toHaveLength(1);
        expect(items.genesysCloud.desk.view().recent).toHaveLength(1);
    });
});

it('a call that ended before one item could ask who saves is saved by whom the other item took it to be', async () => {
    const browser = twoPhones();
    browser.choose('');
    const items = both(browser);
    await browser.clock.pass(100);
    browser.answers.offline = true;
    items.genesysCloud.remove();
    const anew = { ...items, genesysCloud: browser.item('genesysCloud') };
    tellBoth(anew, 'talks');
    await browser.clock.pass(50);
    browser.choose('salesforceVoice');
    browser.answers.offline = false;
    tellBoth(anew, 'ends');
    await browser.clock.pass(600_000);
    expect(savedBy(browser)).toEqual(['conversation-1']);
});

it('who saved a call is forgotten after a day', async () => {
    const browser = twoPhones();
    browser.choose('salesforceVoice');
    tellBoth(both(browser), 'talks');
    await browser.clock.pass(5_000);
    const marks = (): string[] => browser.storage.keys().filter((name) => name.includes(':writer:'));
    expect(marks()).toHaveLength(2);
    leavePage();
    await browser.clock.pass(25 * 60 * 60_000);
    both(browser);
    expect(marks()).toEqual([]);
});

it('where Genesys Cloud is the only phone, the browser keeps nothing of who saves', async () => {
    const browser = twoPhones();
    tellBoth({ genesysCloud: browser.item('genesysCloud') }, 'talks');
    await browser.clock.pass(5_000);
    expect(savedBy(browser)).toEqual(['conversation-1']);
    expect(browser.storage.keys().filter((name) => name.includes(':writer:'))).toEqual([]);
});
