import type { SaveState } from 'c/taskSync';
import TaskDoubles from 'c/taskDoubles';
import { createElement } from 'lwc';
import * as navigation from 'lightning/navigation';
import { type FakeDesk, fakeDesk, saved } from '../../../../../test/fakes/agentDesk.ts';
import { settled } from '../../../../../test/fakes/settled.ts';

const KEPT = '00T000000000001AAA';
const OTHER = '00T000000000002AAA';
const THIRD = '00T000000000003AAA';
const DOUBLED = saved({ taskId: KEPT, doubles: [OTHER] });

const { navigated } = navigation as unknown as { readonly navigated: jest.Mock };

type Doubles = HTMLElement & Pick<TaskDoubles, 'desk' | 'conversation' | 'caller' | 'save'>;

async function show(save: SaveState): Promise<{ readonly element: Doubles; readonly fake: FakeDesk }> {
    const fake = fakeDesk();
    const element = createElement('c-task-doubles', { is: TaskDoubles }) as unknown as Doubles;
    Object.assign(element, { desk: fake.desk, conversation: 'call-1', caller: 'Edna Frank', save });
    document.body.appendChild(element);
    await settled();
    return { element, fake };
}

function part(element: Element, id: string): HTMLElement | null | undefined {
    return element.shadowRoot?.querySelector<HTMLElement>(`[data-id="${id}"]`);
}

async function press(element: Element, id: string): Promise<void> {
    part(element, id)?.click();
    await settled();
}

function told(element: Element): string | null | undefined {
    return part(element, 'told')?.textContent;
}

afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
});

describe('more than one Task for a conversation', () => {
    it('the agent sees nothing while there is one Task', async () => {
        const { element } = await show(saved({ taskId: KEPT }));
        expect(part(element, 'doubles')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('the agent reads how many Tasks there are and opens each', async () => {
        const { element } = await show(saved({ taskId: KEPT, doubles: [OTHER, THIRD] }));
        expect(part(element, 'found')?.textContent).toBe('There are 3 Tasks for this conversation.');
        const links = [...(element.shadowRoot?.querySelectorAll('a') ?? [])];
        expect(links.map(({ textContent }) => textContent)).toEqual(['Open Task 1', 'Open Task 2', 'Open Task 3']);
        expect(links[1]?.getAttribute('aria-label')).toBe('Open Task 2: Edna Frank');
        links[1]?.click();
        expect(navigated.mock.calls[0]?.[0]).toMatchObject({ attributes: { recordId: OTHER } });
        await expect(element).toBeAccessible();
    });

    it('nothing is merged before the agent has agreed', async () => {
        const { element, fake } = await show(DOUBLED);
        await press(element, 'merge');
        expect(part(element, 'question')?.textContent).toContain('the others are deleted');
        expect(fake.merge).not.toHaveBeenCalled();
        await expect(element).toBeAccessible();
    });

    it('the agent takes it back', async () => {
        const { element, fake } = await show(DOUBLED);
        await press(element, 'merge');
        await press(element, 'cancel');
        expect(part(element, 'question')).toBeNull();
        expect(part(element, 'merge')).not.toBeNull();
        expect(fake.merge).not.toHaveBeenCalled();
    });

    it('the agent merges and reads that there is one Task now', async () => {
        const { element, fake } = await show(DOUBLED);
        await press(element, 'merge');
        await press(element, 'merge-now');
        expect(fake.merge).toHaveBeenCalledWith('call-1');
        element.save = saved({ version: 2, taskId: KEPT });
        await settled();
        expect(part(element, 'doubles')).toBeNull();
        expect(told(element)).toBe('Merged. There is one Task now.');
        await expect(element).toBeAccessible();
    });

    it('the agent cannot press twice while it runs', async () => {
        const { element, fake } = await show(DOUBLED);
        fake.merge.mockReturnValue(new Promise(() => undefined));
        await press(element, 'merge');
        await press(element, 'merge-now');
        expect(told(element)).toBe('Merging…');
        expect([part(element, 'merge'), part(element, 'merge-now')]).toEqual([null, null]);
    });

    it.each([
        ['refused', (): Promise<'notMerged'> => Promise.resolve('notMerged')],
        ['broken off', (): Promise<'notMerged'> => Promise.reject(new Error('gone'))]
    ])('the agent reads that nothing was lost when it is %s', async (_how, answer) => {
        const { element, fake } = await show(DOUBLED);
        fake.merge.mockImplementation(answer);
        await press(element, 'merge');
        await press(element, 'merge-now');
        expect(told(element)).toContain('no value was lost.');
        expect(part(element, 'merge')).not.toBeNull();
        await expect(element).toBeAccessible();
    });

    it('the agent of Tasks that somebody deleted is not told to try the merge again', async () => {
        const { element, fake } = await show(DOUBLED);
        fake.merge.mockImplementation(() => {
            element.save = saved({ version: 2, phase: 'notSaved', failure: 'taskDeleted', detail: 'It is gone.' });
            return Promise.resolve('deleted');
        });
        await press(element, 'merge');
        await press(element, 'merge-now');
        expect([part(element, 'doubles'), part(element, 'admin')]).toEqual([null, null]);
        expect(told(element)).toBe('');
        await expect(element).toBeAccessible();
    });

    async function refused(facts: Partial<SaveState>): Promise<Doubles> {
        const { element, fake } = await show(DOUBLED);
        fake.merge.mockImplementation(() => {
            element.save = saved({ version: 2, taskId: KEPT, doubles: [OTHER], ...facts });
            return Promise.resolve('notMerged');
        });
        await press(element, 'merge');
        await press(element, 'merge-now');
        return element;
    }

    it('the agent who may not delete Tasks reads so, where the values are, and whom to ask', async () => {
        const element = await refused({ notMerged: 'mayNotDelete', detail: 'INSUFFICIENT_ACCESS_OR_READONLY' });
        expect(told(element)).toContain('may not delete the other Task. What it says is in the first Task now');
        expect(told(element)).toContain('Ask your admin');
        expect(part(element, 'admin')?.textContent).toContain('the permission Edit Tasks');
        expect(part(element, 'merge')).not.toBeNull();
        await expect(element).toBeAccessible();
    });

    it('the agent who may not change the first Task reads so, and whom to ask', async () => {
        const element = await refused({ notMerged: 'mayNotChange' });
        expect(told(element)).toContain('may not change the first Task.');
        expect(part(element, 'admin')?.textContent).toContain('be able to edit the first Task');
        await expect(element).toBeAccessible();
    });

    it('the admin reads what Salesforce said where no right is missing', async () => {
        const element = await refused({ detail: 'CANNOT_EXECUTE_FLOW_TRIGGER: not on Mondays' });
        expect(told(element)).toContain('no value was lost.');
        expect(part(element, 'admin')?.textContent).toContain('not on Mondays');
    });

    it('what was refused goes away when the agent asks again', async () => {
        const element = await refused({ notMerged: 'mayNotDelete' });
        await press(element, 'merge');
        expect(told(element)).toBe('');
        expect(part(element, 'admin')).toBeNull();
    });

    it('the agent only opens the Tasks of a conversation that this page never heard of', async () => {
        const { element } = await show(DOUBLED);
        element.conversation = '';
        await settled();
        expect(element.shadowRoot?.querySelectorAll('a')).toHaveLength(2);
        expect(part(element, 'merge')).toBeNull();
    });

    it('the words about an earlier merge go away when there is a double again', async () => {
        const { element } = await show(DOUBLED);
        await press(element, 'merge');
        await press(element, 'merge-now');
        element.save = saved({ version: 2, taskId: KEPT });
        await settled();
        element.save = saved({ version: 3, taskId: KEPT, doubles: [THIRD] });
        await settled();
        expect(told(element)).toBe('');
    });
});
