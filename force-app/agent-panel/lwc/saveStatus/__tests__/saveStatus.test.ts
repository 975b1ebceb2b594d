import type { MappingProblem } from 'c/attributeMapping';
import type { SaveFailure, SaveState } from 'c/taskSync';
import SaveStatus from 'c/saveStatus';
import { createElement } from 'lwc';
import { settled } from '../../../../../test/fakes/settled.ts';

const TASK_ID = '00T000000000001AAA';

function state(facts: Partial<SaveState>): SaveState {
    return { version: 1, key: 'k1', phase: 'saved', unsaved: [], pending: false, writes: 1, ...facts };
}

type Properties = Pick<
    SaveStatus,
    'save' | 'problems' | 'fieldLabels' | 'permission' | 'caller' | 'handled' | 'ended' | 'savedAfter'
>;
type Status = HTMLElement & Properties;

function show(properties: Partial<Properties>): Status {
    const element = createElement('c-save-status', { is: SaveStatus }) as unknown as Status;
    Object.assign(element, properties);
    document.body.appendChild(element);
    return element;
}

function part<T extends HTMLElement>(element: Element, id: string): T | null {
    return element.shadowRoot?.querySelector<T>(`[data-id="${id}"]`) ?? null;
}

function textOf(element: Element, id: string): string | undefined {
    return part(element, id)?.textContent?.trim();
}

function lines(element: Element): (string | null)[] {
    return [...(part(element, 'attention')?.querySelectorAll('li') ?? [])].map((line) => line.textContent);
}

async function press(element: Element, id: string): Promise<void> {
    part(element, id)?.click();
    await settled();
}

describe('the save state of a conversation', () => {
    afterEach(() => {
        document.body.replaceChildren();
        jest.clearAllMocks();
    });

    it.each([
        [false, false, 'A Task is made once you are connected.'],
        [false, true, 'Not connected, so there is no Task.'],
        [true, false, 'Not saved yet']
    ])('the agent reads what to expect before anything is saved (handled %s, ended %s)', (handled, ended, words) => {
        const element = show({ handled, ended });
        expect(textOf(element, 'state')).toBe(words);
    });

    it.each([
        ['waiting', 'Will be saved in a moment'],
        ['waitingForPhone', 'Will be saved when the phone has made its Task'],
        ['saving', 'Saving…'],
        ['saved', 'Saved'],
        ['handedToPhone', 'Handed to the phone, which saves the Task itself'],
        ['notSaved', 'Not saved']
    ] as const)('the agent reads %s in plain words and the words are accessible', async (phase, words) => {
        const element = show({ save: state({ phase }), handled: true });
        await settled();
        expect(textOf(element, 'state')).toBe(words);
        await expect(element).toBeAccessible();
    });

    it('the agent reads that newer details still wait', () => {
        const element = show({ save: state({ pending: true }) });
        expect(textOf(element, 'state')).toContain('Newer details follow');
    });

    it('the agent opens the Task from the saved line', async () => {
        const element = show({ save: state({ taskId: TASK_ID }), caller: 'Edna Frank' });
        await settled();
        const link = part<HTMLAnchorElement>(element, 'open-task');
        expect(link?.textContent).toBe('Open Task');
        expect(link?.getAttribute('aria-label')).toBe('Open Task: Edna Frank');
        expect(link?.getAttribute('href')).toMatch(/\S/);
        await expect(element).toBeAccessible();
    });

    it('the page opens the Task without loading anew', async () => {
        const element = show({ save: state({ taskId: TASK_ID }) });
        await settled();
        const click = new MouseEvent('click', { bubbles: true, cancelable: true });
        part(element, 'open-task')?.dispatchEvent(click);
        expect(click.defaultPrevented).toBe(true);
    });

    it('the agent sees no link while there is no Task', async () => {
        const element = show({ save: state({ phase: 'saving' }) });
        await settled();
        expect(part(element, 'open-task')).toBeNull();
    });

    it('the link of a Task disappears when the Task was lost', async () => {
        const element = show({ save: state({ taskId: TASK_ID }) });
        await settled();
        element.save = state({ version: 2, phase: 'notSaved', failure: 'refused' });
        await settled();
        expect(part(element, 'open-task')).toBeNull();
    });

    it.each([
        ['offline', /cannot be reached.*saved when the connection is back/],
        ['sessionExpired', /Log in again/],
        ['busy', /tried again by itself/],
        ['refused', /Show your admin/],
        ['noAccessToMapping', /permission set Switchboard_Agent/],
        ['noAccessToSettings', /permission set Switchboard_Agent/],
        ['storageFull', /Leave this page open/],
        ['rowLocked', /Somebody else is saving the same record.*tried again by itself/],
        ['validationRule', /A rule of your company refuses the Task\. .*Show your admin/],
        ['requiredField', /needs a field that nothing fills/],
        ['duplicateRule', /duplicate rule/],
        ['taskDeleted', /Somebody deleted this Task/],
        ['noAccessToTask', /may not change this Task/],
        ['orgRefusesTask', /Switchboard Setup, Org health/]
    ] as [SaveFailure, RegExp][])('the agent reads what to do when saving fails (%s)', async (failure, words) => {
        const element = show({ save: state({ phase: 'notSaved', failure }), permission: 'Switchboard_Agent' });
        await settled();
        expect(textOf(element, 'state')).toBe('Not saved');
        expect(textOf(element, 'why')).toMatch(words);
        await expect(element).toBeAccessible();
    });

    it.each([
        ['end', 'Saved once the conversation has ended'],
        ['wrapUp', 'Saved once you have finished the wrap-up']
    ] as const)('the agent reads when the admin wants it saved (%s)', async (savedAfter, words) => {
        const element = show({ save: state({ phase: 'waiting', pending: true }), savedAfter });
        expect(textOf(element, 'state')).toBe(words);
        await expect(element).toBeAccessible();
    });

    it('the agent reads that the Task is there and only the newest details are missing', () => {
        const element = show({ save: state({ phase: 'notSaved', failure: 'offline', taskId: TASK_ID }) });
        expect(textOf(element, 'state')).toBe('Newest details not saved');
    });

    it('the agent reads a usable permission set even when the org named none', () => {
        const element = show({ save: state({ phase: 'notSaved', failure: 'noAccessToMapping' }) });
        expect(textOf(element, 'why')).toContain('permission set Switchboard Agent');
    });

    it('the agent tries again by a button', async () => {
        const element = show({ save: state({ phase: 'notSaved', failure: 'busy' }) });
        const retry = jest.fn();
        element.addEventListener('retry', retry);
        await press(element, 'retry');
        expect(retry).toHaveBeenCalledTimes(1);
    });

    it('the agent who tried again by the keyboard is not left without focus when the button goes', async () => {
        const element = show({ save: state({ phase: 'notSaved', failure: 'busy' }) });
        const lost = jest.fn();
        element.addEventListener('focuslost', lost);
        part(element, 'retry')?.focus();
        await press(element, 'retry');
        expect(lost).not.toHaveBeenCalled();
        element.save = state({ phase: 'saving', pending: true });
        await settled();
        expect(lost).toHaveBeenCalledTimes(1);
    });

    it('the agent who has gone on meanwhile keeps the focus', async () => {
        const element = show({ save: state({ phase: 'notSaved', failure: 'busy' }) });
        const lost = jest.fn();
        element.addEventListener('focuslost', lost);
        await press(element, 'retry');
        const field = document.body.appendChild(document.createElement('input'));
        field.focus();
        element.save = state({});
        await settled();
        expect(lost).not.toHaveBeenCalled();
    });

    it('the agent is not offered to try again while everything goes well', () => {
        expect(part(show({ save: state({}) }), 'retry')).toBeNull();
    });

    it.each([
        'FIELD_CUSTOM_VALIDATION_EXCEPTION, Give a reason for calls to VIPs.: [Reason__c]',
        'FIELD_CUSTOM_VALIDATION_EXCEPTION: Give a reason for calls to VIPs.',
        'Give a reason for calls to VIPs.'
    ])("the agent reads a validation rule's own words: %s", (detail) => {
        const element = show({ save: state({ phase: 'notSaved', failure: 'validationRule', detail }) });
        expect(textOf(element, 'why')).toContain('refuses the Task: Give a reason for calls to VIPs. It is kept here.');
    });

    it('the agent reads which field the Task needs, by its label', () => {
        const detail = 'REQUIRED_FIELD_MISSING: Required fields are missing: [Reason__c, Site__c]';
        const element = show({
            save: state({ phase: 'notSaved', failure: 'requiredField', detail }),
            fieldLabels: { Reason__c: 'Reason of the call' }
        });
        expect(textOf(element, 'why')).toContain('needs a value in Reason of the call, Site,');
    });

    it('the agent of a deleted Task is offered to make a new one', async () => {
        const element = show({ save: state({ phase: 'notSaved', failure: 'taskDeleted', taskId: TASK_ID }) });
        const retry = jest.fn();
        element.addEventListener('retry', retry);
        expect(textOf(element, 'retry')).toBe('Make a new Task');
        expect(textOf(element, 'state')).toBe('Not saved');
        await settled();
        expect(part(element, 'open-task')).toBeNull();
        await press(element, 'retry');
        expect(retry).toHaveBeenCalledTimes(1);
    });

    it.each([
        ['offline', /Nothing to do in Setup/],
        ['busy', /Nothing to do in Setup/],
        ['rowLocked', /Nothing to do in Setup/],
        ['sessionExpired', /logs in again/],
        ['validationRule', /Validation Rules/],
        ['requiredField', /default value/],
        ['duplicateRule', /Duplicate Rules/],
        ['taskDeleted', /Recycle Bin/],
        ['noAccessToTask', /edit access to Tasks/],
        ['refused', /Flows and triggers/],
        ['noAccessToMapping', /permission set Switchboard Agent/],
        ['noAccessToSettings', /permission set Switchboard Agent/],
        ['storageFull', /browser/],
        ['orgRefusesTask', /Switchboard Setup, Org health, as this user/]
    ] as [SaveFailure, RegExp][])('the admin reads what to change in Setup (%s)', async (failure, words) => {
        const element = show({ save: state({ phase: 'notSaved', failure }) });
        await press(element, 'detail-toggle');
        expect(textOf(element, 'admin')).toMatch(words);
        await expect(element).toBeAccessible();
    });

    it("the admin reads the platform's own message only on request", async () => {
        const detail = 'FIELD_CUSTOM_VALIDATION_EXCEPTION: Subject is wrong';
        const element = show({ save: state({ phase: 'notSaved', failure: 'refused', detail }) });
        expect(part(element, 'detail')).toBeNull();
        await press(element, 'detail-toggle');
        expect(textOf(element, 'detail')).toBe(detail);
        expect(part(element, 'detail-toggle')?.getAttribute('aria-expanded')).toBe('true');
        await expect(element).toBeAccessible();
    });
});

describe('the fields that need attention', () => {
    afterEach(() => {
        document.body.replaceChildren();
    });

    it("the agent reads the org's own label of a field that may not be edited", async () => {
        const element = show({
            save: state({ unsaved: [{ field: 'Switchboard_IVR_Seconds__c', code: 'forbidden' }] }),
            fieldLabels: { Switchboard_IVR_Seconds__c: 'IVR Seconds' }
        });
        expect(textOf(element, 'attention-toggle')).toBe('1 field needs attention');
        await press(element, 'attention-toggle');
        expect(lines(element)).toEqual(['You may not edit IVR Seconds. Ask your admin for access to this field.']);
        await expect(element).toBeAccessible();
    });

    it('the agent reads the name of a field whose label the org did not tell', async () => {
        const element = show({ save: state({ unsaved: [{ field: 'IVR_Seconds__c', code: 'unknown' }] }) });
        await press(element, 'attention-toggle');
        expect(lines(element)[0]).toContain('no field IVR Seconds,');
    });

    it.each([
        ['STRING_TOO_LONG', 'Queue was not saved: the text is too long for its field.'],
        ['INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', 'Queue was not saved: its list does not have this value.'],
        ['NUMBER_OUTSIDE_VALID_RANGE', 'Queue was not saved: the number does not fit its field.'],
        ['REQUIRED_FIELD_MISSING', 'Queue was not saved: your company asks for a value'],
        ['DUPLICATE_VALUE', 'Queue was not saved: another record has this value already'],
        ['INVALID_CROSS_REFERENCE_KEY', 'Queue was not saved: the record that it should name was deleted'],
        ['ENTITY_IS_DELETED', 'Queue was not saved: the record that it should name was deleted'],
        ['INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', 'Queue was not saved: the record that it should name'],
        ['INVALID_EMAIL_ADDRESS', 'Queue was not saved: it does not take such a value.'],
        ['INVALID_TYPE_ON_FIELD_IN_RECORD', 'Queue was not saved: it does not take such a value.'],
        ['MALFORMED_ID', 'Queue was not saved: it does not take such a value.']
    ])('the agent reads %s in plain words, and the admin the code', async (reason, words) => {
        const element = show({ save: state({ unsaved: [{ field: 'Queue__c', code: 'refused', reason }] }) });
        await press(element, 'attention-toggle');
        expect(lines(element)[0]).toContain(words);
        expect(lines(element)[0]).not.toContain(reason);
        await press(element, 'detail-toggle');
        expect(textOf(element, 'admin')).toContain(`(${reason})`);
        await expect(element).toBeAccessible();
    });

    it.each(['FIELD_FILTER_VALIDATION_EXCEPTION', 'SOMETHING_NEW', 'constructor'])(
        'the agent reads the code itself where nobody knows words for it: %s',
        async (reason) => {
            const element = show({ save: state({ unsaved: [{ field: 'Queue__c', code: 'refused', reason }] }) });
            await press(element, 'attention-toggle');
            expect(lines(element)[0]).toContain(`for Queue (${reason})`);
        }
    );

    it('the agent reads that a field was left alone because somebody else changed it', async () => {
        const element = show({
            save: state({ unsaved: [{ field: 'Description', code: 'edited' }] }),
            fieldLabels: { Description: 'Comments' }
        });
        await press(element, 'attention-toggle');
        expect(lines(element)).toEqual(['Comments was changed by somebody else, so it was left alone.']);
        await expect(element).toBeAccessible();
    });

    it('the agent reads that a field gets no value that fits', async () => {
        const element = show({ save: state({ unsaved: [{ field: 'Queue__c', code: 'notMapped' }] }) });
        await press(element, 'attention-toggle');
        expect(lines(element)[0]).toContain('Queue was not saved');
    });

    it.each([
        ['WhoId', 'Name'],
        ['WhatId', 'Related To']
    ])('the agent reads that the record chosen as %s was not taken', async (field, name) => {
        const element = show({
            save: state({ unsaved: [{ field, code: 'refused', reason: 'INVALID_CROSS_REFERENCE_KEY' }] }),
            fieldLabels: { WhoId: 'Name ID', WhatId: 'Related To ID' }
        });
        await press(element, 'attention-toggle');
        expect(lines(element)[0]).toMatch(new RegExp(`^The record chosen for ${name} was not taken.*Choose another`));
    });

    it("the agent reads a rule's own words about one field while the rest is saved", async () => {
        const element = show({
            save: state({
                unsaved: [{ field: 'Reason__c', code: 'refused', reason: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' }],
                detail: 'FIELD_CUSTOM_VALIDATION_EXCEPTION: Too short.: [Reason__c]'
            })
        });
        expect(textOf(element, 'state')).toBe('Saved');
        await press(element, 'attention-toggle');
        expect(lines(element)).toEqual(['Reason was not saved. A rule of your company says: Too short.']);
    });

    it.each([
        ['edited', /^Queue__c: the Task had another value/],
        ['forbidden', /^Queue__c: this user may not write it.*on Task and on Event/],
        ['unknown', /^Queue__c: Task has no such field/],
        ['refused', /^Queue__c: the value was refused \(STRING_TOO_LONG\)/]
    ] as const)('the admin reads the API name and what to do about a field (%s)', async (code, words) => {
        const element = show({
            save: state({ unsaved: [{ field: 'Queue__c', code, reason: 'STRING_TOO_LONG' }] })
        });
        await press(element, 'detail-toggle');
        expect(textOf(element, 'admin')).toMatch(words);
        await expect(element).toBeAccessible();
    });

    it('the admin reads row, attribute, and what kind of value did not fit', async () => {
        const element = show({
            save: state({}),
            problems: [
                {
                    code: 'valueDoesNotFit',
                    rule: 'Queue_Row',
                    attribute: 'Call.QueueName',
                    field: 'Queue__c',
                    given: { kind: 'text', count: 5 },
                    allowed: { kind: 'digits', count: 8 }
                }
            ]
        });
        await press(element, 'detail-toggle');
        expect(textOf(element, 'admin')).toBe(
            'Queue__c: mapping row Queue_Row, attribute Call.QueueName. ' +
                'Given: text of 5 characters; allowed: a number of at most 8 digits before the decimal point.'
        );
    });

    it.each<[MappingProblem['code'], MappingProblem['allowed'], string]>([
        ['unknownAttribute', { kind: 'spelling', names: ['Call.QueueName'] }, 'the spelling Call.QueueName'],
        ['fieldNotWriteable', { kind: 'editableField' }, 'a field that this user may edit'],
        ['ruleShadowed', { kind: 'oneRule', names: ['Other_Row'] }, 'one rule for a field; Other_Row is used']
    ])('the admin reads of %s, which is about no value, what is allowed', async (code, allowed, words) => {
        const problem = { code, rule: 'Queue_Row', attribute: 'call.queuename', field: 'Queue__c', allowed };
        const element = show({ save: state({}), problems: [problem] });
        await press(element, 'detail-toggle');
        expect(textOf(element, 'admin')).toBe(
            `Queue__c: mapping row Queue_Row, attribute call.queuename. Allowed: ${words}.`
        );
        await expect(element).toBeAccessible();
    });

    it('the admin sees no details while all is well', () => {
        expect(part(show({ save: state({}) }), 'detail-toggle')).toBeNull();
    });

    it.each([
        [
            'unknownAttribute',
            'The mapping names Call.Anni, which does not exist. Ask your admin to correct the mapping row Queue_Row.'
        ],
        [
            'unknownField',
            'The Task has no field Queue, or you may not see it. Ask your admin to check the mapping and your access.'
        ],
        ['fieldNotWriteable', 'You may not edit Queue. Ask your admin for access to this field.'],
        ['valueDoesNotFit', 'Queue was not saved: it does not take such a value. Ask your admin to check the mapping.'],
        ['textCut', 'Queue was shortened to fit its field.'],
        ['notInPicklist', 'Queue was not saved: its list does not have this value. Ask your admin to add it.'],
        ['ruleShadowed', 'Two mapping rows fill Queue. Row Queue_Row was not used. Ask your admin to remove one.']
    ] as const)('the agent reads a sentence for %s', async (code, words) => {
        const problem = {
            code,
            rule: 'Queue_Row',
            attribute: 'Call.Anni',
            field: 'Queue__c',
            allowed: { kind: 'number' }
        } as const;
        const element = show({ save: state({}), problems: [problem] });
        await press(element, 'attention-toggle');
        expect(lines(element)).toEqual([words]);
    });

    it('the agent reads one sentence when mapping and org complain about the same field', async () => {
        const element = show({
            save: state({ unsaved: [{ field: 'Queue__c', code: 'forbidden' }] }),
            problems: [
                {
                    code: 'fieldNotWriteable',
                    rule: 'r',
                    attribute: 'Call.QueueName',
                    field: 'Queue__c',
                    allowed: { kind: 'editableField' }
                }
            ]
        });
        await press(element, 'attention-toggle');
        expect(lines(element)).toHaveLength(1);
    });

    it('the agent is not bothered with fields while the phone still rings', () => {
        const element = show({
            problems: [
                {
                    code: 'unknownField',
                    rule: 'r',
                    attribute: 'Call.QueueName',
                    field: 'Queue__c',
                    allowed: { kind: 'seenField' }
                }
            ]
        });
        expect(part(element, 'attention-toggle')).toBeNull();
    });

    it('the agent reads how many fields need attention', () => {
        const element = show({
            save: state({
                unsaved: [
                    { field: 'A__c', code: 'forbidden' },
                    { field: 'B__c', code: 'forbidden' }
                ]
            })
        });
        expect(textOf(element, 'attention-toggle')).toBe('2 fields need attention');
    });
});
