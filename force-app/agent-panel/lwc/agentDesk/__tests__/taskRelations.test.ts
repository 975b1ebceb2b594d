import type { Interaction } from 'c/interactions';
import type { TaskSetup } from 'c/orgReader';
import type { Clock } from 'c/taskSync';
import { createMemoryStorage } from '../../../../../test/ports/memoryStorage.ts';
import { createTestClock } from '../../../../../test/ports/testClock.ts';
import { interaction } from '../../../../../test/fakes/agentDesk.ts';
import { createKeptPicks } from '../keptPicks.ts';
import { pickedFields } from './pickedFields.ts';
import { createTaskRelations } from '../taskRelations.ts';
import type { TaskRelations } from '../taskRelations.ts';
import type { PageRecord } from '../types.ts';

const EDNA: PageRecord = { id: '003000000000001AAA', objectApiName: 'Contact' };
const TOM: PageRecord = { id: '003000000000002AAA', objectApiName: 'Contact' };
const LEO: PageRecord = { id: '00Q000000000001AAA', objectApiName: 'Lead' };
const ACME: PageRecord = { id: '001000000000001AAA', objectApiName: 'Account' };
const CASE: PageRecord = { id: '500000000000001AAA', objectApiName: 'Case' };
const USER: PageRecord = { id: '005000000000009AAA', objectApiName: 'User' };

const LIVE = interaction({ state: 'connected', connectedTime: '2026-11-20T10:00:00.000Z' });
const ENDED = { ...LIVE, state: 'disconnected', connected: false, disconnected: true } as const;
const DONE = { ...ENDED, done: true } as const;

interface Desk {
    readonly relations: TaskRelations;
    interactions: readonly Interaction[];
    caller: PageRecord | undefined;
    madeByUs: boolean;
    mode: 'own' | 'follow' | 'phone';
    /** Objects that the org says a Task may be related to. */
    relatedTo: readonly string[] | undefined;
    /** Names that the org tells; null for a record that is gone. */
    readonly names: Record<string, PageRecord | null>;
    readonly asked: string[];
    changes: number;
}

const SETTINGS = { when: 'eachStep', logMissed: false, coalesceMs: 0, followSeconds: 0 } as const;

function setUp(storage = createMemoryStorage(), clock: Clock = createTestClock()): Desk {
    let setup: TaskSetup | undefined;
    let by = '';
    const desk: Desk = {
        relations: createTaskRelations({
            interactions: () => desk.interactions,
            callerOf: () => desk.caller,
            madeByUs: () => desk.madeByUs,
            keyOf: ({ connectedTime, id }) =>
                connectedTime === undefined
                    ? undefined
                    : { id: `${id}:${connectedTime}`, conversationId: id, userId: 'u', connectedTime },
            setup() {
                const { mode, relatedTo } = desk;
                if (setup === undefined || by !== `${mode}${relatedTo?.join()}`) {
                    by = `${mode}${relatedTo?.join()}`;
                    setup = {
                        settings: { mode, ...SETTINGS },
                        fields: relatedTo && { WhatId: { name: 'WhatId', referenceTo: relatedTo } }
                    } as unknown as TaskSetup;
                }
                return setup;
            },
            lookUp(record) {
                desk.asked.push(record.id);
                const found = desk.names[record.id];
                if (found === undefined) return Promise.reject(new Error('offline'));
                return Promise.resolve(found === null ? undefined : { ...found, phones: [] });
            },
            picks: createKeptPicks(storage, clock, 'acme', 'u'),
            clock,
            onChange: () => (desk.changes += 1)
        }),
        interactions: [LIVE],
        caller: undefined,
        madeByUs: false,
        mode: 'own',
        relatedTo: undefined,
        names: {},
        asked: [],
        changes: 0
    };
    return desk;
}

function ids(desk: Desk, relation: 'name' | 'relatedTo', one: Interaction = LIVE): readonly string[] {
    return desk.relations.of(one)?.[relation].choices.map(({ id }) => id) ?? [];
}

describe('which records the agent is offered', () => {
    it('the agent is offered the record that was open when the call came', () => {
        const desk = setUp();
        desk.interactions = [];
        desk.relations.open([EDNA]);
        desk.interactions = [LIVE];
        desk.relations.notice(LIVE);
        expect(ids(desk, 'name')).toEqual([EDNA.id]);
    });

    it('the agent is offered the records of pages opened during the call, newest first', () => {
        const desk = setUp();
        desk.relations.open([EDNA]);
        desk.relations.open([ACME]);
        desk.relations.open([TOM]);
        expect(ids(desk, 'name')).toEqual([TOM.id, EDNA.id]);
        expect(ids(desk, 'relatedTo')).toEqual([ACME.id]);
    });

    it('the agent is offered the records of other tabs of a console', () => {
        const desk = setUp();
        desk.relations.open([CASE, EDNA]);
        expect([ids(desk, 'name'), ids(desk, 'relatedTo')]).toEqual([[EDNA.id], [CASE.id]]);
    });

    it('the agent may still choose a page that was opened while the wrap-up is open', () => {
        const desk = setUp();
        desk.interactions = [ENDED];
        desk.relations.open([CASE]);
        expect(ids(desk, 'relatedTo', ENDED)).toEqual([CASE.id]);
    });

    it('a page that was opened after the wrap-up is not offered', () => {
        const desk = setUp();
        desk.interactions = [DONE];
        expect(desk.relations.open([CASE])).toBe(false);
        expect(ids(desk, 'relatedTo', DONE)).toEqual([]);
    });

    it('a page that the agent left before the call is not offered', () => {
        const desk = setUp();
        desk.interactions = [];
        desk.relations.open([EDNA]);
        desk.relations.open([]);
        desk.interactions = [LIVE];
        desk.relations.notice(LIVE);
        expect(ids(desk, 'name')).toEqual([]);
    });

    it('a call that is not connected yet has no Task to speak of', () => {
        const desk = setUp();
        expect(desk.relations.of(interaction())).toBeUndefined();
    });

    it('a user, a Task or an event is never offered', () => {
        const desk = setUp();
        desk.relations.open([USER, { id: '00T000000000001AAA', objectApiName: 'Task' }]);
        expect([...ids(desk, 'name'), ...ids(desk, 'relatedTo')]).toEqual([]);
    });

    it('only objects are offered that the org allows activities for, where it tells', () => {
        const desk = setUp();
        desk.relatedTo = ['Account'];
        desk.relations.open([CASE, ACME]);
        expect(ids(desk, 'relatedTo')).toEqual([ACME.id]);
    });

    it('a person account is offered as Name by its contact and as Related To by itself', async () => {
        const desk = setUp();
        desk.names[ACME.id] = { ...ACME, name: 'Pia Person', personContactId: TOM.id };
        desk.relations.open([ACME]);
        await Promise.resolve();
        expect(desk.relations.of(LIVE)?.name.choices).toEqual([
            { id: TOM.id, objectApiName: 'Contact', name: 'Pia Person' }
        ]);
        expect(ids(desk, 'relatedTo')).toEqual([ACME.id]);
    });

    it('a person account and its contact are one Name', async () => {
        const desk = setUp();
        desk.names[ACME.id] = { ...ACME, name: 'Pia Person', personContactId: TOM.id };
        desk.names[TOM.id] = { ...TOM, name: 'Pia Person', accountName: 'Pia Person' };
        desk.relations.open([ACME]);
        desk.relations.open([TOM]);
        await Promise.resolve();
        expect(ids(desk, 'name')).toEqual([TOM.id]);
    });

    it('at most twenty records are offered, the newest', () => {
        const desk = setUp();
        for (let place = 10; place < 40; place += 1) {
            desk.relations.open([{ id: `5000000000000${place}AAA`, objectApiName: 'Case' }]);
        }
        expect(ids(desk, 'relatedTo')).toHaveLength(20);
        expect(ids(desk, 'relatedTo')[0]).toBe('500000000000039AAA');
    });

    it('the name of a record is asked for once', async () => {
        const desk = setUp();
        desk.names[CASE.id] = { ...CASE, name: '00001026' };
        desk.relations.open([CASE]);
        await Promise.resolve();
        desk.relations.open([EDNA]);
        desk.relations.open([CASE]);
        expect(desk.asked.filter((id) => id === CASE.id)).toHaveLength(1);
        expect(desk.relations.of(LIVE)?.relatedTo.choices[0]).toMatchObject({ name: '00001026' });
        expect(desk.changes).toBe(1);
    });

    it('no name is asked for while there is no call', () => {
        const desk = setUp();
        desk.interactions = [];
        desk.relations.open([CASE]);
        expect(desk.asked).toEqual([]);
    });

    it('a record that cannot be asked about is offered without a name', async () => {
        const desk = setUp();
        desk.relations.open([CASE]);
        await Promise.resolve();
        expect(desk.relations.of(LIVE)?.relatedTo.choices).toEqual([CASE]);
    });

    it('a record that is gone is not offered', async () => {
        const desk = setUp();
        desk.names[CASE.id] = null;
        desk.relations.open([CASE]);
        await Promise.resolve();
        expect(ids(desk, 'relatedTo')).toEqual([]);
    });

    it('what nothing changed is the same object, so that its card is not drawn anew', () => {
        const desk = setUp();
        desk.relations.open([EDNA]);
        expect(desk.relations.of(LIVE)).toBe(desk.relations.of(LIVE));
    });
});

describe('what the Task names', () => {
    it('a recognised caller is chosen until the agent picks', () => {
        const desk = setUp();
        desk.caller = EDNA;
        desk.relations.open([TOM]);
        expect(desk.relations.of(LIVE)?.name).toMatchObject({ chosen: EDNA.id, by: 'recognised' });
        expect(pickedFields(desk.relations, LIVE)).toEqual({});
        expect(desk.relations.pick(LIVE, 'name', TOM.id)).toBe(true);
        expect(desk.relations.of(LIVE)?.name).toMatchObject({ chosen: TOM.id, by: 'agent' });
        expect(pickedFields(desk.relations, LIVE)).toEqual({ WhoId: TOM.id });
    });

    it('somebody recognised later never takes the place of what the agent picked', () => {
        const desk = setUp();
        desk.relations.open([TOM]);
        desk.relations.pick(LIVE, 'name', TOM.id);
        desk.caller = EDNA;
        expect(desk.relations.of(LIVE)?.name.chosen).toBe(TOM.id);
        expect(pickedFields(desk.relations, LIVE)).toEqual({ WhoId: TOM.id });
    });

    it('the agent picks none, and the Task is to name nobody', () => {
        const desk = setUp();
        desk.caller = EDNA;
        desk.relations.pick(LIVE, 'name', undefined);
        expect(desk.relations.of(LIVE)?.name).not.toHaveProperty('chosen');
        expect(pickedFields(desk.relations, LIVE)).toEqual({ WhoId: null });
    });

    it('a lead as Name closes Related To and empties it', () => {
        const desk = setUp();
        desk.relations.open([LEO, ACME]);
        desk.relations.pick(LIVE, 'relatedTo', ACME.id);
        desk.relations.pick(LIVE, 'name', LEO.id);
        expect(desk.relations.of(LIVE)?.relatedTo).toMatchObject({ closed: 'leadHasNone' });
        expect(desk.relations.of(LIVE)?.relatedTo).not.toHaveProperty('chosen');
        expect(pickedFields(desk.relations, LIVE)).toEqual({ WhoId: LEO.id, WhatId: null });
        expect(desk.relations.pick(LIVE, 'relatedTo', ACME.id)).toBe(false);
    });

    it('another Name than the lead brings the picked Related To back', () => {
        const desk = setUp();
        desk.relations.open([LEO, EDNA, ACME]);
        desk.relations.pick(LIVE, 'relatedTo', ACME.id);
        desk.relations.pick(LIVE, 'name', LEO.id);
        desk.relations.pick(LIVE, 'name', EDNA.id);
        expect(pickedFields(desk.relations, LIVE)).toEqual({ WhoId: EDNA.id, WhatId: ACME.id });
        const { WhoId, WhatId } = desk.relations.pickedOf(LIVE);
        expect(WhatId?.at).toBe(WhoId?.at);
    });

    it('a second Name leaves the moment of the picked Related To as it was: somebody may have changed that since', () => {
        const desk = setUp();
        desk.relations.open([EDNA, TOM, ACME]);
        desk.relations.pick(LIVE, 'relatedTo', ACME.id);
        const before = desk.relations.pickedOf(LIVE).WhatId;
        desk.relations.pick(LIVE, 'name', EDNA.id);
        desk.relations.pick(LIVE, 'name', TOM.id);
        expect(desk.relations.pickedOf(LIVE).WhatId).toEqual(before);
    });

    it('a lead found by number gives way to the Related To that the agent picked before', () => {
        const desk = setUp();
        desk.relations.open([ACME]);
        desk.relations.pick(LIVE, 'relatedTo', ACME.id);
        desk.caller = LEO;
        expect(desk.relations.of(LIVE)?.relatedTo).toMatchObject({ chosen: ACME.id, by: 'agent' });
        expect(desk.relations.of(LIVE)?.name).not.toHaveProperty('chosen');
        expect(desk.relations.linkedCaller(LIVE)).toBeUndefined();
        expect(pickedFields(desk.relations, LIVE)).toEqual({ WhatId: ACME.id });
    });

    it('a contact found by number stands beside the Related To that the agent picked', () => {
        const desk = setUp();
        desk.relations.open([ACME]);
        desk.relations.pick(LIVE, 'relatedTo', ACME.id);
        desk.caller = EDNA;
        expect(desk.relations.of(LIVE)?.name).toMatchObject({ chosen: EDNA.id, by: 'recognised' });
        expect(desk.relations.linkedCaller(LIVE)).toBe(EDNA);
    });

    it('a recognised lead closes Related To as well', () => {
        const desk = setUp();
        desk.caller = LEO;
        desk.relations.open([ACME]);
        expect(desk.relations.of(LIVE)?.relatedTo.closed).toBe('leadHasNone');
    });

    it('a record that is not offered cannot be picked', () => {
        const desk = setUp();
        expect(desk.relations.pick(LIVE, 'name', TOM.id)).toBe(false);
        expect(pickedFields(desk.relations, LIVE)).toEqual({});
    });

    it('in follow mode the phone chooses until the agent does', () => {
        const desk = setUp();
        desk.mode = 'follow';
        desk.caller = EDNA;
        expect(desk.relations.of(LIVE)?.name).toEqual({ choices: [EDNA], by: 'phone' });
        desk.relations.pick(LIVE, 'name', EDNA.id);
        expect(desk.relations.of(LIVE)?.name).toMatchObject({ chosen: EDNA.id, by: 'agent' });
    });

    it('in follow mode a Task that we made names who was found by number', () => {
        const desk = setUp();
        desk.mode = 'follow';
        desk.caller = EDNA;
        desk.relations.of(LIVE);
        desk.madeByUs = true;
        expect(desk.relations.of(LIVE)?.name).toMatchObject({ chosen: EDNA.id, by: 'recognised' });
    });

    it('in phone mode nothing can be picked and nothing picked is saved', () => {
        const desk = setUp();
        desk.relations.open([EDNA]);
        desk.relations.pick(LIVE, 'name', EDNA.id);
        desk.mode = 'phone';
        expect(desk.relations.of(LIVE)?.name.closed).toBe('phoneWrites');
        expect(desk.relations.pick(LIVE, 'name', undefined)).toBe(false);
        expect(pickedFields(desk.relations, LIVE)).toEqual({});
    });

    it('the second part of a conversation begins without the picks of the first', () => {
        const desk = setUp();
        desk.relations.open([EDNA]);
        desk.relations.pick(LIVE, 'name', EDNA.id);
        const second = { ...LIVE, segment: 2, connectedTime: '2026-11-20T11:00:00.000Z' };
        expect(pickedFields(desk.relations, second)).toEqual({});
    });
});

describe('picks over a reload and in other tabs', () => {
    it('a pick survives a reload, and its name is asked for again', async () => {
        const storage = createMemoryStorage();
        const before = setUp(storage);
        before.relations.open([TOM]);
        before.relations.pick(LIVE, 'name', TOM.id);
        const after = setUp(storage);
        after.names[TOM.id] = { ...TOM, name: 'Tom Tester' };
        expect(pickedFields(after.relations, LIVE)).toEqual({ WhoId: TOM.id });
        await Promise.resolve();
        expect(after.relations.of(LIVE)?.name).toMatchObject({ chosen: TOM.id, by: 'agent' });
        expect(after.relations.of(LIVE)?.name.choices).toEqual([{ ...TOM, name: 'Tom Tester' }]);
    });

    it('none, picked before a reload, stays none', () => {
        const storage = createMemoryStorage();
        setUp(storage).relations.pick(LIVE, 'name', undefined);
        const after = setUp(storage);
        after.caller = EDNA;
        expect(pickedFields(after.relations, LIVE)).toEqual({ WhoId: null });
    });

    it('the newest pick of two tabs counts in both', async () => {
        const storage = createMemoryStorage();
        const clock = createTestClock();
        const [one, other] = [setUp(storage, clock), setUp(storage, clock)];
        one.relations.open([EDNA, TOM]);
        other.relations.open([EDNA, TOM]);
        one.relations.pick(LIVE, 'name', EDNA.id);
        await clock.pass(10);
        other.relations.pick(LIVE, 'name', TOM.id);
        expect(pickedFields(one.relations, LIVE)).toEqual({ WhoId: TOM.id });
        expect(one.relations.of(LIVE)?.name.chosen).toBe(TOM.id);
    });

    it.each([
        ['at the same moment', 0],
        ['after the clock was set back', -600_000]
    ])('a second pick %s counts in a tab that has seen the first', (_when, ms) => {
        const storage = createMemoryStorage();
        const clock = createTestClock();
        let offset = 0;
        const [one, other] = [setUp(storage, { ...clock, now: () => clock.now() + offset }), setUp(storage, clock)];
        one.relations.open([EDNA]);
        other.relations.open([EDNA]);
        one.relations.pick(LIVE, 'name', undefined);
        expect(pickedFields(other.relations, LIVE)).toEqual({ WhoId: null });
        offset = ms;
        one.relations.pick(LIVE, 'name', EDNA.id);
        expect(pickedFields(other.relations, LIVE)).toEqual({ WhoId: EDNA.id });
    });

    it('of a Name picked in one tab and a Related To picked in the other both count', () => {
        const storage = createMemoryStorage();
        const clock = createTestClock();
        const [one, other] = [setUp(storage, clock), setUp(storage, clock)];
        one.relations.open([EDNA]);
        other.relations.open([ACME]);
        one.relations.pick(LIVE, 'name', EDNA.id);
        other.relations.pick(LIVE, 'relatedTo', ACME.id);
        expect(pickedFields(one.relations, LIVE)).toEqual({ WhoId: EDNA.id, WhatId: ACME.id });
    });

    it('a pick among many open pages still has its name after a reload', async () => {
        const storage = createMemoryStorage();
        const before = setUp(storage);
        before.relations.open([TOM]);
        before.relations.pick(LIVE, 'name', TOM.id);
        const after = setUp(storage);
        after.names[TOM.id] = { ...TOM, name: 'Tom Tester' };
        after.relations.open(
            Array.from({ length: 25 }, (_, place) => ({ id: `5000000000000${place + 10}AAA`, objectApiName: 'Case' }))
        );
        after.relations.of(LIVE);
        await Promise.resolve();
        expect(after.relations.of(LIVE)?.name.choices).toEqual([{ ...TOM, name: 'Tom Tester' }]);
    });

    it('a browser that keeps nothing still saves the pick of this page', () => {
        const storage = createMemoryStorage();
        storage.full = true;
        const desk = setUp(storage);
        desk.relations.open([EDNA]);
        expect(desk.relations.pick(LIVE, 'name', EDNA.id)).toBe(true);
        expect(pickedFields(desk.relations, LIVE)).toEqual({ WhoId: EDNA.id });
    });

    it('no name of a person is kept in the browser', async () => {
        const storage = createMemoryStorage();
        const desk = setUp(storage);
        desk.names[EDNA.id] = { ...EDNA, name: 'Edna Frank' };
        desk.relations.open([EDNA]);
        await Promise.resolve();
        desk.relations.pick(LIVE, 'name', EDNA.id);
        expect(storage.keys().map((key) => storage.get(key))).toEqual([expect.stringContaining(EDNA.id)]);
        expect(storage.get(storage.keys()[0] ?? '')).not.toContain('Edna Frank');
    });
});
