import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { operationNamed, OPERATIONS } from './operations.ts';

const params = OPERATIONS.flatMap((operation) => operation.params);
const count = <Value>(values: readonly Value[], one: Value): number => values.filter((value) => value === one).length;

test('a developer finds the 63 operations of the digital conversations, with 352 parameters', () => {
    assert.equal(OPERATIONS.length, 63);
    assert.equal(params.length, 352);
    const places = params.map((param) => param.in);
    assert.deepEqual([count(places, 'path'), count(places, 'query'), count(places, 'body')], [94, 21, 237]);
    assert.equal(params.filter(({ required }) => required).length, 134);
    const methods = OPERATIONS.map(({ method }) => method);
    assert.deepEqual(
        (['GET', 'POST', 'PATCH', 'PUT', 'DELETE'] as const).map((method) => count(methods, method)),
        [26, 25, 10, 1, 1]
    );
});

test('each operation has a name of its own, and names of other things find none', () => {
    assert.equal(new Set(OPERATIONS.map(({ name }) => name)).size, 63);
    assert.equal(operationNamed('get_email')?.path, '/api/v2/conversations/emails/{conversationId}');
    for (const name of ['constructor', '__proto__', 'toString', '', 'GET_EMAIL'])
        assert.equal(operationNamed(name), undefined);
});

describe('each row of the table', () => {
    for (const operation of OPERATIONS) {
        it(`${operation.name} is as the interface says`, () => {
            const { path, method, params: own, permissions, bodyModel, needsUserContext } = operation;
            assert.match(operation.name, /^(get|post|patch|put|delete)_[a-z_]+$/);
            assert.ok(operation.name.startsWith(`${method.toLowerCase()}_`));
            assert.match(path, /^\/api\/v2\/conversations\/[a-zA-Z{}/]+$/);
            const placed = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
            const ofPath = own.filter((param) => param.in === 'path');
            assert.deepEqual(ofPath.map(({ name }) => name).sort(), placed.toSorted());
            assert.ok(ofPath.every(({ required, type }) => required && type === 'string'));
            assert.equal(new Set(own.map(({ name }) => name)).size, own.length);
            for (const { type, items, description } of own) {
                assert.ok(['string', 'boolean', 'integer', 'array', 'object'].includes(type));
                assert.equal(items !== undefined, type === 'array');
                assert.ok(description.length > 0);
            }
            assert.ok(['none', 'any', 'all'].includes(permissions.mode));
            assert.equal(permissions.names.length === 0, permissions.mode === 'none');
            assert.ok(bodyModel !== undefined || own.every((param) => param.in !== 'body'));
            assert.ok(method !== 'GET' || bodyModel === undefined);
            assert.ok(needsUserContext === undefined || typeof needsUserContext === 'boolean');
            const { removedUpstream = [], apiOnlyParams = [] } = operation;
            assert.ok(removedUpstream.every((name) => own.some((param) => param.name === name)));
            assert.ok(apiOnlyParams.every(({ name }) => own.every((param) => param.name !== name)));
        });
    }
});
