import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { createModelOrg } from './org/modelOrg.ts';
import type { ModelOrg } from './org/modelOrg.ts';
import { DRAWN_AS, NOT_DRAWN, PROFILE_QUESTIONS, USUAL_PROFILE } from './org/profile.ts';
import type { ModelProfile } from './org/profile.ts';
import type { RecordAsked } from './org/recordApi.ts';
import { Refusal } from './org/taskTable.ts';

const project = (file: string): string => readFileSync(path.resolve(import.meta.dirname, '../..', file), 'utf8');
const documented = JSON.parse(project('config/org-profiles/documented.json')) as {
    id: string;
    allowed: string[];
}[];

function orgWith(answers: Partial<ModelProfile>): ModelOrg {
    return createModelOrg({ ...USUAL_PROFILE, ...answers }, () => 0);
}

function asked(more: Partial<RecordAsked> = {}): RecordAsked {
    return { change: 'create', id: '', fields: { Subject: 'Call' }, user: 'agent', request: 1, ...more };
}

function created(org: ModelOrg): string {
    return (org.change(asked()).body as { id: string }).id;
}

const CREATE = 'mutation { uiapi { TaskCreate(input: { Task: { Subject: "Call" } }) { Record { Id } } } }';

test('a developer finds each open question of an org among those that schedules draw, or the reason why it is not', () => {
    for (const { id, allowed } of documented) {
        const drawn = (PROFILE_QUESTIONS as Readonly<Record<string, readonly string[]>>)[id];
        const left = allowed.filter((answer) => Object.hasOwn(NOT_DRAWN, `${id}=${answer}`));
        if (drawn !== undefined) assert.deepEqual([...drawn, ...left].sort(), [...allowed].sort(), id);
        const places = [drawn, DRAWN_AS[id], NOT_DRAWN[id], NOT_DRAWN[id.replace(/-.*/, '-*')]].filter(
            (one) => one !== undefined
        );
        assert.equal(places.length, 1, id);
    }
});

test('a developer reads in the documentation which questions are not drawn', () => {
    const docs = project('docs/developers.md');
    for (const [id, why] of Object.entries(NOT_DRAWN)) {
        const [question, answer] = id.split('=');
        const known = documented.find((one) => [one.id, one.id.replace(/-.*/, '-*')].includes(question ?? ''))?.allowed;
        assert.ok(answer === undefined ? known : known?.includes(answer), `${id} is no question of an org`);
        assert.ok(docs.includes(`- \`${id}\`: ${why}`), id);
    }
});

test('an org takes Tasks by one way and knows none by the other', () => {
    for (const route of PROFILE_QUESTIONS['task-write-route']) {
        const org = orgWith({ 'task-write-route': route });
        const { errors } = org.mutate({ query: CREATE, variables: {}, user: 'agent', request: 1 });
        const { ok } = org.change(asked({ request: 2 }));
        assert.deepEqual([errors.length === 0, ok], [route === 'graphql', route === 'recordApi']);
        assert.deepEqual(
            org.tasks.log.map(({ request }) => request),
            [route === 'graphql' ? 1 : 2]
        );
        assert.deepEqual([...org.unknown], route === 'graphql' ? [] : [1]);
    }
});

test('the record API names a field that the agent may not write, however GraphQL would tell it', () => {
    for (const told of PROFILE_QUESTIONS['forbidden-field-error']) {
        const org = orgWith({
            'task-write-route': 'recordApi',
            'forbidden-fields': 'queue',
            'forbidden-field-error': told
        });
        const { ok, body } = org.change(asked({ fields: { Subject: 'Call', Queue__c: 'Sales' } }));
        assert.equal(ok, false);
        assert.match(JSON.stringify(body), /"Queue__c":\[\{"errorCode":"INVALID_FIELD_FOR_INSERT_UPDATE"/);
    }
});

test('what refuses the next save refuses it by the way that the org takes', () => {
    const org = orgWith({ 'task-write-route': 'recordApi' });
    org.refuseNext(new Refusal('UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access to this record'));
    org.mutate({ query: CREATE, variables: {}, user: 'agent', request: 1 });
    const refused = org.change(asked({ request: 2 }));
    assert.match(JSON.stringify(refused.body), /"errors":\[\{"errorCode":"UNABLE_TO_LOCK_ROW"/);
    assert.deepEqual([...org.refused], [2]);
    assert.equal(org.change(asked({ request: 3 })).ok, true);
});

test('the record API changes and deletes only Tasks that are there, and changes only those of the agent', () => {
    const org = orgWith({ 'task-write-route': 'recordApi' });
    const id = created(org);
    assert.equal(org.change(asked({ change: 'update', id, user: 'another' })).ok, false);
    assert.equal(org.change(asked({ change: 'update', id, fields: { Type: 'Call' } })).ok, true);
    assert.equal(org.change(asked({ change: 'delete', id })).status, 204);
    assert.equal(org.change(asked({ change: 'update', id })).status, 404);
});
