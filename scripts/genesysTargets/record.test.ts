import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { KINDS } from './kinds.ts';
import { developerName, recordXml, typeOf } from './record.ts';
import type { Target } from './rows.ts';

const OBJECTS = path.resolve(import.meta.dirname, '../../force-app/agent-panel/objects');
const CLAIMS: Target = {
    line: 2,
    kind: 'Queue',
    name: 'Claims',
    address: '3b1c7f0e-52a6-4d0b-9e0f-6a1b8f3f7c02',
    pinned: true,
    order: 5,
    active: true
};
const never = (): boolean => false;
const always = (): boolean => true;

describe("a record's developer name", () => {
    it('is readable', () => {
        assert.equal(developerName({ ...CLAIMS, name: 'Réclamations (FR)' }, never), 'Queue_Reclamations_FR');
    });

    it('is the same in every run, also where two targets have one name', () => {
        const first = developerName(CLAIMS, always);
        assert.match(first, /^Queue_Claims_[0-9a-f]{8}$/);
        assert.equal(developerName(CLAIMS, always), first);
        assert.notEqual(developerName({ ...CLAIMS, address: 'other' }, always), first);
    });

    it('is one that Salesforce takes, whatever the name', () => {
        const kind = fc.constantFrom(...KINDS);
        fc.assert(
            fc.property(kind, fc.string({ unit: 'grapheme', maxLength: 40 }), fc.boolean(), (one, name, taken) => {
                const made = developerName({ ...CLAIMS, kind: one, name }, () => taken);
                assert.match(made, /^[A-Za-z](?:_?[A-Za-z0-9])*$/);
                assert.ok(made.length <= 40, made);
            })
        );
    });
});

describe('a record', () => {
    it('is XML that says what the row said, whatever the name and address', () => {
        const text = fc
            .string({ unit: 'grapheme' })
            .filter((one) => one.trim() === one && !/\p{Cc}/u.test(one) && one !== '');
        fc.assert(
            fc.property(text, text, (name, address) => {
                const xml = recordXml({ ...CLAIMS, kind: 'Flow', name, address });
                assert.equal(XMLValidator.validate(xml), true);
                const { CustomMetadata } = new XMLParser({ parseTagValue: false }).parse(xml) as {
                    CustomMetadata: { label: string; values: { field: string; value: string }[] };
                };
                assert.equal(CustomMetadata.label, name);
                assert.equal(CustomMetadata.values.find(({ field }) => field === 'Address__c')?.value, address);
            })
        );
    });

    for (const kind of ['Queue', 'Status'] as const) {
        it(`of a ${kind} fills every field of its type and no other`, () => {
            const target = { ...CLAIMS, kind };
            const fields = [...recordXml(target).matchAll(/<field>(\w+)<\/field>/g)].map(([, field]) => field);
            const folder = path.join(OBJECTS, `${typeOf(target)}__mdt`, 'fields');
            const expected = readdirSync(folder).map((file) => file.split('.')[0]);
            assert.deepEqual(fields.sort(), expected.sort());
        });
    }

    it('has a kind that the field takes', () => {
        const field = path.join(OBJECTS, 'Switchboard_Transfer_Target__mdt/fields/Kind__c.field-meta.xml');
        const allowed = [...readFileSync(field, 'utf8').matchAll(/<fullName>([^<]+)<\/fullName>/g)].map(
            ([, name]) => name
        );
        assert.deepEqual(
            KINDS.filter((kind) => kind !== 'Status' && !allowed.includes(kind)),
            []
        );
    });
});
