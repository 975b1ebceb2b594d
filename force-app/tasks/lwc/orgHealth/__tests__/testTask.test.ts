import fc from 'fast-check';
import { executeMutation } from 'lightning/graphql';
import { updateRecord } from 'lightning/uiRecordApi';
import type { Finding } from '../findings.ts';
import { askWithTestTask } from '../testTask.ts';
import { refusal, taskOrg, type TaskOrg, type Ways } from './taskOrg.ts';

type Told = Readonly<Record<string, Finding>>;

async function ask(org: TaskOrg, withLead = false): Promise<Told> {
    const told: Record<string, Finding> = {};
    await askWithTestTask(org.reader, withLead, (id, answer) => {
        if (answer === undefined) Reflect.deleteProperty(told, id);
        else if (answer !== 'asking') told[id] = answer;
    });
    return told;
}

async function askOf(ways: Ways, withLead = false): Promise<Told> {
    return ask(taskOrg(ways), withLead);
}

afterEach(() => {
    jest.resetAllMocks();
    window.localStorage.clear();
});

describe('making and changing a Task', () => {
    it('the admin reads that Tasks can be made and changed, and nothing is left', async () => {
        const org = taskOrg();
        const told = await ask(org);
        expect(told['write']).toMatchObject({ outcome: 'works', profile: { 'task-graphql-mutation': 'works' } });
        expect(told['remove']).toMatchObject({ outcome: 'works' });
        expect([...org.tasks]).toEqual([]);
    });

    it('the admin reads that the org takes no Task, in its own words, and nothing more is tried', async () => {
        const message = "Unknown type 'TaskCreateInput'";
        const org = taskOrg({ refuses: { SwitchboardCreateTask: refusal(message) } });
        const told = await ask(org);
        expect(told['write']).toMatchObject({
            outcome: 'refused',
            said: message,
            setting: expect.stringContaining('Who Writes the Task to Phone') as unknown,
            profile: { 'task-graphql-mutation': 'undefined' }
        });
        expect(told['long']).toMatchObject({ outcome: 'unclear' });
        expect(told['remove']).toMatchObject({ outcome: 'fact' });
        expect(org.written).toEqual(['SwitchboardCreateTask']);
    });

    it.each([
        ['a validation rule', 'FIELD_CUSTOM_VALIDATION_EXCEPTION: Enter a due date'],
        ['a rule about one field', 'FIELD_CUSTOM_VALIDATION_EXCEPTION: Enter a subject: [Subject]'],
        ['a required field', 'REQUIRED_FIELD_MISSING: Required fields are missing: [Reason__c]'],
        ['a duplicate rule', 'DUPLICATES_DETECTED: You are creating a duplicate record.'],
        ['a trigger', 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: TaskTrigger: System.NullPointerException']
    ])('the admin reads that %s refuses the test Task, not that the org takes none', async (_what, message) => {
        const told = await askOf({ refuses: { SwitchboardCreateTask: refusal(message) } });
        expect(told['write']).toMatchObject({
            outcome: 'refused',
            meaning: expect.stringContaining('A rule of your org refuses the test Task') as unknown,
            setting: expect.stringContaining('Read what the org said') as unknown,
            said: message
        });
        expect(told['write']?.profile).toBeUndefined();
    });

    it.each([
        ['who may make none', 'INSUFFICIENT_ACCESS_OR_READONLY: insufficient access rights on Task'],
        ['to whom the org gives no reason', 'Nein']
    ])('the admin %s reads which access to look at', async (_what, message) => {
        const told = await askOf({ refuses: { SwitchboardCreateTask: refusal(message) } });
        expect(told['write']).toMatchObject({
            outcome: 'refused',
            meaning: expect.stringContaining('cannot make Tasks through GraphQL') as unknown,
            setting: expect.stringContaining('Check create, edit and delete access') as unknown
        });
        expect(told['write']?.profile).toBeUndefined();
    });

    it('what this user may not set on a new Task is left out of the test Task, as from every other', async () => {
        const org = taskOrg({ notOnNew: ['TaskSubtype', 'Status'] });
        const told = await ask(org);
        expect(told['write']).toMatchObject({ outcome: 'works' });
        expect(told['keyTwice']).toMatchObject({ outcome: 'works' });
    });

    it('a field that only the error tells of proves nothing about mutations', async () => {
        const told = await askOf({ describes: false, notOnNew: ['TaskSubtype'] });
        expect(told['write']).toMatchObject({ outcome: 'refused' });
        expect(told['write']?.profile).toBeUndefined();
    });

    it('the admin reads that a rule refuses the change, and nothing is said of values', async () => {
        const rule = refusal('FIELD_CUSTOM_VALIDATION_EXCEPTION: Results are for closed cases');
        const told = await askOf({ refuses: { SwitchboardUpdateTask: rule } });
        for (const id of ['write', 'long', 'readBack']) {
            expect(told[id]?.meaning).toContain('A rule of your org refuses the test Task');
        }
        expect(told['write']).toMatchObject({ outcome: 'refused', profile: { 'task-graphql-mutation': 'works' } });
        expect(told['write']?.setting).toContain('Read what the org said');
        expect(told['long']).toMatchObject({ outcome: 'unclear' });
    });

    it('the admin reads that Tasks can be made and not changed, and the test Task is deleted all the same', async () => {
        const org = taskOrg({ refuses: { SwitchboardUpdateTask: refusal('no access') } });
        const told = await ask(org);
        expect(told['write']).toMatchObject({
            outcome: 'refused',
            meaning: expect.stringContaining('not change') as unknown
        });
        expect(told['write']?.profile).not.toHaveProperty('task-rights');
        expect([...org.tasks]).toEqual([]);
    });

    it('a user who may not edit Tasks hears nothing about values, only that', async () => {
        const refused = refusal('INSUFFICIENT_ACCESS_OR_READONLY: insufficient access rights on Task');
        const told = await askOf({ refuses: { SwitchboardUpdateTask: refused } });
        expect(told['write']).toMatchObject({ outcome: 'refused', profile: { 'task-rights': 'noEdit' } });
        for (const id of ['forbidden', 'long', 'value', 'required', 'readBack', 'lead']) {
            expect(told[id]).toMatchObject({
                outcome: 'unclear',
                meaning: expect.stringContaining('not change') as unknown
            });
        }
        expect(told['keyTwice']).toMatchObject({ outcome: 'works' });
    });

    it('the admin who is offline gets no verdict, and reads that nobody knows whether a Task was made', async () => {
        const told = await askOf({
            refuses: { SwitchboardCreateTask: new TypeError('Failed to fetch') },
            findsTasks: false
        });
        expect(told['write']).toMatchObject({ outcome: 'unclear' });
        expect(told['remove']).toMatchObject({
            outcome: 'unclear',
            meaning: expect.stringContaining('Switchboard test Task: please delete') as unknown
        });
    });
});

describe('deleting the test Task', () => {
    it('the admin reads which test Task is left', async () => {
        const org = taskOrg({ key: 'notUnique', refuses: { SwitchboardDeleteTask: refusal('no delete access') } });
        const told = await ask(org);
        expect(told['remove']).toMatchObject({
            outcome: 'refused',
            said: 'no delete access',
            meaning: expect.stringContaining('could not be deleted') as unknown,
            setting: expect.stringContaining('Delete by hand what is named here') as unknown,
            leftTaskIds: [...org.tasks.keys()]
        });
        expect(told['remove']?.profile).toBeUndefined();
        expect(org.tasks.size).toBe(2);
    });

    it('the admin reads that the user may not delete Tasks', async () => {
        const refused = refusal('INSUFFICIENT_ACCESS_OR_READONLY: insufficient access rights on Task');
        const told = await askOf({ refuses: { SwitchboardDeleteTask: refused } });
        expect(told['remove']).toMatchObject({ outcome: 'refused', profile: { 'task-rights': 'noDelete' } });
    });

    it.each([
        ['was never answered', () => Promise.reject(new TypeError('Failed to fetch'))],
        [
            'was sent twice by the browser',
            () => Promise.resolve({ data: {}, errors: [{ message: 'DUPLICATE_VALUE: duplicate value found' }] })
        ]
    ])('a test Task whose making %s is found, asked about and deleted', async (_what, lost) => {
        const org = taskOrg();
        const mutate = jest.mocked(executeMutation);
        const answer = mutate.getMockImplementation();
        mutate.mockImplementationOnce(async (given) => {
            await answer?.(given);
            return lost();
        });
        const told = await ask(org);
        expect(told['write']).toMatchObject({ outcome: 'works' });
        expect(told['remove']).toMatchObject({ outcome: 'works' });
        expect([...org.tasks]).toEqual([]);
    });

    it('the admin of an org that never answers reads that a test Task may be there, and how to find it', async () => {
        jest.useFakeTimers();
        const org = taskOrg({ findsTasks: false });
        jest.mocked(executeMutation).mockReturnValue(new Promise(() => undefined));
        const asked = ask(org);
        await jest.advanceTimersByTimeAsync(61_000);
        const told = await asked;
        jest.useRealTimers();
        expect(told['write']).toMatchObject({ outcome: 'unclear' });
        expect(told['remove']).toMatchObject({
            outcome: 'unclear',
            meaning: expect.stringMatching(/not known whether.*Switchboard test Task: please delete/) as unknown
        });
    });

    it('whatever fails, each test Task is gone, named, or said to be possible', async () => {
        const fault = fc.constantFrom(undefined, refusal('no'), new TypeError('Failed to fetch'));
        const ways = fc.record({
            refuses: fc.record({
                SwitchboardCreateTask: fault,
                SwitchboardUpdateTask: fault,
                SwitchboardDeleteTask: fault
            }),
            forbidden: fc.constantFrom('named', 'unnamed', 'dropped', 'other'),
            code: fc.constantFrom('message', 'extensions', 'nowhere'),
            takesAnyValue: fc.boolean(),
            key: fc.constantFrom('unique', 'notUnique', 'absent'),
            leadAndAccount: fc.constantFrom('leadRefused', 'refused', 'accepted', 'none'),
            describes: fc.boolean(),
            findsTasks: fc.boolean()
        });
        await fc.assert(
            fc.asyncProperty(ways, fc.boolean(), async (given, withLead) => {
                const org = taskOrg(given as Ways);
                const told = await ask(org, withLead);
                const { outcome, leftTaskIds = [] } = told['remove'] ?? { outcome: 'missing' };
                expect([...org.tasks.keys()]).toEqual([...leftTaskIds]);
                expect(outcome === 'works' || outcome === 'fact').toBe(outcome !== 'unclear' && org.tasks.size === 0);
            }),
            { verbose: true }
        );
    });
});

describe('a field that the user may not edit', () => {
    it.each([
        ['named', 'works', 'names the field to the agent'],
        ['unnamed', 'limited', 'finds it by sending halves'],
        ['dropped', 'limited', 'without a word']
    ] as const)('the admin of an org where it is %s reads what that costs', async (forbidden, outcome, words) => {
        const told = await askOf({ forbidden });
        expect(told['forbidden']).toMatchObject({ outcome, profile: { 'forbidden-field-error': forbidden } });
        expect(told['forbidden']?.meaning).toContain(words);
    });

    it('words that nobody knows prove nothing', async () => {
        const told = await askOf({ forbidden: 'other' });
        expect(told['forbidden']).toMatchObject({ outcome: 'limited', said: 'Nein' });
        expect(told['forbidden']?.meaning).toContain('in words that Switchboard does not know');
        expect(told['forbidden']?.profile).toBeUndefined();
    });

    it('a field that nobody may edit serves where the org does not describe Task', async () => {
        const told = await askOf({ describes: false });
        expect(told['forbidden']?.said).toContain("'IsClosed'");
    });
});

describe('values that the org does not take', () => {
    it.each([
        ['long', 'too-long-text'],
        ['value', 'restricted-picklist'],
        ['required', 'required-field']
    ])('the admin reads that %s is refused with a code in the message', async (id, check) => {
        const told = await askOf({ code: 'message' });
        expect(told[id]).toMatchObject({
            outcome: 'works',
            profile: { 'save-error-code': 'message', 'error-path-name': 'paths', [check]: 'refused' }
        });
    });

    it.each(['long', 'value', 'required'])(
        'the admin reads that %s is refused with a code beside the message',
        async (id) => {
            const told = await askOf({ code: 'extensions' });
            expect(told[id]).toMatchObject({ outcome: 'works', profile: { 'save-error-code': 'extensions' } });
        }
    );

    it.each(['long', 'value', 'required'])('the admin reads what a refusal of %s without a code costs', async (id) => {
        const told = await askOf({ code: 'nowhere' });
        expect(told[id]).toMatchObject({ outcome: 'limited' });
        expect(told[id]?.meaning).toContain('without a code');
        expect(told[id]?.profile).not.toHaveProperty('save-error-code');
    });

    it.each([
        ['long', 'took the text', 'too-long-text'],
        ['value', 'not restricted', 'restricted-picklist'],
        ['required', 'took the Task without it', 'required-field']
    ])('the admin reads that the org took %s', async (id, words, check) => {
        const told = await askOf({ takesAnyValue: true });
        expect(told[id]).toMatchObject({ outcome: 'limited', profile: { [check]: 'taken' } });
        expect(told[id]?.meaning).toContain(words);
    });

    it('the admin who is offline gets no verdict on any of them', async () => {
        const offline = new TypeError('Failed to fetch');
        const org = taskOrg();
        const mutate = jest.mocked(executeMutation);
        const answer = mutate.getMockImplementation();
        // Made and changed once; then the network is gone until the Task is deleted.
        mutate.mockImplementation((given) => {
            const later = org.written.filter((name) => name === 'SwitchboardUpdateTask').length > 0;
            return later && given.operationName === 'SwitchboardUpdateTask'
                ? Promise.reject(offline)
                : (answer?.(given) ?? Promise.reject(offline));
        });
        const told = await ask(org);
        for (const id of ['long', 'value', 'required']) {
            expect(told[id]).toMatchObject({ outcome: 'unclear' });
            expect(told[id]?.profile).toBeUndefined();
        }
    });
});

describe('the same key twice', () => {
    it('the admin reads that the second Task is refused', async () => {
        const told = await askOf({ key: 'unique' });
        expect(told['keyTwice']).toMatchObject({ outcome: 'works', profile: { 'unique-key': 'accepted' } });
    });

    it('the admin of an org that makes a second Task reads which field to change, and both are deleted', async () => {
        const org = taskOrg({ key: 'notUnique' });
        const told = await ask(org);
        expect(told['keyTwice']).toMatchObject({
            outcome: 'refused',
            setting: expect.stringContaining('Unique') as unknown,
            profile: { 'unique-key': 'notUnique' }
        });
        expect([...org.tasks]).toEqual([]);
    });

    it('another refusal of the second Task says nothing of the key', async () => {
        const told = await askOf({ refusesSecond: true });
        expect(told['keyTwice']).toMatchObject({
            outcome: 'unclear',
            meaning: expect.stringContaining('for another reason') as unknown,
            said: expect.stringContaining('UNABLE_TO_LOCK_ROW') as unknown
        });
        expect(told['keyTwice']?.profile).toBeUndefined();
    });

    it('no key field is said to be missing where the org does not describe Task', async () => {
        const told = await askOf({ key: 'unique', describes: false });
        expect(told['keyTwice']).toMatchObject({
            outcome: 'unclear',
            meaning: expect.stringContaining('this page cannot tell') as unknown
        });
        expect(told['keyTwice']?.setting).toBeUndefined();
    });

    it('nothing is tried where there is no key field', async () => {
        const org = taskOrg({ key: 'absent' });
        const told = await ask(org);
        expect(told['keyTwice']).toMatchObject({
            outcome: 'unclear',
            meaning: expect.stringContaining('no key field that you may write') as unknown,
            setting: expect.stringContaining('force-app/task-key') as unknown
        });
        expect(org.written.filter((name) => name === 'SwitchboardCreateTask')).toHaveLength(1);
    });
});

describe('reading what was just written', () => {
    it('the admin reads that the value comes back', async () => {
        expect((await askOf({}))['readBack']).toMatchObject({ outcome: 'works' });
    });

    it('the admin reads that a flow changes the value', async () => {
        expect((await askOf({ overwritten: 'by a flow' }))['readBack']).toMatchObject({
            outcome: 'limited',
            meaning: expect.stringContaining('another value than the one just written') as unknown,
            setting: expect.stringContaining('flow') as unknown
        });
    });
});

describe('a lead together with Related To', () => {
    it('nothing is asked unless the admin ticks the box', async () => {
        expect(await askOf({})).not.toHaveProperty('lead');
    });

    it.each([
        ['refused', 'Switchboard never sends both'],
        ['accepted', 'Salesforce takes both here']
    ] as const)('the admin reads that both are %s', async (leadAndAccount, words) => {
        const { lead } = await askOf({ leadAndAccount }, true);
        expect(lead).toMatchObject({ outcome: 'fact', profile: { 'lead-with-related-to': leadAndAccount } });
        expect(lead?.meaning).toContain(words);
    });

    it('nothing is tried when there is no lead to read', async () => {
        expect((await askOf({ leadAndAccount: 'none' }, true))['lead']).toMatchObject({
            outcome: 'unclear',
            meaning: expect.stringContaining('You may read no lead or no account') as unknown
        });
    });

    it('a rule against the lead alone says nothing about the two together', async () => {
        const { lead } = await askOf({ leadAndAccount: 'leadRefused' }, true);
        expect(lead).toMatchObject({ outcome: 'unclear', said: expect.stringContaining('no leads here') as unknown });
        expect(lead?.meaning).toContain('refused the lead alone');
        expect(lead?.profile).toBeUndefined();
    });

    it('another refusal says nothing about leads', async () => {
        const offline = new TypeError('Failed to fetch');
        const told = await askOf({ refuses: { SwitchboardUpdateTask: offline } }, true);
        expect(told['lead']).toMatchObject({ outcome: 'unclear' });
    });
});

describe('changing a Task through the record API', () => {
    it('the admin reads that it does not take Tasks, which is no fault', async () => {
        expect((await askOf({}))['recordWrite']).toMatchObject({
            outcome: 'fact',
            profile: { 'task-ui-api': 'refused' }
        });
    });

    it('the admin reads that it takes Tasks', async () => {
        const org = taskOrg();
        jest.mocked(updateRecord).mockResolvedValue({ id: '', apiName: 'Task', fields: {} });
        expect((await ask(org))['recordWrite']).toMatchObject({ outcome: 'fact', profile: { 'task-ui-api': 'works' } });
    });
});
