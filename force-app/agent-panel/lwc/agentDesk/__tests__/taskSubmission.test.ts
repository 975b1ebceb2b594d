import type { Interaction } from 'c/interactions';
import { defaultsFor } from '../taskSubmission.ts';
import type { PageRecord } from '../types.ts';

const READING = { locale: 'en-US', timeZone: 'UTC' };
const ENDED: Interaction = {
    id: 'c1',
    segment: 1,
    version: 1,
    complete: true,
    state: 'disconnected',
    type: 'call',
    direction: 'inbound',
    connected: false,
    disconnected: true,
    done: true,
    handled: true,
    connectedTime: '2026-01-15T09:00:00.000Z',
    firstSeenAt: '2026-01-15T09:00:00.000Z',
    lastSeenAt: '2026-01-15T09:05:00.000Z',
    notes: 'call back'
};
const WRAPPED = { 'Salesforce.WrapUpCode': 'Sold' };

const linked = (caller: PageRecord | undefined): unknown[] => {
    const { WhoId, WhatId } = defaultsFor(ENDED, {}, caller, READING, true);
    return [WhoId, WhatId];
};

describe('a Task names who was recognised', () => {
    const PERSON = '003000000000009AAA';

    it.each([
        ['a contact as Name', '003000000000001AAA', 'Contact', ['003000000000001AAA', undefined]],
        ['a lead as Name', '00Q000000000001AAA', 'Lead', ['00Q000000000001AAA', undefined]],
        ['a company as Related To', '001000000000001AAA', 'Account', [undefined, '001000000000001AAA']],
        ['a case as Related To', '500000000000001AAA', 'Case', [undefined, '500000000000001AAA']]
    ])('%s', (_what, id, objectApiName, expected) => {
        expect(linked({ id, objectApiName })).toEqual(expected);
    });

    it('a person account as Related To, and its contact as Name', () => {
        const person = { id: '001000000000001AAA', objectApiName: 'Account', personContactId: PERSON };
        expect(linked(person)).toEqual([PERSON, '001000000000001AAA']);
    });

    it('nobody where nobody was', () => {
        expect(linked(undefined)).toEqual([undefined, undefined]);
    });
});

describe('notes and wrap-up', () => {
    it('are left to the rules where the mapping can be read, and to whoever switches the built-in ones off', () => {
        const defaults = defaultsFor(ENDED, WRAPPED, undefined, READING, true);
        expect(defaults).not.toHaveProperty('Description');
        expect(defaults).not.toHaveProperty('CallDisposition');
    });

    it('stand on the Task of an agent who may not read the mapping', () => {
        expect(defaultsFor(ENDED, WRAPPED, undefined, READING, false)).toMatchObject({
            Description: 'call back',
            CallDisposition: 'Sold'
        });
    });
});

it.each([
    ['inbound', 'Missed: Call 1/15/2026, 9:00:00 AM'],
    ['outbound', 'Not reached: Call 1/15/2026, 9:00:00 AM']
] as const)('the Subject of an %s call that was never connected says so', (direction, subject) => {
    expect(defaultsFor({ ...ENDED, direction, handled: false }, {}, undefined, READING, true)['Subject']).toBe(subject);
});
