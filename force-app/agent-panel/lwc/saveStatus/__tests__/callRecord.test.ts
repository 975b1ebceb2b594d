import SaveStatus from 'c/saveStatus';
import type { SaveFailure, SaveState } from 'c/taskSync';
import { createElement } from 'lwc';
import { settled } from '../../../../../test/fakes/settled.ts';
import { navigated } from '../../../../../test/mocks/lightning/navigation.ts';
import { LABELS_OF } from '../callRecordLabels.ts';

const ID = '0LQ000000000001AAA';
const KEY = 'leg-1:005000000000001AAA:call:voiceCall';

/** What never happens to a record that Salesforce keeps itself. */
const OF_TASKS_ALONE = [
    'adminTaskDeleted',
    'handedToPhone',
    'makeNewTask',
    'orgRefusesTask',
    'recordRefused',
    'taskDeleted'
];

function state(facts: Partial<SaveState>): SaveState {
    return { version: 1, key: KEY, phase: 'saved', unsaved: [], pending: false, writes: 1, ...facts };
}

function show(
    properties: Partial<Pick<SaveStatus, 'save' | 'target' | 'handled' | 'ended' | 'problems'>>
): HTMLElement {
    const element = createElement('c-save-status', { is: SaveStatus });
    document.body.append(Object.assign(element, properties));
    return element;
}

const part = (element: Element, id: string): HTMLElement | null | undefined =>
    element.shadowRoot?.querySelector<HTMLElement>(`[data-id="${id}"]`);

afterEach(() => document.body.replaceChildren());

it('no sentence about a Voice Call speaks of a Task', () => {
    const speaking = Object.entries(LABELS_OF.VoiceCall).filter(([, words]) => /Task/.test(words));
    expect(speaking.map(([name]) => name).sort()).toEqual(OF_TASKS_ALONE);
});

it.each([
    [{ handled: false, ended: false }, 'It is saved on the Voice Call once you are connected.'],
    [{ handled: false, ended: true }, 'Not connected, so nothing is saved.'],
    [{ save: state({ phase: 'waitingForPhone' }) }, 'Will be saved when Salesforce has made the Voice Call']
])('the agent reads where a call is saved before it is: %j', async (properties, words) => {
    const element = show({ target: 'VoiceCall', ...properties });
    expect(part(element, 'state')?.textContent).toBe(words);
    await expect(element).toBeAccessible();
});

it.each([
    ['noCallRecord', /^Salesforce has no Voice Call/, /Vendor Call Key/],
    ['noAccessToTask', /^You may not change Voice Calls/, /Salesforce Voice Contact Center Rep/]
] as [SaveFailure, RegExp, RegExp][])(
    'the agent and the admin read why it is not saved: %s',
    async (failure, words, admin) => {
        const element = show({ save: state({ phase: 'notSaved', failure, pending: true }) });
        expect(part(element, 'why')?.textContent).toMatch(words);
        part(element, 'detail-toggle')?.click();
        await settled();
        expect(part(element, 'admin')?.textContent).toMatch(admin);
        await expect(element).toBeAccessible();
    }
);

it('the admin reads which fields Salesforce opens where a rule names another', async () => {
    const element = show({
        save: state({}),
        problems: [
            {
                code: 'fieldNotWriteable',
                rule: 'Type',
                attribute: 'Call.Ani',
                field: 'CallType',
                allowed: { kind: 'openField', names: ['CallResolution', 'Description'] }
            }
        ]
    });
    part(element, 'detail-toggle')?.click();
    await settled();
    expect(part(element, 'admin')?.textContent).toMatch(
        /a custom field of Voice Call, or one of CallResolution; Description/
    );
});

it('the link leads to the Voice Call', async () => {
    const element = show({ save: state({ taskId: ID }) });
    await settled();
    const link = part(element, 'open-task');
    expect(link?.textContent).toBe('Open Voice Call');
    link?.click();
    expect(navigated).toHaveBeenLastCalledWith(
        {
            type: 'standard__recordPage',
            attributes: { recordId: ID, objectApiName: 'VoiceCall', actionName: 'view' }
        },
        undefined
    );
});
