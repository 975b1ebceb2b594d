import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { AgentParticipant, Conversation } from './conversation.ts';
import type { TaskFields } from './phoneTask.ts';
import { phoneTask } from './phoneTask.ts';

const AT = Date.parse('2026-03-02T23:30:00.000Z');
const agent = { connectedAt: AT, offeredAt: AT } as AgentParticipant;
const owner = { id: '005000000000001AAA', locale: 'en-AU', timeZone: 'Australia/Sydney' };
const EDNA = { Id: '003000000000001AAA', Phone: '(0491) 570 006', MobilePhone: '+61 491 570 006' };

function taskFor(
    participantData: Conversation['participantData'],
    contacts: readonly object[] = [EDNA]
): {
    atCreation: TaskFields;
    mapped: TaskFields;
} {
    const conversation = {
        id: '0c9d7b8e-41ab-4a8b-a5b6-1b1cf6d8a001',
        medium: 'call',
        direction: 'Inbound',
        caller: { number: '+61491570006', name: '' },
        participantData
    } as unknown as Conversation;
    return phoneTask(conversation, agent, owner, contacts as Record<string, unknown>[], [
        { attribute: 'Participant.note', field: 'Note__c', type: 'text' },
        { attribute: 'Participant.seconds', field: 'Seconds__c', type: 'number' },
        { attribute: 'Participant.urgent', field: 'Urgent__c', type: 'boolean' }
    ]);
}

describe("the phone's own Task", () => {
    test("is dated in the agent's time zone", () => {
        const { ActivityDate, Subject } = taskFor({}).atCreation;
        assert.equal(ActivityDate, '2026-03-03');
        assert.match(String(Subject), /^Call 03?\/03?\/2026/);
    });

    test('belongs to the one contact with this number, however it is written', () => {
        assert.equal(taskFor({}).atCreation.WhoId, EDNA.Id);
    });

    test('belongs to nobody when two contacts share the number', () => {
        assert.ok(!('WhoId' in taskFor({}, [EDNA, { ...EDNA, Id: '003000000000002AAA' }]).atCreation));
    });

    test('takes mapped participant data in the type of its field', () => {
        assert.deepEqual(taskFor({ note: 'x', seconds: '42', urgent: 'true', other: 'y' }).mapped, {
            Note__c: 'x',
            Seconds__c: 42,
            Urgent__c: true
        });
    });

    test('clears a field for null, and leaves it alone for a value that does not fit', () => {
        assert.deepEqual(taskFor({ note: null, seconds: 'soon', urgent: 'maybe' }).mapped, { Note__c: null });
    });

    test('leaves a number field alone for an empty text', () => {
        assert.deepEqual(taskFor({ seconds: '' }).mapped, {});
    });
});
