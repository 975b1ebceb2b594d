import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evidenceWith } from './evidenceWith.ts';
import {
    isBroughtOver,
    isMergedAway,
    isMergedByStranger,
    isMergedWithStrangers,
    lostByMerging
} from './mergedTasks.ts';
import { createTaskTable } from './org/taskTable.ts';
import { ownerOf } from './owners.ts';
import { USUAL_PROFILE } from './org/profile.ts';
import type { ModelProfile } from './org/profile.ts';
import { createHandling } from './truth.ts';

const PAGE = { by: 'page', user: 'agent' } as const;

test("what an agent's page brings over from a double is told from what it writes by a rule", () => {
    const table = createTaskTable(USUAL_PROFILE, () => 0);
    const stays = table.create({ CallObject: 'call-1' }, PAGE);
    const double = table.create({ CallObject: 'call-1', Queue__c: 'Phone' }, { by: 'phone', user: 'agent' });
    table.update(stays, { Queue__c: 'Phone', Wrap__c: 'Sold' }, PAGE);
    const commits = (): boolean[] =>
        ['Queue__c', 'Wrap__c'].map((field) =>
            table.log.some((one) => one.id === stays && field in one.given && isBroughtOver(table, one, field))
        );
    assert.deepEqual(commits(), [false, false]);
    table.remove(double, PAGE);
    assert.deepEqual(commits(), [true, false]);
});

test('what a person puts on a double goes with it only where the page that merges had looked before', () => {
    const lostLookedAt = (at: number): string[] => {
        const tab = { device: 0 };
        const table = createTaskTable(USUAL_PROFILE, () => 20);
        table.create({ CallObject: 'call-1' }, PAGE);
        const double = table.create({ CallObject: 'call-1' }, { by: 'phone', user: 'agent' });
        table.update(double, { Queue__c: 'By hand' }, { by: 'person', user: 'a colleague' });
        table.remove(double, { ...PAGE, request: 1 });
        const flights = [{ request: 1, tab, sentAt: 35 }];
        const lookUps = [{ tab, at, heardAt: at, found: [double] }];
        return lostByMerging(evidenceWith({ log: table.log, profile: USUAL_PROFILE, flights, lookUps }));
    };
    assert.deepEqual(lostLookedAt(10), []);
    assert.deepEqual(lostLookedAt(30), ['Queue__c of the merged Task 00T000000000002AAA is on no other one']);
});

test('the Task that is to stay is gone too where a person deletes it after the page that merges had looked', () => {
    const lostLookedAt = (at: number): string[] => {
        const tab = { device: 0 };
        const table = createTaskTable(USUAL_PROFILE, () => 20);
        const stays = table.create({ CallObject: 'call-1' }, PAGE);
        const double = table.create({ CallObject: 'call-1' }, PAGE);
        table.remove(stays, { by: 'person', user: 'a colleague' });
        table.remove(double, { ...PAGE, request: 1 });
        const flights = [{ request: 1, tab, sentAt: 35 }];
        const lookUps = [{ tab, at, heardAt: at, found: [double] }];
        return lostByMerging(evidenceWith({ log: table.log, profile: USUAL_PROFILE, flights, lookUps }));
    };
    assert.deepEqual(lostLookedAt(10), []);
    assert.deepEqual(lostLookedAt(30), ['00T000000000002AAA was merged into no Task']);
});

test('an agent’s Task of one part may be merged away as a double of the next by a computer that never wrote to it', () => {
    const profile: ModelProfile = { ...USUAL_PROFILE, 'unique-key': 'absent' };
    const handlings = [1, 2].map((part) => createHandling('agent', 'call-1', part));
    const merged = (writer: number, parts = handlings): boolean => {
        const table = createTaskTable(profile, () => 0);
        const task = table.create({ CallObject: 'call-1' }, { ...PAGE, request: 1 });
        table.remove(task, { ...PAGE, request: 2 });
        const flights = [writer, 1].map((device, index) => ({ request: index + 1, tab: { device } }));
        const evidence = evidenceWith({ profile, handlings: parts, flights });
        return isMergedByStranger(evidence, parts[0] ?? createHandling('agent', 'call-1', 1), table.log);
    };
    assert.deepEqual([merged(0), merged(1), merged(0, handlings.slice(0, 1))], [true, false, false]);
});

test('an agent’s Task may say what it was given from another computer’s Task of another part, and nothing else of that part', () => {
    const parts = [1, 2].map((part) => ({ ...createHandling('agent', 'call-1', part), connectedTime: part * 1_000 }));
    const [first, second] = parts.map(
        ({ name }) =>
            (letter: string) =>
                `${letter}|${name}|1`
    );
    interface Merging {
        readonly maker?: number;
        readonly madeAt?: number;
        readonly merges?: boolean;
        readonly more?: string;
        readonly key?: ModelProfile['unique-key'];
    }
    const merged = ({ maker = 1, madeAt = 60_000, merges = true, more, key = 'absent' }: Merging = {}): boolean => {
        const profile: ModelProfile = { ...USUAL_PROFILE, 'unique-key': key };
        const table = createTaskTable(profile, () => madeAt);
        const stays = table.create({ CallObject: 'call-1', Queue__c: second?.('Q') ?? '' }, { ...PAGE, request: 1 });
        const double = table.create({ CallObject: 'call-1', Tier__c: first?.('T') ?? '' }, { ...PAGE, request: 2 });
        const brought = { Tier__c: first?.('T') ?? '', ...(more === undefined ? {} : { Wrap__c: more }) };
        table.update(stays, brought, { ...PAGE, request: 3 });
        if (merges) table.remove(double, { ...PAGE, request: 4 });
        const flights = [0, maker, 0, 0].map((device, index) => ({ request: index + 1, tab: { device } }));
        const evidence = evidenceWith({ profile, handlings: parts, flights, log: table.log });
        return isMergedWithStrangers(evidence, stays, new Set(parts.map(ownerOf)));
    };
    assert.equal(merged(), true);
    assert.equal(merged({ more: second?.('W') ?? '' }), true);
    assert.equal(merged({ more: first?.('W') ?? '' }), false);
    assert.equal(merged({ maker: 0 }), false);
    assert.equal(merged({ merges: false }), false);
    assert.equal(merged({ key: 'accepted' }), false);
    assert.equal(merged({ madeAt: -30_000 }), false);
});

test('an agent is told a Task as deleted which a tab merged that shares nothing with the one that made it', () => {
    const isShownAsDeleted = (browserStorage: 'works' | 'disabled'): boolean => {
        const profile = { ...USUAL_PROFILE, 'browser-storage': browserStorage };
        const table = createTaskTable(profile, () => 0);
        const id = table.create({ CallObject: 'call-1' }, { ...PAGE, request: 1 });
        table.remove(id, { ...PAGE, request: 2 });
        const flights = [1, 2].map((request) => ({ request, tab: { name: `tab ${request}`, device: 0 } }));
        return isMergedAway(evidenceWith({ profile, log: table.log, flights }), id);
    };
    assert.equal(isShownAsDeleted('disabled'), true);
    assert.equal(isShownAsDeleted('works'), false);
});
