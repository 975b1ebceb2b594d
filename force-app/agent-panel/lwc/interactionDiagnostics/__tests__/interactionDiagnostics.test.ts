import InteractionDiagnostics from 'c/interactionDiagnostics';
import { createElement } from 'lwc';
import release from '../../../../../package.json';
import { EDNA, type FakeDesk, directory, fakeDesk, item, saved } from '../../../../../test/fakes/agentDesk.ts';
import { settled } from '../../../../../test/fakes/settled.ts';

type Diagnostics = HTMLElement & Pick<InteractionDiagnostics, 'desk'>;

const writeText = jest.fn<Promise<undefined>, [string]>();

function show(): { element: Diagnostics; fake: FakeDesk } {
    const element = createElement('c-interaction-diagnostics', {
        is: InteractionDiagnostics
    }) as unknown as Diagnostics;
    const fake = fakeDesk({
        interactions: [
            item(
                { state: 'connected', notes: 'a secret', participantData: { Card: '4111' } },
                {
                    caller: EDNA,
                    save: saved({ unsaved: [{ field: 'Queue__c', code: 'forbidden' }] }),
                    problems: [
                        {
                            code: 'textCut',
                            rule: 'r1',
                            attribute: 'Call.QueueName',
                            field: 'Queue__c',
                            given: { kind: 'text', count: 300 },
                            allowed: { kind: 'characters', count: 255 }
                        }
                    ]
                }
            )
        ]
    });
    fake.count({ received: 23, unknown: 2, reasons: ['no category', 'no id'] });
    element.desk = fake.desk;
    document.body.appendChild(element);
    return { element, fake };
}

function part<T extends HTMLElement>(element: Element, id: string): T | null {
    return element.shadowRoot?.querySelector<T>(`[data-id="${id}"]`) ?? null;
}

function fact(element: Element, name: string): string | null | undefined {
    return element.shadowRoot?.querySelector(`[data-fact="${name}"]`)?.textContent;
}

async function press(element: Element, id: string): Promise<void> {
    part(element, id)?.click();
    await settled();
}

describe('diagnostics', () => {
    beforeEach(() => {
        writeText.mockResolvedValue(undefined);
        Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    });

    afterEach(() => {
        document.body.replaceChildren();
        jest.resetAllMocks();
    });

    it('the agent is not bothered until somebody opens them', async () => {
        const { element, fake } = show();
        expect(part(element, 'content')).toBeNull();
        expect(fake.listeners()).toBe(0);
        await expect(element).toBeAccessible();
    });

    it('the admin reads which hidden actions do not exist, and which do', async () => {
        const { element } = show();
        Object.assign(element, { unknownActions: ['record'], allowedActions: ['hold', 'mute'] });
        await press(element, 'toggle');
        expect(part(element, 'hidden-hint')?.textContent).toBe(
            'Hidden actions that do not exist: record. Write words of this list, with commas between: hold, mute.'
        );
        await expect(element).toBeAccessible();
    });

    it('the admin reads which names could not be used, and what to change', async () => {
        const { element, fake } = show();
        fake.show({ directory: directory({ problems: [{ record: 'Support_Line', what: 'Address is empty.' }] }) });
        await press(element, 'toggle');
        expect(part(element, 'names')?.textContent).toBe('Support_Line: Address is empty.');
        await expect(element).toBeAccessible();
    });

    it('the admin reads what came in and what was not understood', async () => {
        const { element } = show();
        await press(element, 'toggle');
        expect(fact(element, 'Messages from the phone')).toBe('23');
        expect(fact(element, 'Messages not understood')).toBe('2');
        expect(part(element, 'reasons')?.textContent).toBe('no categoryno id');
        expect(part(element, 'toggle')?.getAttribute('aria-expanded')).toBe('true');
        await expect(element).toBeAccessible();
    });

    it('the admin sees the counts move', async () => {
        const { element, fake } = show();
        await press(element, 'toggle');
        fake.count({ received: 24, unknown: 2, reasons: [] });
        fake.show({});
        await settled();
        expect(fact(element, 'Messages from the phone')).toBe('24');
    });

    it('support reads how much was given up of what the browser kept', async () => {
        const { element, fake } = show();
        fake.show({ dropped: { expired: 2, unreadable: 1 } });
        await press(element, 'toggle');
        expect(fact(element, 'Kept conversations given up: older than 7 days, or not readable')).toBe('3');
        await expect(element).toBeAccessible();
    });

    it.each([
        ['graphql', 'GraphQL'],
        ['recordApi', 'Record API'],
        ['phone', 'The phone']
    ] as const)('the admin reads by which way Tasks are saved: %s', async (savedThrough, words) => {
        const { element, fake } = show();
        await press(element, 'toggle');
        expect(fact(element, 'Tasks are saved through')).toBeUndefined();
        fake.show({ savedThrough });
        await settled();
        expect(fact(element, 'Tasks are saved through')).toBe(words);
        await press(element, 'copy');
        expect(JSON.parse(String(writeText.mock.lastCall?.[0]))).toMatchObject({ savedThrough });
        await expect(element).toBeAccessible();
    });

    it('the admin of an org that saves Voice Calls reads by which way these are saved', async () => {
        const { element, fake } = show();
        await press(element, 'toggle');
        fake.show({ savedOn: 'VoiceCall', savedThrough: 'recordApi' });
        await settled();
        expect(fact(element, 'Voice Calls are saved through')).toBe('Record API');
        expect(fact(element, 'Tasks are saved through')).toBeUndefined();
        await press(element, 'copy');
        expect(JSON.parse(String(writeText.mock.lastCall?.[0]))).toMatchObject({ savedOn: 'VoiceCall' });
        await expect(element).toBeAccessible();
    });

    it('the admin reads that Switchboard writes the Tasks where the settings leave them to a phone that writes none', async () => {
        const { element, fake } = show();
        await press(element, 'toggle');
        expect(fact(element, 'Who writes the Task')).toBeUndefined();
        fake.show({ leftByPhone: true });
        await settled();
        expect(fact(element, 'Who writes the Task')).toContain(
            'This phone writes no Tasks, so Switchboard writes them.'
        );
        await press(element, 'copy');
        expect(JSON.parse(String(writeText.mock.lastCall?.[0]))).toMatchObject({ leftByPhone: true });
        await expect(element).toBeAccessible();
    });

    it('nothing given up is not mentioned', async () => {
        const { element } = show();
        await press(element, 'toggle');
        expect(fact(element, 'Kept conversations given up: older than 7 days, or not readable')).toBeUndefined();
    });

    it('closed diagnostics cost nothing', async () => {
        const { element, fake } = show();
        await press(element, 'toggle');
        await press(element, 'toggle');
        expect(fake.listeners()).toBe(0);
    });

    it('the admin copies codes and field names, and nothing about the caller', async () => {
        const { element } = show();
        await press(element, 'toggle');
        await press(element, 'copy');
        const text = writeText.mock.calls[0]?.[0] ?? '';
        expect(JSON.parse(text)).toMatchObject({
            received: 23,
            conversations: [
                {
                    state: 'connected',
                    unsaved: [{ field: 'Queue__c', code: 'forbidden' }],
                    problems: [
                        {
                            code: 'textCut',
                            field: 'Queue__c',
                            given: { kind: 'text', count: 300 },
                            allowed: { kind: 'characters', count: 255 }
                        }
                    ]
                }
            ]
        });
        expect(text).not.toMatch(/Edna|Genepoint|6149|secret|4111|call-1|k1/);
        expect(part(element, 'copied')?.textContent).toContain('nothing about a caller');
    });

    it('the admin gets the text to copy by hand when the browser forbids copying', async () => {
        writeText.mockRejectedValue(new Error('denied'));
        const { element } = show();
        await press(element, 'toggle');
        await press(element, 'copy');
        expect(part<HTMLTextAreaElement>(element, 'text')?.value).toContain('"received": 23');
        await expect(element).toBeAccessible();
    });

    it('support reads the release', async () => {
        const { element } = show();
        await press(element, 'toggle');
        expect(fact(element, 'Version')).toBe(release.version);
    });
});
