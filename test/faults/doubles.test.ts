import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doubled } from './doubles.ts';
import type { Evidence } from './evidence.ts';
import type { Case } from './handlingCase.ts';
import { PROFILE_QUESTIONS, QUESTIONS } from './org/profile.ts';
import type { ModelProfile } from './org/profile.ts';
import { createTaskTable } from './org/taskTable.ts';
import { createHandling } from './truth.ts';

const USUAL = Object.fromEntries(QUESTIONS.map((id) => [id, PROFILE_QUESTIONS[id][0]])) as unknown as ModelProfile;
const WHO = { by: 'page', user: 'agent' } as const;

test('an agent who is not told of two Tasks is found out, where one was made since the connection', () => {
    const profile = { ...USUAL, 'unique-key': 'absent', 'web-locks': 'missing' } as const;
    const table = createTaskTable(profile, () => 5_400);
    const ids = ['first', 'second'].map((Subject) => table.create({ Subject }, WHO));
    const look = { at: 6_000, heardAt: 6_000, tab: { endedAt: Infinity }, about: ['call-1'], found: ids };
    const one = {
        evidence: { profile, flights: [], lookUps: [look] } as unknown as Evidence,
        shown: { last: [{ taskId: ids[0] }] } as unknown as Case['shown'],
        rows: table.rows(),
        log: table.log
    };
    const wrong = (connectedTime: number): string[] =>
        doubled({ ...one, handling: { ...createHandling('agent', 'call-1', 1), connectedTime } }, table.log);
    assert.equal(wrong(6_000).length, 1);
    assert.equal(wrong(6_001).length, 0);
});
