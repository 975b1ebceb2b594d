import type { UnsavedField } from 'c/taskSync';
import fc from 'fast-check';
import { executeMutation } from 'lightning/graphql';
import { createMemoryStorage } from '../../../../../test/ports/memoryStorage.ts';
import { createTestLocks } from '../../../../../test/ports/testLocks.ts';
import { taskInput } from '../../../../../test/ports/testTasks.ts';
import { CALL, createTestEngine, describedFields, told } from '../../../../../test/ports/testEngine.ts';
import { unsavedList } from '../unsavedList.ts';

const LIST = 'SwitchboardUnsaved__c';

it('an admin’s report finds the API name of each field and why it was not saved', () => {
    expect(
        unsavedList([
            { field: 'Queue__c', code: 'forbidden' },
            { field: 'Wrap__c', code: 'refused', reason: 'STRING_TOO_LONG' },
            { field: 'Skill__c', code: 'notMapped', reason: 'notInPicklist' },
            { field: 'Queue__c', code: 'edited' }
        ])
    ).toBe('Queue__c: forbidden; Wrap__c: STRING_TOO_LONG; Skill__c: notInPicklist');
});

it('is empty when everything was saved', () => {
    expect(unsavedList([])).toBeNull();
});

it('fits into 255 characters and never holds half a name, whatever was not saved', () => {
    const one = fc.record({
        field: fc.stringMatching(/^[A-Z][a-z]{2,70}__c$/),
        code: fc.constantFrom('forbidden' as const, 'edited' as const, 'unknown' as const)
    });
    fc.assert(
        fc.property(fc.array(one, { maxLength: 40 }), (fields: UnsavedField[]) => {
            const list = unsavedList(fields) ?? '';
            expect(list.length).toBeLessThanOrEqual(255);
            const known = new Set(fields.map(({ field, code }) => `${field}: ${code}`));
            const listed = list.split('; ').filter((part) => part !== '' && part !== '…');
            expect(listed.every((part) => known.has(part))).toBe(true);
            expect(list.includes('…')).toBe(listed.length < new Set(fields.map(({ field }) => field)).size);
        }),
        { verbose: 1 }
    );
});

describe('at its very limit', () => {
    /** Fields whose list, without a cut, has exactly this many characters. */
    function ofLength(length: number): UnsavedField[] {
        const first: UnsavedField[] = ['A', 'B', 'C'].map((name) => ({
            field: `${name.repeat(60)}__c`,
            code: 'edited'
        }));
        const rest = length - (unsavedList(first) ?? '').length - '; '.length - '__c: edited'.length;
        return [...first, { field: `${'D'.repeat(rest)}__c`, code: 'edited' }];
    }
    const whole = (fields: readonly UnsavedField[]): string =>
        fields.map(({ field, code }) => `${field}: ${code}`).join('; ');

    it('255 characters are written whole', () => {
        const fields = ofLength(255);
        expect(whole(fields)).toHaveLength(255);
        expect(unsavedList(fields)).toBe(whole(fields));
    });

    it('of 256 the last name is left out, and that is said', () => {
        const fields = ofLength(256);
        expect(whole(fields)).toHaveLength(256);
        expect(unsavedList(fields)).toBe(`${whole(fields.slice(0, -1))}; …`);
    });

    it('the names before a cut fill the room to the last character', () => {
        const next: UnsavedField = { field: 'Next__c', code: 'edited' };
        const [fits, tooLong] = [ofLength(252), ofLength(253)];
        expect(unsavedList([...fits, next])).toBe(`${whole(fits)}; …`);
        expect(unsavedList([...fits, next])).toHaveLength(255);
        expect(unsavedList([...tooLong, next])).toBe(`${whole(tooLong.slice(0, -1))}; …`);
    });

    it('one name that is too long by itself is only said to be missing', () => {
        expect(unsavedList([{ field: 'Queue__c', code: 'refused', reason: 'X'.repeat(250) }])).toBe('…');
    });
});

describe('on the Task', () => {
    const withList = describedFields({ [LIST]: 'String' });

    it('goes along with the values, in no write of its own', async () => {
        const { clock, fields, open, onlyTask, sent } = createTestEngine();
        fields.now = withList;
        open().submit(
            CALL,
            told(
                { Queue__c: 'Sales', Gone__c: 'x' },
                { notMapped: [{ field: 'Skill__c', code: 'notMapped', reason: 'textCut' }] }
            )
        );
        await clock.pass(1_000);
        expect(onlyTask()).toMatchObject({ Queue__c: 'Sales', [LIST]: 'Gone__c: unknown; Skill__c: textCut' });
        expect(sent()).toHaveLength(1);
    });

    it('keeps naming a field that no later save has mended, and is cleared once all is well', async () => {
        const { clock, fields, open, edit, onlyTask } = createTestEngine();
        fields.now = withList;
        const sync = open();
        sync.submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(1_000);
        edit({ Queue__c: 'By hand' });
        sync.submit(CALL, told({ Queue__c: 'Support' }));
        await clock.pass(1_000);
        expect(onlyTask()[LIST]).toBe('Queue__c: edited');
        sync.submit(CALL, told({ Queue__c: 'Support', Wrap__c: 'Sold' }));
        await clock.pass(1_000);
        expect(onlyTask()[LIST]).toBe('Queue__c: edited');
        edit({ Queue__c: 'Support' });
        sync.submit(CALL, told({ Queue__c: 'Service', Wrap__c: 'Sold' }));
        await clock.pass(1_000);
        expect(onlyTask()[LIST]).toBeNull();
    });

    it('keeps it over a reload', async () => {
        const { clock, fields, open, edit, onlyTask } = createTestEngine();
        fields.now = withList;
        const before = open();
        before.submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(1_000);
        edit({ Queue__c: 'By hand' });
        before.submit(CALL, told({ Queue__c: 'Support' }));
        await clock.pass(15_000);
        before.close();
        const after = open();
        after.submit(CALL, told({ Queue__c: 'Support', Wrap__c: 'Sold' }));
        await clock.pass(1_000);
        expect(onlyTask()).toMatchObject({ Wrap__c: 'Sold', [LIST]: 'Queue__c: edited' });
        expect(after.state(CALL)?.unsaved).toEqual([{ field: 'Queue__c', code: 'edited' }]);
    });

    it('keeps the names that the agent’s other computer put there, and is written once for both', async () => {
        const { clock, fields, open, edit, onlyTask, sent } = createTestEngine();
        fields.now = withList;
        const [first, second] = [open(), open({ storage: createMemoryStorage(), locks: createTestLocks() })];
        first.submit(CALL, told({ Queue__c: 'Sales', Description: 'Wants a call' }));
        await clock.pass(1_000);
        second.submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(1_000);
        edit({ Description: 'By hand' });
        first.submit(CALL, told({ Queue__c: 'Sales', Description: 'Wants a quote' }));
        await clock.pass(1_000);
        expect(onlyTask()[LIST]).toBe('Description: edited');
        second.submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'Sold', Gone__c: 'x' }));
        await clock.pass(1_000);
        expect(String(onlyTask()[LIST]).split('; ').sort()).toEqual(['Description: edited', 'Gone__c: unknown']);
        const writes = sent().length;
        first.submit(CALL, told({ Queue__c: 'Sales', Description: 'Wants a quote.' }));
        await clock.pass(1_000);
        expect(sent()).toHaveLength(writes);
    });

    it('names no field any more that the mapping fills again, also after a reload', async () => {
        const { clock, fields, open, onlyTask } = createTestEngine();
        fields.now = withList;
        const before = open();
        const notMapped = [{ field: 'Acd__c', code: 'notMapped', reason: 'wrongType' }] as const;
        before.submit(CALL, told({ Queue__c: 'Sales' }, { notMapped }));
        await clock.pass(15_000);
        expect(onlyTask()[LIST]).toBe('Acd__c: wrongType');
        before.close();
        open().submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'Sold' }, { notMapped: [] }));
        await clock.pass(1_000);
        expect(onlyTask()).toMatchObject({ Wrap__c: 'Sold', [LIST]: null });
    });

    it('names what the org refused in the same save', async () => {
        const { clock, fields, tasks, open, onlyTask } = createTestEngine();
        fields.now = withList;
        jest.mocked(executeMutation).mockImplementation((mutation) =>
            'Wrap__c' in taskInput(mutation).Task
                ? Promise.resolve({ data: {}, errors: [{ message: 'STRING_TOO_LONG: Wrap: too large: [Wrap__c]' }] })
                : tasks.mutate(mutation)
        );
        open().submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'far too long' }));
        await clock.pass(1_000);
        expect(onlyTask()).toMatchObject({ Queue__c: 'Sales', [LIST]: 'Wrap__c: STRING_TOO_LONG' });
    });

    it('is never sent where the org has no such field, and where the agent may not write it', async () => {
        for (const updateable of [undefined, false]) {
            const { clock, fields, open, sent } = createTestEngine();
            const { [LIST]: list, ...others } = withList;
            fields.now =
                updateable === undefined || list === undefined
                    ? others
                    : { ...others, [LIST]: { ...list, createable: false, updateable } };
            open().submit(CALL, told({ Gone__c: 'x', Queue__c: 'Sales' }));
            await clock.pass(1_000);
            expect(sent().every((values) => !(LIST in values))).toBe(true);
        }
    });
});
