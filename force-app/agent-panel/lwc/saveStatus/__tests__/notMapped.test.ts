import SaveStatus from 'c/saveStatus';
import { createElement } from 'lwc';
import { saved } from '../../../../../test/fakes/agentDesk.ts';
import { settled } from '../../../../../test/fakes/settled.ts';

type Status = HTMLElement & Pick<SaveStatus, 'save' | 'fieldLabels' | 'opened'>;

async function show(reason: string, opened = true): Promise<Status> {
    const element = createElement('c-save-status', { is: SaveStatus }) as unknown as Status;
    const save = saved({ unsaved: [{ field: 'Description', code: 'notMapped', reason }] });
    Object.assign(element, { save, opened, handled: true, fieldLabels: { Description: 'Comments' } });
    document.body.appendChild(element);
    await settled();
    return element;
}

function attention(element: Element): string | undefined {
    return element.shadowRoot?.querySelector('[data-id="attention"]')?.textContent;
}

afterEach(() => document.body.replaceChildren());

it.each([
    ['ruleShadowed', 'your company fills this field with something else'],
    ['fieldNotWriteable', 'You may not edit Comments.'],
    ['unknownField', 'Comments'],
    ['notInPicklist', 'its list does not have this value'],
    ['textCut', 'was shortened to fit its field'],
    ['valueDoesNotFit', 'it does not take such a value']
])('the agent reads why the mapping gave a field no value: %s', async (reason, words) => {
    const element = await show(reason);
    expect(attention(element)).toContain(words);
    await expect(element).toBeAccessible();
});

it('fields that are shown at once can be put aside', async () => {
    const element = await show('textCut');
    const toggle = element.shadowRoot?.querySelector<HTMLElement>('[data-id="attention-toggle"]');
    expect(toggle?.getAttribute('aria-expanded')).toBe('true');
    toggle?.click();
    await settled();
    expect(attention(element)).toBeUndefined();
});

it('otherwise they are shown when the agent asks', async () => {
    expect(attention(await show('textCut', false))).toBeUndefined();
});
