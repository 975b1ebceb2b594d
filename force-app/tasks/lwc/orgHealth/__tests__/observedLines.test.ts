import OrgHealth from 'c/orgHealth';
import { announcePhone } from 'c/phoneOnPage';
import type { PhoneObservation } from 'c/phoneOnPage';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getAllUtilityInfo } from 'lightning/platformUtilityBarApi';
import { createElement } from 'lwc';
import { settled } from '../../../../../test/fakes/settled.ts';
import { GOOD, readerOf } from './answeringOrg.ts';

// Axe reads a page of 30 lines, which takes a busy machine longer than a test is given.
jest.setTimeout(30_000);

const UNSEEN: PhoneObservation = {
    id: 'voiceStats',
    title: 'Reports on the line',
    tried: 'In which form the phone reports on the line.',
    outcome: 'unclear',
    meaning: 'This page has not seen it yet.',
    setting: 'Stay on a call for a minute.'
};
const SEEN: PhoneObservation = {
    ...UNSEEN,
    outcome: 'fact',
    meaning: 'Each direction comes by itself.',
    said: 'flat 2',
    profile: { 'voice-audio-stats': 'flat' }
};

let leave = (): void => undefined;

function phoneShows(...observations: readonly PhoneObservation[]): void {
    leave();
    leave = announcePhone({
        vendor: 'Voice',
        news: () => ({ received: {}, unknown: 0 }),
        lastInteraction: () => undefined,
        readTrace: () => ({ interactions: [] }),
        observations: () => observations
    });
}

async function everything(): Promise<void> {
    for (let turn = 0; turn < 12; turn += 1) await settled();
}

async function answersRecordApi(): Promise<void> {
    await everything();
    (getObjectInfo as unknown as { emit(data: unknown): void }).emit({ apiName: 'Task' });
    await everything();
}

async function show(): Promise<HTMLElement> {
    jest.mocked(getAllUtilityInfo).mockResolvedValue([]);
    const element = createElement('c-org-health', { is: OrgHealth });
    document.body.appendChild(element);
    const ready = new CustomEvent('ready', { detail: { reader: readerOf(GOOD) } });
    element.shadowRoot?.querySelector('c-org-reader')?.dispatchEvent(ready);
    await answersRecordApi();
    return element;
}

function find(element: HTMLElement, selector: string): HTMLElement | null | undefined {
    return element.shadowRoot?.querySelector<HTMLElement>(selector);
}

function line(element: HTMLElement, id: string): string | undefined {
    return find(element, `[data-question="voiceStats"] [data-id="${id}"]`)?.textContent?.trim();
}

async function press(element: HTMLElement, id: string): Promise<void> {
    find(element, `[data-id="${id}"]`)?.click();
    await answersRecordApi();
}

beforeEach(() => Object.defineProperty(navigator, 'locks', { configurable: true, value: undefined }));
afterEach(() => {
    leave();
    leave = (): void => undefined;
    document.body.replaceChildren();
    jest.resetAllMocks();
});

it('the admin of a phone that leaves nothing open finds no part about it', async () => {
    expect(find(await show(), '[data-group="observed"]')).toBeNull();
});

it('the admin reads what the agent has to do for an answer that was not seen yet, accessibly', async () => {
    phoneShows(UNSEEN);
    const element = await show();
    expect(find(element, '[data-group="observed"] h3')?.textContent).toBe('What the phone of this org does');
    expect(find(element, '[data-question="voiceStats"]')?.hasAttribute('open')).toBe(true);
    expect(line(element, 'tried')).toBe('In which form the phone reports on the line.');
    expect(line(element, 'answer')).toBe('No clear answer');
    expect(line(element, 'setting')).toBe('Stay on a call for a minute.');
    await expect(element).toBeAccessible();
});

it('the admin who took the call and asks again reads the answer, and exports it', async () => {
    phoneShows(UNSEEN);
    const element = await show();
    phoneShows(SEEN);
    await press(element, 'ask-again');
    expect(line(element, 'answer')).toBe('Good to know');
    expect(line(element, 'meaning')).toBe('Each direction comes by itself.');
    expect(line(element, 'said')).toContain('flat 2');

    await press(element, 'export');
    const [exported] = (
        JSON.parse((find(element, '[data-id="text"]') as HTMLTextAreaElement).value) as { id: string }[]
    ).filter(({ id }) => id.startsWith('voice-'));
    expect(exported).toMatchObject({
        id: 'voice-audio-stats',
        question: 'Reports on the line',
        evidence: 'proven',
        answer: 'flat'
    });
});

it('support gets what was seen', async () => {
    phoneShows(SEEN);
    const written: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
        configurable: true,
        value: { writeText: (text: string) => Promise.resolve(written.push(text)) }
    });
    await press(await show(), 'copy');
    expect(JSON.parse(written[0] ?? '')).toMatchObject({
        answers: expect.arrayContaining([{ question: 'voiceStats', outcome: 'fact', said: 'flat 2' }]) as unknown,
        profile: { 'voice-audio-stats': 'flat' }
    });
});

it('the admin whose phone is gone reads and counts nothing of it any more', async () => {
    phoneShows(UNSEEN);
    const element = await show();
    expect(find(element, '[data-id="progress"]')?.textContent).toContain('All 22 questions');
    leave();
    await press(element, 'ask-again');
    expect(find(element, '[data-group="observed"]')).toBeNull();
    expect(find(element, '[data-id="progress"]')?.textContent).toContain('All 21 questions');
});
