import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FieldType, OrgField } from '../schema/objectTypes.ts';
import { storedValue } from './fieldValues.ts';

function field(type: FieldType, more: Partial<OrgField> = {}): OrgField {
    return { name: 'Any__c', label: 'Any', type, ...more } as OrgField;
}

const LANGUAGES = ['English', 'Spanish', 'Thai'].map((value) => ({ value, label: value, default: false }));

test('an email is kept in small letters', () => {
    assert.equal(storedValue(field('Email'), 'Edna.Frank@Example.com'), 'edna.frank@example.com');
});

for (const [given, kept] of [
    ['Thai;English', 'English;Thai'],
    ['Spanish; English;Spanish', 'English;Spanish'],
    ['Latin;Thai', 'Thai;Latin'],
    [';', null]
] as const) {
    test(`the choices ${JSON.stringify(given)} are kept as ${JSON.stringify(kept)}, in the order of the admin's list`, () => {
        assert.equal(storedValue(field('MultiPicklist', { values: LANGUAGES }), given), kept);
    });
}

test('a choice outside a restricted list is refused, wherever it stands', () => {
    const several = field('MultiPicklist', { values: LANGUAGES, restricted: true });
    assert.throws(() => storedValue(several, 'English;Latin'), /restricted picklist/);
});

test('a number keeps all the decimals that it was written with', () => {
    assert.equal(storedValue(field('Double', { precision: 6, scale: 1 }), 3.25), 3.25);
});
