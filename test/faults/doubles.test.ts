import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doubled, notMerged } from './doubles.ts';
import { evidenceWith } from './evidenceWith.ts';
import type { Case } from './handlingCase.ts';
import { USUAL_PROFILE } from './org/profile.ts';
import type { ModelProfile } from './org/profile.ts';
import { createTaskTable } from './org/taskTable.ts';
import { createHandling } from './truth.ts';

const WHO = { by: 'page', user: 'agent' } as const;

/** Tab 1 saw both Tasks of a call that was connected then; `profile`: beside what lets a page make two. */
function judged(
    connectedTime: number,
    openTabs: readonly string[],
    given: Partial<ModelProfile> = {},
    told: readonly (readonly [key: string, double: 'first' | 'second'])[] = [],
    nextAt?: number
): string[] {
    const profile: ModelProfile = { ...USUAL_PROFILE, 'unique-key': 'absent', 'web-locks': 'missing', ...given };
    const table = createTaskTable(profile, () => 5_400);
    const ids = ['first', 'second'].map((Subject) => table.create({ Subject }, WHO));
    const shown = new Map(
        told.map(([key, double]) => [key, { last: [{ doubles: [ids[double === 'first' ? 0 : 1]] }] }])
    );
    const look = { at: 6_000, heardAt: 6_000, tab: { name: 'tab 1' }, about: ['call-1'], found: ids };
    const next = { ...createHandling('agent', 'call-1', 2), connectedTime: nextAt };
    const lists = { flights: [], lookUps: [look], handlings: [next], openTabs, shown, causes: new Set() };
    const one = {
        evidence: evidenceWith({ profile, ...lists }),
        handling: { ...createHandling('agent', 'call-1', 1), connectedTime },
        shown: { last: [{ taskId: ids[0] }] } as unknown as Case['shown'],
        rows: table.rows(),
        log: table.log
    };
    return doubled(one, table.log);
}

test('an agent who is not told of two Tasks is found out, where one was made since the connection', () => {
    assert.equal(judged(6_000, ['tab 1']).length, 1);
    assert.equal(judged(6_001, ['tab 1']).length, 0);
});

test('an agent is told of two Tasks unless the second was made in the 30 seconds before the next part', () => {
    assert.equal(judged(6_000, ['tab 1'], {}, [], 8_000).length, 0);
    assert.equal(judged(6_000, ['tab 1'], {}, [], 6_000).length, 1);
    assert.equal(judged(6_000, ['tab 1'], {}, [], 36_000).length, 1);
});

test('an agent is told of two Tasks also where the second is shown as a double of the next part, not of another call', () => {
    assert.equal(judged(6_000, ['tab 1'], {}, [['call-1:agent:part 2', 'second']]).length, 0);
    assert.equal(judged(6_000, ['tab 1'], {}, [['call-10:agent:part 1', 'second']]).length, 1);
});

test('an agent is not told of two Tasks that only a tab saw which sleeps on, where the browser keeps nothing', () => {
    assert.equal(judged(6_000, ['tab 2']).length, 1);
    assert.equal(judged(6_000, ['tab 2'], { 'browser-storage': 'disabled' }).length, 0);
    assert.equal(judged(6_000, ['tab 1'], { 'browser-storage': 'disabled' }).length, 1);
});

test('an agent who is told that the Task was deleted is told of the others after Try again, or by a page that shows one', () => {
    const table = createTaskTable({ ...USUAL_PROFILE, 'unique-key': 'absent', 'web-locks': 'missing' }, () => 5_400);
    const [gone = '', first = '', second = ''] = [1, 2, 3].map(() => table.create({ CallObject: 'call-1' }, WHO));
    table.remove(gone, { by: 'person', user: 'agent' });
    const untold = (retried: boolean, last: readonly unknown[]): number => {
        const look = { at: 6_000, heardAt: 6_000, tab: { name: 'tab 1' }, about: ['call-1'], found: [first, second] };
        const seen = { lookUps: [look], openTabs: ['tab 1'], shown: new Map(), causes: new Set() };
        const profile: ModelProfile = { ...USUAL_PROFILE, 'unique-key': 'absent', 'web-locks': 'missing' };
        const one = {
            evidence: evidenceWith({
                profile,
                retried,
                rows: table.rows(),
                flights: [],
                handlings: [],
                ...seen
            }),
            handling: { ...createHandling('agent', 'call-1', 1), connectedTime: 6_000 },
            shown: { last } as unknown as Case['shown'],
            rows: table.rows(),
            log: table.log
        };
        return doubled(one, table.log).length;
    };
    const deleted = (taskId: string): unknown => ({ phase: 'notSaved', failure: 'taskDeleted', taskId });
    const saved = { phase: 'saved', taskId: first };
    assert.deepEqual([untold(false, [deleted(gone)]), untold(true, [deleted(gone)])], [0, 1]);
    assert.deepEqual([untold(false, [deleted(first)]), untold(false, [deleted(gone), saved])], [1, 1]);
});

test('two Tasks are one for each part where a page shows one as the next part’s, and the phone’s may be of either', () => {
    const judgedWith = (
        key: ModelProfile['unique-key'],
        begun: number,
        showsAsNext: boolean,
        who: typeof WHO | { readonly by: 'phone'; readonly user: string } = { by: 'phone', user: 'agent' }
    ): number => {
        const profile: ModelProfile = { ...USUAL_PROFILE, 'unique-key': key, 'web-locks': 'missing' };
        const table = createTaskTable(profile, () => 6_400);
        const phones = table.create({ CallObject: 'call-1' }, who);
        const ours = table.create({ CallObject: 'call-1' }, WHO);
        const next = { ...createHandling('agent', 'call-1', 2), endedAt: begun };
        const shown = { last: [{ taskId: ours }] } as unknown as Case['shown'];
        const others = showsAsNext ? [['call-1:agent:missed', { last: [{ taskId: phones }] }] as const] : [];
        const look = { at: 7_000, heardAt: 7_000, tab: { name: 'tab 1' }, about: ['call-1'], found: [phones, ours] };
        const seen = { flights: [], lookUps: [look], openTabs: ['tab 1'], causes: new Set(), handlings: [next] };
        const one = {
            evidence: evidenceWith({ profile, ...seen, shown: new Map(others) }),
            handling: { ...createHandling('agent', 'call-1', 1), connectedTime: 6_000 },
            shown,
            rows: table.rows(),
            log: table.log
        };
        return doubled(
            one,
            table.log.filter(({ by }) => by === 'page')
        ).length;
    };
    assert.equal(judgedWith('absent', 6_200, true), 0);
    assert.deepEqual([judgedWith('absent', 6_200, true, WHO), judgedWith('absent', 6_200, false, WHO)], [0, 1]);
    assert.deepEqual(
        [judgedWith('absent', 6_200, false), judgedWith('absent', 36_401, true), judgedWith('accepted', 6_200, true)],
        [1, 1, 1]
    );
});

test('an agent who wants doubles merged is told that they were deleted only where none of them is there', () => {
    const table = createTaskTable(USUAL_PROFILE, () => 5_400);
    const [shown = '', another = ''] = [1, 2].map(() => table.create({ CallObject: 'call-1' }, WHO));
    const wrong = (task: string): string[] => {
        const merges = [{ conversation: 'call-1', tasks: [task], answer: 'deleted' }];
        return notMerged(evidenceWith({ profile: USUAL_PROFILE, merges, rows: table.rows() }));
    };
    assert.equal(wrong(shown).length, 1);
    table.remove(shown, WHO);
    assert.deepEqual([wrong(shown).length, wrong(another).length], [0, 1]);
});

test("an agent's page that made a Task beside the phone's is found out only where it was told of that one first", () => {
    const tab = { name: 'tab 1', device: 0, sleeps: [], endedAt: Number.POSITIVE_INFINITY };
    const madeBeside = (heardAt: number): string[] => {
        let now = 5_400;
        const table = createTaskTable(USUAL_PROFILE, () => now);
        const phones = table.create({ CallObject: 'call-1' }, { by: 'phone', user: 'agent' });
        now = 6_000;
        const ours = table.create({ CallObject: 'call-1' }, { ...WHO, request: 1 });
        const look = { askedAt: 5_000, at: 5_500, heardAt, tab, about: ['call-1'], found: [phones] };
        const flight = { request: 1, tab, target: 'call-1', sentAt: 5_900, overAt: 6_100, lost: false, failed: false };
        const one = {
            evidence: evidenceWith({
                profile: { ...USUAL_PROFILE, 'unique-key': 'absent' },
                flights: [flight],
                lookUps: [look],
                handlings: [],
                shown: new Map([['call-1:agent:part 1', { last: [{ taskId: ours, doubles: [phones] }] }]])
            }),
            handling: { ...createHandling('agent', 'call-1', 1), connectedTime: 5_000 },
            shown: { last: [{ taskId: ours, doubles: [phones] }] } as unknown as Case['shown'],
            rows: table.rows(),
            log: table.log
        };
        return doubled(
            one,
            table.log.filter(({ by }) => by === 'page')
        );
    };
    const found = ["agent call-1 part 1: has 2 Tasks although the phone's was there first"];
    assert.deepEqual(madeBeside(5_800), found);
    assert.deepEqual(madeBeside(Number.POSITIVE_INFINITY), []);
    assert.deepEqual(madeBeside(5_950), []);
});
