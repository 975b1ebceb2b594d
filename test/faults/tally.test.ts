import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evidenceWith } from './evidenceWith.ts';
import { verdictOn } from './oracle.ts';
import { USUAL_PROFILE } from './org/profile.ts';
import { createTaskTable } from './org/taskTable.ts';
import { count, sumOf, told } from './tally.ts';
import type { Rule, Tally } from './tally.ts';
import { createHandling, keyOf, tell } from './truth.ts';

const CONNECTED_AT = Date.parse('2026-01-15T09:00:00.000Z');

/** The page wrote the score; what the Task says in the end is another thing. */
function scoreJudged(says: number, { named = false, person = false, older = false } = {}): readonly Rule[] {
    const table = createTaskTable(USUAL_PROFILE, () => CONNECTED_AT);
    const handling = createHandling('agent', 'call-1', 1);
    handling.connectedTime = CONNECTED_AT;
    for (const score of [4, 5]) tell(handling, 'Score__c', score, true);
    const key = keyOf(handling);
    const values = { SwitchboardKey__c: key, CallObject: 'call-1', Score__c: says };
    const task = table.create(values, { by: 'page', user: 'agent', request: 1 });
    if (person) table.update(task, { Score__c: says }, { by: 'person', user: 'somebody' });
    const unsaved = new Set(named ? ['Score__c'] : []);
    const evidence = {
        profile: USUAL_PROFILE,
        handlings: [handling],
        rows: table.rows(),
        log: table.log,
        shown: new Map([[key, { unsaved, doubles: new Set(), last: [], lastUnsaved: unsaved }]]),
        outOfStep: older,
        ...Object.fromEntries(
            ['flights', 'lookUps', 'errors', 'leaks', 'unheeded', 'undrawn', 'merges', 'asks', 'openTabs'].map(
                (name) => [name, []]
            )
        ),
        forgotten: new Set(),
        causes: new Set(),
        grantedAt: 0,
        pages: 1
    };
    return verdictOn(evidenceWith(evidence)).by;
}

test('a developer sees how each field of a Task was judged, or why it was let pass', () => {
    assert.deepEqual(scoreJudged(5), ['fieldByField', 'equal']);
    assert.deepEqual(scoreJudged(6), ['fieldByField', 'different']);
    assert.deepEqual(scoreJudged(6, { named: true }), ['fieldByField', 'named']);
    assert.deepEqual(scoreJudged(6, { person: true }), ['fieldByField', 'person']);
    assert.deepEqual(scoreJudged(4, { older: true }), ['fieldByField', 'older']);
});

test('a developer who reads what was counted finds each rule under what it is about', () => {
    const tally: Tally = {};
    count(tally, { wrong: [], by: ['fieldByField', 'equal', 'equal', 'named', 'unheard', 'unheard', 'notWanted'] });
    assert.equal(sumOf(tally, 'handlings'), 3);
    assert.equal(sumOf(tally, 'fields judged'), 2);
    const lines = told(tally);
    for (const line of [
        'Of 3 handlings 2 were excused, as no page could know (66.7 %):',
        '          2  no page that could save it surely heard it',
        'Of 3 fields 1 were settled, as the agent was told or a person decided (33.3 %):',
        '          1  the agent is told that it is not saved'
    ]) {
        assert.ok(lines.includes(line), `${line}\nis not in\n${lines.join('\n')}`);
    }
});
