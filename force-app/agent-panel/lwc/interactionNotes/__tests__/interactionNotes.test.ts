import InteractionNotes from 'c/interactionNotes';
import * as fc from 'fast-check';
import { createElement } from 'lwc';

type Properties = Pick<InteractionNotes, 'caller' | 'notes' | 'target'>;
type Notes = HTMLElement & Properties;

function show(properties: Partial<Properties> = {}): { element: Notes; field: HTMLTextAreaElement; fired: string[] } {
    const element = createElement('c-interaction-notes', { is: InteractionNotes }) as unknown as Notes;
    Object.assign(element, properties);
    const fired: string[] = [];
    element.addEventListener('note', (event) => fired.push((event as CustomEvent<string>).detail));
    document.body.appendChild(element);
    const field = element.shadowRoot?.querySelector<HTMLTextAreaElement>('[data-id="field"]') as HTMLTextAreaElement;
    return { element, field, fired };
}

function type(field: HTMLTextAreaElement, text: string): void {
    field.value = text;
    field.dispatchEvent(new CustomEvent('input'));
}

describe('the notes of a conversation', () => {
    beforeEach(() => {
        jest.useFakeTimers();
    });

    afterEach(() => {
        document.body.replaceChildren();
        jest.useRealTimers();
    });

    it('the agent finds an empty, accessible field', async () => {
        const { element, field } = show({ caller: 'Edna Frank' });
        expect(field.value).toBe('');
        expect(field.getAttribute('aria-label')).toBe('Notes on Edna Frank');
        jest.useRealTimers();
        await expect(element).toBeAccessible();
    });

    it.each([
        [undefined, 'Saved with the Task'],
        ['VoiceCall', 'Saved with the Voice Call']
    ] as const)('the agent reads in the empty field where the notes are saved (%s)', async (target, words) => {
        const { element, field } = show({ caller: 'Edna Frank', ...(target === undefined ? {} : { target }) });
        expect(field.placeholder).toBe(words);
        jest.useRealTimers();
        await expect(element).toBeAccessible();
    });

    it('the agent finds the notes of before a reload', () => {
        expect(show({ notes: 'asked for an offer' }).field.value).toBe('asked for an offer');
    });

    it('the agent types fast and the notes go out once', () => {
        const { field, fired } = show();
        type(field, 'a');
        jest.advanceTimersByTime(200);
        type(field, 'as');
        jest.advanceTimersByTime(200);
        expect(fired).toEqual([]);
        jest.advanceTimersByTime(100);
        expect(fired).toEqual(['as']);
    });

    it('the agent leaves the field and the notes go out at once, and once only', () => {
        const { field, fired } = show();
        field.focus();
        type(field, 'call back');
        field.blur();
        jest.runAllTimers();
        expect(fired).toEqual(['call back']);
    });

    it('the agent clears the notes', () => {
        const { field, fired } = show({ notes: 'old' });
        type(field, '');
        jest.runAllTimers();
        expect(fired).toEqual(['']);
    });

    it('the agent loses no key when the page is loaded anew in mid-word', () => {
        const { field, fired } = show();
        type(field, 'half a wo');
        window.dispatchEvent(new CustomEvent('pagehide'));
        expect(fired).toEqual(['half a wo']);
    });

    it('the agent loses no key when the card goes away in mid-word', () => {
        const { element, field, fired } = show();
        type(field, 'half a wo');
        element.remove();
        expect(fired).toEqual(['half a wo']);
        jest.runAllTimers();
        expect(fired).toHaveLength(1);
    });

    it('the agent keeps what is being typed when other notes come in', () => {
        const { element, field } = show({ notes: 'old' });
        field.focus();
        type(field, 'mine');
        element.notes = 'theirs';
        jest.runAllTimers();
        expect(field.value).toBe('mine');
    });

    it('the agent keeps what was typed when older notes come in just after leaving the field', () => {
        const { element, field, fired } = show({ notes: '' });
        field.focus();
        type(field, 'mine');
        jest.advanceTimersByTime(300);
        type(field, 'mine, whole');
        element.notes = 'mine';
        field.blur();
        expect(field.value).toBe('mine, whole');
        expect(fired.at(-1)).toBe('mine, whole');
    });

    it('the agent who typed nothing sees the newer notes after leaving the field', () => {
        const { element, field } = show({ notes: 'old' });
        field.focus();
        element.notes = 'newer';
        expect(field.value).toBe('old');
        field.blur();
        expect(field.value).toBe('newer');
    });

    it('the agent who only stands in the field sees what is added to the notes, and goes on where the caret is', () => {
        const { element, field, fired } = show({ notes: 'Wants a refund' });
        field.focus();
        field.setSelectionRange(5, 5);
        element.notes = 'Wants a refund\nOffer a credit note.';
        expect(field.value).toBe('Wants a refund\nOffer a credit note.');
        expect(field.selectionStart).toBe(5);
        field.blur();
        expect(fired).toEqual([]);
    });

    it('what is added while the agent types goes out behind what is typed', () => {
        const { element, field, fired } = show({ notes: 'Wants' });
        field.focus();
        type(field, 'Wants a refund');
        element.notes = 'Wants\nOffer a credit note.';
        expect(field.value).toBe('Wants a refund\nOffer a credit note.');
        jest.runAllTimers();
        expect(fired).toEqual(['Wants a refund\nOffer a credit note.']);
    });

    it('what is added while the agent types the first word comes in a line of its own', () => {
        const { element, field, fired } = show();
        field.focus();
        type(field, 'Wants');
        element.notes = 'Offer a credit note.';
        jest.runAllTimers();
        expect(fired).toEqual(['Wants\nOffer a credit note.']);
    });

    it('what the agent typed comes back and is not put behind itself', () => {
        const { element, field } = show();
        field.focus();
        type(field, 'Wants');
        jest.advanceTimersByTime(300);
        element.notes = 'Wants';
        expect(field.value).toBe('Wants');
    });

    it('the agent sees newer notes at once when the field is not in use', () => {
        const { element, field } = show({ notes: 'old' });
        element.notes = 'newer';
        expect(field.value).toBe('newer');
    });

    it('the last thing the agent typed goes out last, with what was added behind it, whatever happens in between', () => {
        const step = fc.oneof(
            fc.record({ do: fc.constant('type' as const), text: fc.string() }),
            fc.record({ do: fc.constant('given' as const), text: fc.string() }),
            fc.record({ do: fc.constantFrom('focus' as const, 'blur' as const, 'wait' as const) })
        );
        fc.assert(
            fc.property(fc.array(step), (steps) => {
                const { element, field, fired } = show();
                let last: string | undefined;
                for (const action of steps) {
                    if (action.do === 'type') {
                        field.focus();
                        type(field, action.text);
                        last = field.value;
                    } else if (action.do === 'given') element.notes = action.text;
                    else if (action.do === 'focus') field.focus();
                    else if (action.do === 'blur') field.blur();
                    else jest.advanceTimersByTime(300);
                }
                element.remove();
                expect(fired.at(-1)?.slice(0, last?.length)).toBe(last);
            })
        );
    });
});
