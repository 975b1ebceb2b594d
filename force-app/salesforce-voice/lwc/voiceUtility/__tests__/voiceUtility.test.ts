import { phoneOnPage } from 'c/phoneOnPage';
import { CurrentPageReference } from 'lightning/navigation';
import { EnclosingUtilityId, updateUtility } from 'lightning/platformUtilityBarApi';
import { IsConsoleNavigation, getAllTabInfo } from 'lightning/platformWorkspaceApi';
import userId from '@salesforce/user/Id';
import VoiceUtility from 'c/voiceUtility';
import { createElement } from 'lwc';
import { EDNA, item } from '../../../../../test/fakes/agentDesk.ts';
import { settled } from '../../../../../test/fakes/settled.ts';
import { toldBefore } from '../toldBefore.ts';
import { CALL, callRecordTells, clearPage, made, panel, show, told, toolkit, words } from './shown.ts';

jest.mock('c/agentDesk', () => ({ createAgentDesk: jest.fn(), deskReport: jest.fn(() => ['reported']) }));

const NOTE = {
    id: 'note:1',
    kind: 'note',
    from: 'supervisor',
    text: 'Offer a credit note.',
    at: '2026-01-15T09:00:00.000Z'
} as const;

/** Wire adapters of a test can be told what to deliver. */
interface TestWire {
    emit(value: unknown): void;
}
const pageWire = CurrentPageReference as unknown as TestWire;
const consoleWire = IsConsoleNavigation as unknown as TestWire;
const utilityWire = EnclosingUtilityId as unknown as TestWire;

afterEach(clearPage);

describe('the utility item', () => {
    it('the agent sees the panel, accessibly', async () => {
        const { element } = await show();
        expect(panel(element)).not.toBeNull();
        await expect(element).toBeAccessible();
    });

    it('the desk hears what the toolkit tells, of every call', async () => {
        const { element } = await show();
        toolkit(element).tell('callstarted', CALL);
        toolkit(element).tell('callconnected', { ...CALL, callId: 'call-2' });
        expect(told().map(({ id }) => id)).toEqual(['call-1', 'call-2']);
        expect(made).toHaveBeenCalledTimes(1);
    });

    it('what the agent does goes to the toolkit', async () => {
        const { element } = await show();
        toolkit(element).tell('callstarted', CALL);
        const { transport } = made.mock.lastCall?.[0] ?? {};
        const answered = transport?.commands.pickup('call-1');
        expect(toolkit(element).acceptCall).toHaveBeenCalledTimes(1);
        toolkit(element).tell('callconnected', CALL);
        expect(await answered).toBe('confirmed');
    });

    it('the desk gets no phone that writes Tasks', async () => {
        await show();
        expect(made.mock.lastCall?.[0].phoneWriter).toBeUndefined();
        expect(phoneOnPage()?.writesTasks).toBe(false);
    });

    it('an item that goes away hears nothing more, and one that comes back has one desk again', async () => {
        const { element, close } = await show();
        const before = toolkit(element);
        element.remove();
        before.tell('callstarted', CALL);
        expect(close).toHaveBeenCalledTimes(1);
        document.body.appendChild(element);
        await settled();
        expect(made).toHaveBeenCalledTimes(2);
        expect(told()).toEqual([]);
        toolkit(element).tell('callconnected', CALL);
        expect(told().map(({ id }) => id)).toEqual(['call-1']);
        expect(panel(element)).not.toBeNull();
    });

    it('one that went away lets go of the toolkit, and adds no note any more', async () => {
        const { element, fake } = await show({ notesFromVoice: true });
        const { transport } = made.mock.lastCall?.[0] ?? {};
        expect(transport?.diagnostics()).toMatchObject({ attached: true });
        element.remove();
        expect(transport?.diagnostics()).toMatchObject({ attached: false });
        fake.show({ interactions: [item({}, { details: { participants: [], messages: [NOTE] } })] });
        expect(fake.noted).toEqual([]);
    });

    it('one that comes back asks the org for its calls as the first did', async () => {
        const { element } = await show();
        element.remove();
        document.body.appendChild(element);
        await settled();
        toolkit(element).tell('callconnected', CALL);
        const heard = jest.fn();
        made.mock.lastCall?.[0].transport.events(heard);
        await callRecordTells({ QueueName: 'Billing' });
        expect(heard).toHaveBeenLastCalledWith(
            expect.objectContaining({ facts: expect.objectContaining({ queueName: 'Billing' }) as unknown })
        );
    });

    it('a page that is loaded anew knows when the call was first connected', async () => {
        const now = jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-01-15T09:00:00.000Z'));
        const first = await show();
        toolkit(first.element).tell('callconnected', CALL);
        first.element.remove();
        // What is only in the page's memory goes with it.
        toldBefore.take(Date.now());
        now.mockReturnValue(Date.parse('2026-01-15T09:01:00.000Z'));
        const second = await show();
        toolkit(second.element).tell('callconnected', CALL);
        const events = told();
        now.mockRestore();
        expect(events).toMatchObject([
            { at: '2026-01-15T09:01:00.000Z', facts: { connectedTime: '2026-01-15T09:00:00.000Z' } }
        ]);
    });

    it('the agent reads what to do when no desk can be made', async () => {
        made.mockImplementationOnce(() => {
            throw new Error('no storage');
        });
        const element = createElement('c-voice-utility', { is: VoiceUtility });
        document.body.appendChild(element);
        await settled();
        expect(words(element)).toContain('Reload the page');
        expect(words(element)).toContain('no storage');
        await expect(element).toBeAccessible();
    });
});

describe('what the admin set on the item', () => {
    it('the panel gets compact mode and the hidden actions', async () => {
        const { element } = await show({ compact: true, hiddenActions: 'mute' });
        const shown = panel(element) as (Element & { compact: boolean; hiddenActions: string }) | null;
        expect([shown?.compact, shown?.hiddenActions]).toEqual([true, 'mute']);
        await expect(element).toBeAccessible();
    });

    it.each([
        ['added to the notes where the admin wants it', true, [{ id: 'call-1', notes: 'Offer a credit note.' }]],
        ['left where it is otherwise', false, []]
    ])('a note that is sent beside the call is %s', async (_what, notesFromVoice, noted) => {
        const { fake } = await show({ notesFromVoice });
        fake.show({ interactions: [item({}, { details: { participants: [], messages: [NOTE] } })] });
        expect(fake.noted).toEqual(noted);
    });

    it('which notes were added is kept under the org and the user', async () => {
        const { fake } = await show({ notesFromVoice: true });
        fake.show({ interactions: [item({}, { details: { participants: [], messages: [NOTE] } })] });
        expect(Object.keys(window.localStorage)).toContain(
            `switchboard:${window.location.hostname}:${userId}:voiceNotes:call-1`
        );
    });
});

describe('what the page tells the item', () => {
    it('the desk learns of the record in front of the agent, and of the other tabs of a console', async () => {
        jest.mocked(getAllTabInfo).mockResolvedValueOnce([
            { tabId: 'ctab', isSubtab: false, focused: false, recordId: '001000000000001AAA' }
        ]);
        const { page } = await show();
        const attributes = { recordId: EDNA.id, objectApiName: 'Contact' };
        pageWire.emit({ type: 'standard__recordPage', attributes });
        consoleWire.emit(true);
        await settled();
        expect(page).toHaveBeenLastCalledWith({ id: EDNA.id, objectApiName: 'Contact' }, [
            { id: '001000000000001AAA', objectApiName: 'Account' }
        ]);
    });

    it('the agent sees in the bar who is ringing', async () => {
        const { fake } = await show();
        utilityWire.emit('utility-1');
        fake.show({ interactions: [item({}, { caller: EDNA })] });
        await settled();
        expect(updateUtility).toHaveBeenLastCalledWith('utility-1', {
            label: 'Ringing: Edna Frank',
            highlighted: true
        });
        expect(made).toHaveBeenCalledTimes(1);
    });

    it('the agent sees nobody ring in the bar once the item is gone, and a desk that is closed learns of no record', async () => {
        const { element, fake, page } = await show();
        utilityWire.emit('utility-1');
        fake.show({ interactions: [item({}, { caller: EDNA })] });
        await settled();
        element.remove();
        await settled();
        expect(updateUtility).toHaveBeenLastCalledWith('utility-1', expect.objectContaining({ highlighted: false }));
        const asked = page.mock.calls.length;
        pageWire.emit({ type: 'standard__recordPage', attributes: { recordId: EDNA.id, objectApiName: 'Contact' } });
        expect(page).toHaveBeenCalledTimes(asked);
    });
});

describe("what an admin's page may ask", () => {
    it('the admin finds Salesforce Voice, how much it told, and finds it gone with the item', async () => {
        const { element } = await show();
        expect(phoneOnPage()?.vendor).toBe('salesforceVoice');
        expect(phoneOnPage()?.news()).toEqual({ received: {}, unknown: 0 });
        toolkit(element).tell('callstarted', CALL);
        toolkit(element).tell('callended', CALL);
        toolkit(element).tell('callstarted', {});
        expect(phoneOnPage()?.news()).toEqual({ received: { Interaction: 2 }, unknown: 1 });
        element.remove();
        expect(phoneOnPage()).toBeUndefined();
    });

    it('the admin previews a recorded call', async () => {
        await show();
        const trace = [
            { atMs: 0, message: { type: 'callconnected', detail: CALL } },
            { atMs: 9, message: { type: 'callended', detail: CALL } }
        ];
        expect(phoneOnPage()?.readTrace(JSON.stringify(trace))).toMatchObject({
            interactions: [{ id: 'call-1', type: 'call', handled: true, disconnected: true }]
        });
    });

    it.each([
        ['no list', '{}', { refused: 'A trace of Salesforce Voice is a JSON list with at least one entry.' }],
        ['a wrong entry', '[7]', { refused: expect.stringContaining('Entry 1 must have') as string, line: 1 }]
    ])('the admin reads why a file is no trace: %s', async (_what, text, answer) => {
        await show();
        expect(phoneOnPage()?.readTrace(text)).toEqual(answer);
    });
});

it('support is told what was not understood', async () => {
    const { element } = await show();
    expect((element as HTMLElement & { report(): unknown }).report()).toEqual(['reported']);
});
