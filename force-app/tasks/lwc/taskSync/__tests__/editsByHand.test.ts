import { executeMutation } from 'lightning/graphql';
import {
    ADA,
    CALL,
    createTestEngine,
    describedFields,
    FOLLOW,
    OWN,
    picked,
    told
} from '../../../../../test/ports/testEngine.ts';
import { createMemoryStorage } from '../../../../../test/ports/memoryStorage.ts';
import { createTestLocks } from '../../../../../test/ports/testLocks.ts';

const EDNA = '003000000000001AAA';
const OTTO = '003000000000002AAA';

it('a field that a person changed since our last write is left alone, and named', async () => {
    const { clock, open, edit, onlyTask } = createTestEngine();
    const sync = open();
    sync.submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'open' }));
    await clock.pass(1_000);
    edit({ Queue__c: 'By hand' });
    sync.submit(CALL, told({ Queue__c: 'Support', Wrap__c: 'Sold' }));
    await clock.pass(1_000);
    expect(onlyTask()).toMatchObject({ Queue__c: 'By hand', Wrap__c: 'Sold' });
    expect(sync.state(CALL)).toMatchObject({
        phase: 'saved',
        pending: false,
        unsaved: [{ field: 'Queue__c', code: 'edited' }]
    });
});

it('our own earlier values are nobody else’s edit', async () => {
    const { clock, open, onlyTask } = createTestEngine();
    const sync = open();
    for (const queue of ['one', 'two', 'three']) {
        sync.submit(CALL, told({ Queue__c: queue }));
        await clock.pass(1_000);
    }
    expect(onlyTask()).toMatchObject({ Queue__c: 'three' });
    expect(sync.state(CALL)?.unsaved).toEqual([]);
});

it.each([
    ['a time with its milliseconds', 'Ended__c', '2026-01-15T09:01:00.678Z', '2026-01-15T09:01:00.000Z'],
    ['text with blanks at its ends', 'Queue__c', ' Sales\r\n', 'Sales'],
    ['a record id of 18 letters', 'WhoId', EDNA, EDNA.slice(0, 15)],
    ['empty text', 'Queue__c', '', null],
    ['an email in small letters', 'Mail__c', 'Edna@Example.com', 'edna@example.com'],
    ['choices in the order of their list', 'Skills__c', 'Spanish;English', 'English;Spanish']
])('%s that Salesforce keeps its own way is nobody’s edit', async (_what, field, wanted, kept) => {
    const { clock, open, edit, sent, fields } = createTestEngine();
    fields.now = describedFields({ Mail__c: 'Email', Skills__c: 'MultiPicklist' });
    const sync = open();
    sync.submit(CALL, told({ [field]: wanted, Wrap__c: 'open' }));
    await clock.pass(1_000);
    edit({ [field]: kept });
    sync.submit(CALL, told({ [field]: 'changed', Wrap__c: 'Sold' }));
    await clock.pass(1_000);
    expect(sent().at(-1)).toEqual({ [field]: 'changed', Wrap__c: 'Sold' });
});

it('what the phone’s own Task said before our first write is filled over: that is no edit', async () => {
    const { clock, open, onlyTask, phoneLogs } = createTestEngine(FOLLOW);
    phoneLogs({ Queue__c: 'of the phone' });
    const sync = open();
    sync.submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(1_000);
    expect(onlyTask()).toMatchObject({ Queue__c: 'Sales' });
    expect(sync.state(CALL)?.unsaved).toEqual([]);
});

it('a field that a person fills before we ever write it is left alone, and named', async () => {
    const { clock, open, edit, onlyTask } = createTestEngine();
    const sync = open({ watched: ['Description'] });
    sync.submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(1_000);
    edit({ Description: 'By hand' });
    sync.submit(CALL, told({ Queue__c: 'Sales', Description: 'Notes of the call' }));
    await clock.pass(1_000);
    expect(onlyTask().Description).toBe('By hand');
    expect(sync.state(CALL)?.unsaved).toEqual([{ field: 'Description', code: 'edited' }]);
});

it('whom a person named on the Task before the caller was recognised stays, and that is told', async () => {
    const { clock, open, edit, onlyTask } = createTestEngine();
    const sync = open();
    sync.submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(1_000);
    edit({ WhoId: OTTO });
    sync.submit(CALL, told({ Wrap__c: 'Sold' }, { defaults: { Subject: 'Call', CallObject: 'call-1', WhoId: EDNA } }));
    await clock.pass(1_000);
    expect(onlyTask()).toMatchObject({ WhoId: OTTO, Wrap__c: 'Sold' });
    expect(sync.state(CALL)?.unsaved).toEqual([{ field: 'WhoId', code: 'edited' }]);
});

it('whom the agent picked in another tab of a browser that keeps nothing stays when this tab recognises a caller', async () => {
    const { clock, open, onlyTask } = createTestEngine();
    const [first, second] = [open(), open({ storage: createMemoryStorage() })];
    first.submit(CALL, told({ Queue__c: 'Sales' }, { picked: picked({ WhoId: OTTO }) }));
    await clock.pass(1_000);
    const recognised = { Subject: 'Call', CallObject: 'call-1', WhoId: EDNA };
    second.submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'Sold' }, { defaults: recognised }));
    await clock.pass(1_000);
    expect(onlyTask()).toMatchObject({ WhoId: OTTO, Wrap__c: 'Sold' });
    expect(second.state(CALL)?.unsaved).toEqual([{ field: 'WhoId', code: 'edited' }]);
});

it('what the org itself fills while a Task is made is nobody’s edit', async () => {
    const { clock, open, edit, onlyTask, tasks } = createTestEngine();
    const sync = open({ watched: ['Wrap__c'] });
    jest.mocked(executeMutation).mockImplementationOnce(async (mutation) => {
        const made = await tasks.mutate(mutation);
        edit({ Wrap__c: 'None' });
        return made;
    });
    sync.submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(1_000);
    sync.submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'Sold' }));
    await clock.pass(1_000);
    expect(onlyTask().Wrap__c).toBe('Sold');
    expect(sync.state(CALL)?.unsaved).toEqual([]);
});

describe('a value that a flow of the org changed while the Task was made', () => {
    const CHANGED = { LastModifiedDate: 'DateTime', LastModifiedById: 'Reference' };

    async function afterMaking(
        changed: Readonly<Record<string, unknown>>
    ): Promise<ReturnType<typeof createTestEngine>> {
        const engine = createTestEngine();
        engine.fields.now = describedFields(CHANGED);
        jest.mocked(executeMutation).mockImplementationOnce(async (mutation) => {
            const made = await engine.tasks.mutate(mutation);
            const LastModifiedDate = engine.onlyTask().CreatedDate;
            engine.edit({ Queue__c: 'SALES', LastModifiedDate, LastModifiedById: ADA, ...changed });
            return made;
        });
        const sync = engine.open();
        sync.submit(CALL, told({ Queue__c: 'Sales' }));
        await engine.clock.pass(1_000);
        sync.submit(CALL, told({ Queue__c: 'Support' }));
        await engine.clock.pass(1_000);
        return engine;
    }

    it('is nobody’s edit: the next value is written', async () => {
        expect((await afterMaking({})).onlyTask().Queue__c).toBe('Support');
    });

    it.each([
        ['somebody else', { LastModifiedById: '005000000000002AAA' }],
        ['somebody a second later', { LastModifiedDate: '2026-01-15T10:00:00.000Z' }],
        ['who knows whom, where the org does not say', { LastModifiedDate: undefined }]
    ])('is left alone where the Task was changed by %s', async (_who, changed) => {
        expect((await afterMaking(changed)).onlyTask().Queue__c).toBe('SALES');
    });
});

describe('what a built-in rule fills', () => {
    const BUILT_IN = { yielding: ['Description'] };

    it('yields to what the phone wrote on its own Task, and is named', async () => {
        const { clock, open, onlyTask, phoneLogs } = createTestEngine(FOLLOW);
        phoneLogs({ Description: 'of the phone' });
        const sync = open();
        sync.submit(CALL, told({ Queue__c: 'Sales', Description: 'Notes' }, BUILT_IN));
        await clock.pass(1_000);
        expect(onlyTask()).toMatchObject({ Queue__c: 'Sales', Description: 'of the phone' });
        expect(sync.state(CALL)?.unsaved).toEqual([{ field: 'Description', code: 'edited' }]);
    });

    it('is written where the phone’s Task says nothing, and kept up', async () => {
        const { clock, open, onlyTask, phoneLogs } = createTestEngine(FOLLOW);
        phoneLogs();
        const sync = open();
        for (const notes of ['Notes', 'Notes, longer']) {
            sync.submit(CALL, told({ Description: notes }, BUILT_IN));
            await clock.pass(1_000);
        }
        expect(onlyTask().Description).toBe('Notes, longer');
        expect(sync.state(CALL)?.unsaved).toEqual([]);
    });

    it('yields to nobody on a Task that we made, where the org filled the field first', async () => {
        const { clock, open, edit, onlyTask, tasks } = createTestEngine();
        const sync = open({ watched: ['Description'] });
        jest.mocked(executeMutation).mockImplementationOnce(async (mutation) => {
            const made = await tasks.mutate(mutation);
            edit({ Description: 'of a flow' });
            return made;
        });
        sync.submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(1_000);
        sync.submit(CALL, told({ Queue__c: 'Sales', Description: 'Notes' }, BUILT_IN));
        await clock.pass(1_000);
        expect(onlyTask().Description).toBe('Notes');
    });
});

it('a person’s edit between a save whose answer was lost and its next try stays', async () => {
    const engine = createTestEngine(FOLLOW);
    engine.phoneLogs({ Queue__c: 'of the phone' });
    const sync = engine.open();
    jest.mocked(executeMutation).mockImplementationOnce(async (mutation) => {
        await engine.tasks.mutate(mutation);
        engine.edit({ Queue__c: 'By hand' });
        throw new TypeError('Failed to fetch');
    });
    sync.submit(CALL, told({ Queue__c: 'Sales' }));
    await engine.clock.pass(10_000);
    expect(engine.onlyTask().Queue__c).toBe('By hand');
    expect(sync.state(CALL)?.unsaved).toEqual([{ field: 'Queue__c', code: 'edited' }]);
});

describe('after the answer to making a Task was lost', () => {
    it.each(['the same page', 'another page'])(
        'a person’s edit is left alone by %s, where Tasks have a key',
        async (who) => {
            const { clock, open, edit, onlyTask, tasks } = createTestEngine(OWN, true);
            const first = open();
            jest.mocked(executeMutation).mockImplementationOnce(async (mutation) => {
                await tasks.mutate(mutation);
                edit({ Queue__c: 'By hand' });
                throw new TypeError('Failed to fetch');
            });
            first.submit(CALL, told({ Queue__c: 'Sales' }));
            await clock.pass(600);
            if (who === 'another page') {
                first.close();
            }
            const sync = who === 'another page' ? open() : first;
            sync.submit(CALL, told({ Queue__c: 'Sales', Wrap__c: 'Sold' }));
            await clock.pass(10_000);
            expect(onlyTask()).toMatchObject({ Queue__c: 'By hand', Wrap__c: 'Sold' });
            expect(sync.state(CALL)?.unsaved).toEqual([{ field: 'Queue__c', code: 'edited' }]);
        }
    );

    it('a field that the org left out is written again', async () => {
        const { clock, open, edit, onlyTask, tasks } = createTestEngine(OWN, true);
        const sync = open();
        jest.mocked(executeMutation).mockImplementationOnce(async (mutation) => {
            await tasks.mutate(mutation);
            edit({ Queue__c: null });
            throw new TypeError('Failed to fetch');
        });
        sync.submit(CALL, told({ Queue__c: 'Sales' }));
        await clock.pass(10_000);
        expect(onlyTask()).toMatchObject({ Queue__c: 'Sales' });
        expect(sync.state(CALL)?.unsaved).toEqual([]);
    });
});

it('an edit is known for one after a reload, from digests alone', async () => {
    const { clock, storage, open, edit, onlyTask } = createTestEngine();
    const before = open();
    before.submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(15_000);
    before.close();
    expect(JSON.stringify([...storage.entries])).not.toContain('Sales');
    edit({ Queue__c: 'By hand' });
    const after = open();
    after.recover();
    after.submit(CALL, told({ Queue__c: 'Support' }));
    await clock.pass(1_000);
    expect(onlyTask().Queue__c).toBe('By hand');
    expect(after.state(CALL)?.unsaved).toEqual([{ field: 'Queue__c', code: 'edited' }]);
});

it('a field that the person set back is ours again', async () => {
    const { clock, open, edit, onlyTask } = createTestEngine();
    const sync = open();
    sync.submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(1_000);
    edit({ Queue__c: 'By hand' });
    sync.submit(CALL, told({ Queue__c: 'Support' }));
    await clock.pass(1_000);
    edit({ Queue__c: 'Sales' });
    sync.submit(CALL, told({ Queue__c: 'Service' }));
    await clock.pass(1_000);
    expect(onlyTask().Queue__c).toBe('Service');
    expect(sync.state(CALL)?.unsaved).toEqual([]);
});

it('what the same user’s other browser wrote is no edit', async () => {
    const { clock, open, onlyTask } = createTestEngine();
    const here = open();
    const there = open({ storage: createMemoryStorage(), locks: createTestLocks() });
    here.submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(1_000);
    for (const queue of ['two', 'three']) {
        there.submit(CALL, told({ Queue__c: queue }));
        await clock.pass(1_000);
        here.submit(CALL, told({ Queue__c: queue }, { urgency: 'detail' }));
    }
    here.submit(CALL, told({ Queue__c: 'four' }));
    await clock.pass(1_000);
    expect(onlyTask().Queue__c).toBe('four');
    expect(here.state(CALL)?.unsaved).toEqual([]);
});

it('where the org does not describe Task nobody can tell, and the value is written', async () => {
    const { clock, fields, open, edit, onlyTask } = createTestEngine();
    fields.now = undefined;
    const sync = open();
    sync.submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(1_000);
    edit({ Queue__c: 'By hand' });
    sync.submit(CALL, told({ Queue__c: 'Support' }));
    await clock.pass(1_000);
    expect(onlyTask().Queue__c).toBe('Support');
});

it('where the org does not describe Task a tab that is told late of a call sends nothing that the Task has already', async () => {
    const { clock, fields, open, onlyTask, sent } = createTestEngine();
    fields.now = undefined;
    const [first, late] = [open(), open()];
    first.submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(20_000);
    first.submit(CALL, told({ Queue__c: 'Support' }));
    await clock.pass(20_000);
    const writes = sent().length;
    late.submit(CALL, told({ Queue__c: 'Sales' }));
    late.submit(CALL, told({ Queue__c: 'Support' }));
    await clock.pass(20_000);
    expect(sent()).toHaveLength(writes);
    expect(onlyTask().Queue__c).toBe('Support');
    expect(late.state(CALL)).toMatchObject({ phase: 'saved', pending: false });
});

it('where the org does not describe Task a value is sent again when the answer to a newer one was lost', async () => {
    const { clock, fields, open, tasks, onlyTask } = createTestEngine();
    fields.now = undefined;
    const sync = open();
    sync.submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(1_000);
    jest.mocked(executeMutation).mockImplementationOnce(async (mutation) => {
        await tasks.mutate(mutation);
        throw new TypeError('Failed to fetch');
    });
    sync.submit(CALL, told({ Queue__c: 'Support' }));
    await clock.pass(600);
    expect(onlyTask().Queue__c).toBe('Support');
    sync.submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(20_000);
    expect(onlyTask().Queue__c).toBe('Sales');
});

describe('the agent’s pick', () => {
    it('is written over what the phone’s Task says, in follow mode too', async () => {
        const { clock, open, onlyTask, phoneLogs } = createTestEngine(FOLLOW);
        phoneLogs({ WhoId: OTTO });
        open().submit(CALL, told({}, { picked: picked({ WhoId: EDNA }) }));
        await clock.pass(1_000);
        expect(onlyTask().WhoId).toBe(EDNA);
    });

    it('wins over a rule and over a default of the same field', async () => {
        const { clock, open, onlyTask } = createTestEngine();
        open().submit(
            CALL,
            told(
                { WhatId: '001000000000001AAA' },
                {
                    picked: picked({ WhatId: '500000000000001AAA', WhoId: EDNA }),
                    defaults: { Subject: 'Call', WhoId: OTTO }
                }
            )
        );
        await clock.pass(1_000);
        expect(onlyTask()).toMatchObject({ WhatId: '500000000000001AAA', WhoId: EDNA });
    });

    it.each(['describes', 'does not describe'])(
        'takes the place of what the phone’s Task says where a rule fills the field only when empty and the org %s Task',
        async (does) => {
            const { clock, fields, open, onlyTask, phoneLogs } = createTestEngine(FOLLOW);
            fields.now = does === 'describes' ? fields.now : undefined;
            phoneLogs({ WhoId: OTTO });
            const sync = open();
            sync.submit(CALL, told({ WhoId: OTTO }, { onlyWhenEmpty: ['WhoId'], picked: picked({ WhoId: EDNA }) }));
            await clock.pass(1_000);
            expect(onlyTask().WhoId).toBe(EDNA);
            expect(sync.state(CALL)?.unsaved).toEqual([]);
        }
    );

    it('is made after somebody changed the field: the agent sees it and wants it so', async () => {
        const { clock, open, edit, onlyTask } = createTestEngine();
        const sync = open();
        sync.submit(CALL, told({}, { defaults: { Subject: 'Call', WhoId: OTTO } }));
        await clock.pass(1_000);
        edit({ WhoId: '003000000000009AAA' });
        sync.submit(CALL, told({}, { picked: picked({ WhoId: EDNA }) }));
        await clock.pass(1_000);
        expect(onlyTask().WhoId).toBe(EDNA);
    });

    it('that was saved and then changed on the Task by hand stays as it was changed', async () => {
        const { clock, open, edit, onlyTask } = createTestEngine();
        const first = open();
        first.submit(CALL, told({}, { picked: picked({ WhoId: EDNA }) }));
        await clock.pass(15_000);
        first.close();
        edit({ WhoId: OTTO });
        const again = open();
        again.submit(CALL, told({ Wrap__c: 'Sold' }, { picked: picked({ WhoId: EDNA }) }));
        await clock.pass(1_000);
        expect(onlyTask()).toMatchObject({ WhoId: OTTO, Wrap__c: 'Sold' });
    });

    it('that goes back to what is on its way, after somebody changed the Task, is the one that stays', async () => {
        const { clock, open, edit, onlyTask, tasks } = createTestEngine();
        const sync = open();
        jest.mocked(executeMutation).mockImplementationOnce(async (mutation) => {
            const made = await tasks.mutate(mutation);
            edit({ WhoId: '003000000000009AAA' });
            sync.submit(CALL, told({}, { picked: picked({ WhoId: OTTO }, 2) }));
            sync.submit(CALL, told({}, { picked: picked({ WhoId: EDNA }, 3) }));
            return made;
        });
        sync.submit(CALL, told({}, { picked: picked({ WhoId: EDNA }, 1) }));
        await clock.pass(1_000);
        await clock.pass(1_000);
        expect(onlyTask().WhoId).toBe(EDNA);
        expect(sync.state(CALL)).toMatchObject({ pending: false, unsaved: [] });
    });

    it('of a lead clears a Related To that the Task has', async () => {
        const { clock, open, onlyTask, phoneLogs } = createTestEngine(FOLLOW);
        phoneLogs({ WhatId: '500000000000001AAA' });
        open().submit(CALL, told({}, { picked: picked({ WhoId: '00Q000000000001AAA' }) }));
        await clock.pass(1_000);
        expect(onlyTask()).toMatchObject({ WhoId: '00Q000000000001AAA', WhatId: null });
    });

    it('of a Related To beside a lead is left out and named: the platform takes none', async () => {
        const { clock, open, onlyTask, phoneLogs } = createTestEngine(FOLLOW);
        phoneLogs({ WhoId: '00Q000000000001AAA' });
        const sync = open();
        sync.submit(CALL, told({ Queue__c: 'Sales' }, { picked: picked({ WhatId: '500000000000001AAA' }) }));
        await clock.pass(1_000);
        expect(onlyTask()).not.toHaveProperty('WhatId');
        expect(onlyTask().Queue__c).toBe('Sales');
        expect(sync.state(CALL)?.unsaved).toEqual([
            { field: 'WhatId', code: 'refused', reason: 'FIELD_INTEGRITY_EXCEPTION' }
        ]);
    });
});

it('the digests of another user are never read', async () => {
    const { clock, storage, open } = createTestEngine();
    const sync = open();
    sync.submit(CALL, told({ Queue__c: 'Sales' }));
    await clock.pass(1_000);
    expect([...storage.entries.keys()].every((name) => name.startsWith(`switchboard:acme:${ADA}:`))).toBe(true);
});
