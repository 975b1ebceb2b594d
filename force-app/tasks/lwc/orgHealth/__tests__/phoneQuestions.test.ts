import { announcePhone } from 'c/phoneOnPage';
import type { PhoneNews } from 'c/phoneOnPage';
import { getAllUtilityInfo, getInfo, updateUtility } from 'lightning/platformUtilityBarApi';
import type { Finding } from '../findings.ts';
import { PHONE_QUESTIONS } from '../phoneQuestions.ts';
import { asking, GOOD } from './answeringOrg.ts';

const items = jest.mocked(getAllUtilityInfo);
const info = jest.mocked(getInfo);
const update = jest.mocked(updateUtility);
type Items = Awaited<ReturnType<typeof getAllUtilityInfo>>;
let leave: () => void = () => undefined;

function ask(id: string): Promise<Finding> {
    const question = PHONE_QUESTIONS.find((one) => one.id === id);
    if (!question) throw new Error(`There is no question ${id}.`);
    return question.ask(asking(GOOD));
}

function phoneSays(news: Partial<PhoneNews>): void {
    leave = announcePhone({
        vendor: 'Genesys Cloud',
        news: () => ({ received: {}, unknown: 0, ...news }),
        lastInteraction: () => undefined,
        readTrace: () => ({ interactions: [] })
    });
}

const item = (utilityLabel: string, isLoaded: boolean): unknown => ({
    id: utilityLabel,
    utilityLabel,
    panelLabel: utilityLabel,
    isLoaded
});

function barHas(...given: readonly unknown[]): void {
    items.mockResolvedValue(given as unknown as Items);
    const told = given as Items;
    info.mockImplementation((id) => Promise.resolve(told.find((one) => one.id === id) as Items[number]));
    update.mockResolvedValue(true);
}

beforeEach(() => barHas(item('Phone', true), item('Switchboard', true)));
afterEach(() => {
    jest.useRealTimers();
    leave();
    leave = (): void => undefined;
    jest.resetAllMocks();
});

describe('the utility bar', () => {
    it('the admin reads how many items it has, once Switchboard took what it needs of it', async () => {
        const finding = await ask('utility');
        expect(finding).toMatchObject({ outcome: 'works', profile: { 'utility-bar-functions': 'works' } });
        expect(finding.meaning).toContain('Its items: 2.');
        expect(update.mock.calls).toEqual([['Switchboard', { label: 'Switchboard', highlighted: false }]]);
    });

    it('an item that is lit while the phone rings is left as it is, and was changed as one sees', async () => {
        const ringing = { id: 'u1', utilityLabel: 'Avery Quinn', panelLabel: 'Switchboard', utilityHighlighted: true };
        barHas(ringing);
        expect(await ask('utility')).toMatchObject({ outcome: 'works', profile: { 'utility-bar-functions': 'works' } });
        expect(update).not.toHaveBeenCalled();
    });

    it('the admin of an app without an item reads it, and nothing is claimed of its functions', async () => {
        barHas();
        const finding = await ask('utility');
        expect(finding).toMatchObject({
            outcome: 'limited',
            meaning: expect.stringContaining('the app in front of you has no utility item') as unknown,
            setting: expect.stringContaining('Utility Items') as unknown
        });
        expect(finding.profile).toBeUndefined();
    });

    it('nothing is claimed of the functions for an item where Switchboard is not in the bar', async () => {
        barHas(item('Phone', true));
        const finding = await ask('utility');
        expect(finding).toMatchObject({
            outcome: 'limited',
            meaning: expect.stringContaining('Its items: 1. Switchboard is not among them') as unknown,
            setting: expect.stringContaining('Utility Items') as unknown
        });
        expect(finding.profile).toBeUndefined();
        expect(update).not.toHaveBeenCalled();
    });

    it.each([
        ['does not tell the item', () => info.mockRejectedValue(new Error('no info')), 'no info'],
        ['does not change the item', () => update.mockRejectedValue(new Error('no change')), 'no change'],
        ['says that it changed nothing', () => update.mockResolvedValue(false), undefined]
    ])('the admin reads that the item does not light up where the bar %s', async (_how, refuse, said) => {
        refuse();
        const finding = await ask('utility');
        expect(finding).toMatchObject({
            outcome: 'limited',
            meaning: expect.stringContaining('does not light up when a call comes') as unknown,
            setting: expect.stringContaining('Lightning Web Security') as unknown
        });
        expect(finding.said).toBe(said);
        expect(finding.profile).toBeUndefined();
    });

    it('a bar that never answers about the item keeps nobody waiting', async () => {
        jest.useFakeTimers();
        update.mockReturnValue(new Promise(() => undefined));
        const asked = ask('utility');
        await jest.advanceTimersByTimeAsync(6000);
        expect(await asked).toMatchObject({ outcome: 'limited' });
    });

    it.each([
        ['rejects', () => items.mockRejectedValue(new Error('Lightning Web Security is off'))],
        [
            'throws',
            () =>
                items.mockImplementation(() => {
                    throw new TypeError('getAllUtilityInfo is not a function');
                })
        ]
    ])('the admin reads what to switch on when the platform %s', async (_how, refuse) => {
        refuse();
        const finding = await ask('utility');
        expect(finding).toMatchObject({ outcome: 'limited', profile: { 'utility-bar-functions': 'missing' } });
        expect(finding.meaning).toContain('does not light up when a call comes');
        expect(finding.setting).toContain('Lightning Web Security');
        expect(finding.said).toBeTruthy();
    });
});

describe('Switchboard in this app', () => {
    it('the admin reads that it is on the page and listens', async () => {
        phoneSays({});
        const finding = await ask('item');
        expect(finding).toMatchObject({ outcome: 'works' });
        expect(finding.meaning).toContain('listens to the phone');
    });

    it.each([
        [
            'was not started',
            [item('Switchboard for Genesys Cloud', false)],
            'it was not started',
            'Utility Items > Switchboard: tick Start automatically'
        ],
        [
            'was started and does not listen',
            [item('Switchboard for Genesys Cloud', true)],
            'was started, but it does not listen to the phone',
            'Open Switchboard in the utility bar'
        ],
        [
            'is not there',
            [item('Phone', false)],
            'is not in the utility bar of this app',
            'add Switchboard and tick Start automatically'
        ],
        ['is in no utility bar', [], 'is not in the utility bar of this app', 'open this page in that app']
    ])('the admin reads what to set when the item %s, also for the messages', async (_what, bar, meaning, setting) => {
        jest.useFakeTimers();
        barHas(...bar);
        const asked = ask('item');
        await jest.advanceTimersByTimeAsync(6000);
        const finding = await asked;
        expect(finding).toMatchObject({ outcome: 'refused' });
        expect(finding.meaning).toContain(meaning);
        expect(finding.setting).toContain(setting);
        expect(await ask('channel')).toMatchObject({
            outcome: 'unclear',
            meaning: expect.stringContaining('nothing can be heard here') as unknown,
            setting: finding.setting
        });
    });

    it('an item that is still loading when the page asks is waited for', async () => {
        jest.useFakeTimers();
        barHas(item('Switchboard for Genesys Cloud', false));
        const asked = ask('item');
        await jest.advanceTimersByTimeAsync(1000);
        phoneSays({});
        expect(await asked).toMatchObject({ outcome: 'works' });
    });

    it('the admin reads where to add it where the utility bar does not answer', async () => {
        items.mockRejectedValue(new Error('no'));
        expect((await ask('item')).meaning).toContain('not in the utility bar');
    });
});

describe('messages of the phone', () => {
    it('the admin reads how many Interaction events came', async () => {
        phoneSays({ signedIn: true, received: { Interaction: 3, UserAction: 1 } });
        const finding = await ask('channel');
        expect(finding).toMatchObject({ outcome: 'works', profile: { 'phone-messages': 'all' } });
        expect(finding.meaning).toContain('3 so far');
    });

    it.each([
        ['the phone is signed in', { signedIn: true }],
        ['the phone sends other events', { received: { UserAction: 4 } }]
    ])('the admin reads to check Chosen types when %s and no Interaction came', async (_what, news) => {
        phoneSays(news);
        const finding = await ask('channel');
        expect(finding).toMatchObject({ outcome: 'limited' });
        expect(finding.meaning).toContain('no Interaction event was received');
        expect(finding.setting).toContain('check Chosen types');
    });

    it('a quiet phone proves nothing about the org', async () => {
        phoneSays({ signedIn: true });
        expect((await ask('channel')).profile).toBeUndefined();
    });

    it.each([
        ['nothing came', {}],
        ['the phone is signed out', { signedIn: false, received: { UserAction: 1 } }]
    ])('the admin reads to log in and take a test call when %s', async (_what, news) => {
        phoneSays(news);
        const finding = await ask('channel');
        expect(finding).toMatchObject({ outcome: 'unclear' });
        expect(finding.meaning).toContain('No message of the phone has arrived');
        expect(finding.setting).toContain('take a test call');
    });

    it('the admin reads that messages were not understood', async () => {
        phoneSays({ received: { Interaction: 3 }, unknown: 2 });
        const finding = await ask('channel');
        expect(finding).toMatchObject({ outcome: 'limited' });
        expect(finding.meaning).toContain('did not understand: 2');
        expect(finding.setting).toContain('Phone Messages');
        expect(finding.profile).toEqual({ 'phone-messages': 'all' });
    });
});
