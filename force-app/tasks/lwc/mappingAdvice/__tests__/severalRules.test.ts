import type { MappingRule } from 'c/attributeMapping';
import type { InteractionType } from 'c/interactions';
import {
    adviseRules,
    descriptionOf,
    fieldNamed,
    fieldSources,
    newRuleFindings,
    whyEmpty,
    worst
} from 'c/mappingAdvice';
import { CALL, READING, field, picture, rule } from '../../../../../test/samples/mappingPicture.ts';

const QUEUE = field('Queue__c', 'String', { label: 'Queue', length: 255 });
const CALLS: readonly InteractionType[] = ['call', 'callback', 'outboundDialing'];
const OTHERS: readonly InteractionType[] = ['chat', 'email', 'message', 'voicemail'];
const of = (id: string, attribute: string, more: Partial<MappingRule> = {}): MappingRule =>
    rule(attribute, 'Queue__c', { id, ...more });

function said(rules: readonly MappingRule[], id: string): readonly string[] {
    const one = adviseRules(picture(rules, QUEUE)).find((advice) => advice.id === id);
    return one?.findings.map(({ code, level, words }) => [level, code, ...words].join(' ')) ?? [];
}

describe('an admin with several rules for one field reads', () => {
    const forCalls = of('Calls', 'Call.QueueName', { interactionTypes: CALLS, order: 1 });

    it('nothing against a rule that is first for some interactions', () => {
        expect(said([forCalls, of('All', 'Call.RemoteName')], 'All')).toEqual(['good works']);
        expect(newRuleFindings(of('All', 'Call.RemoteName'), picture([forCalls], QUEUE))).toEqual([]);
    });

    it('which rule comes first where it does so for all', () => {
        const second = of('Second', 'Call.State', { interactionTypes: ['call'] });
        expect(said([forCalls, second], 'Second')).toEqual(['warning standsIn Calls']);
        expect(newRuleFindings(second, picture([forCalls], QUEUE)).map(({ code }) => code)).toEqual(['standsIn']);
    });

    it('that an inactive record switches a built-in rule off for all interactions, also those it does not name', () => {
        const mine = rule('Call.QueueName', 'CallDisposition', { id: 'Mine', interactionTypes: CALLS });
        const off = rule('Call.State', 'CallDisposition', { id: 'Off', active: false, interactionTypes: ['email'] });
        expect(said([mine, off], 'default:CallDisposition')).toEqual(['note switchedOff Off']);
        const parts = fieldSources(picture([mine, off])).find((one) => one.field === 'CallDisposition')?.parts;
        expect(parts).toEqual([
            { types: ['call', 'callback', 'outboundDialing'], origin: 'record', rule: mine, blocked: false },
            { types: OTHERS, origin: 'nothing', offBy: 'Off', blocked: false }
        ]);
    });
});

describe('an admin reads what fills a field apart', () => {
    const partsOf = (...rules: readonly MappingRule[]): unknown =>
        fieldSources(picture(rules, QUEUE)).find((one) => one.field === 'Queue__c')?.parts;

    it('where one record fills it for calls and another one for the rest', () => {
        const [calls, others] = [
            of('Calls', 'Call.QueueName', { interactionTypes: CALLS }),
            of('Others', 'Call.State', { interactionTypes: OTHERS })
        ];
        expect(partsOf(calls, others)).toEqual([
            { types: ['call', 'callback', 'outboundDialing'], origin: 'record', rule: calls, blocked: false },
            { types: OTHERS, origin: 'record', rule: others, blocked: false }
        ]);
    });

    it('where a record is switched off for calls and there is none for the rest', () => {
        expect(partsOf(of('Off', 'Call.QueueName', { active: false, interactionTypes: CALLS }))).toEqual([
            { types: ['call', 'callback', 'outboundDialing'], origin: 'nothing', offBy: 'Off', blocked: false },
            { types: OTHERS, origin: 'nothing', blocked: false }
        ]);
    });
});

describe('an admin who asks why a field with several rules is empty', () => {
    const why = (rules: readonly MappingRule[], name = 'Queue__c'): ReturnType<typeof whyEmpty> =>
        whyEmpty(name, picture(rules, QUEUE), CALL, READING);

    it('reads of the rule that has a value, and not of those that have none or come too late', () => {
        const rules = [
            of('None', 'Call.RemoteName', { order: 1 }),
            of('Has', 'Call.QueueName', { order: 2 }),
            of('Late', 'Call.State', { order: 3 })
        ];
        expect(why(rules)).toMatchObject({ reason: 'writes', value: 'Customer Care' });
    });

    it('reads that nothing is known where no rule has a value', () => {
        const rules = [of('One', 'Call.RemoteName'), of('Two', 'Participant.Plan', { order: 200 })];
        expect(why(rules)).toMatchObject({ reason: 'notKnown', rule: { id: 'One' } });
        expect(why(rules)).not.toHaveProperty('value');
    });

    it('reads that a rule names an attribute which there is not, also beside one that is switched off', () => {
        const rules = [of('Odd', 'Call.Colour'), of('Off', 'Call.State', { active: false })];
        expect(why(rules).reason).toBe('unknownAttribute');
    });

    it('reads the field’s own name, however it was typed, and what was typed where there is none', () => {
        expect(why([of('Has', 'Call.QueueName')], 'queue__C')).toMatchObject({
            field: 'Queue__c',
            fieldLabel: 'Queue',
            reason: 'writes'
        });
        expect(why([], 'Gone__c')).toEqual({ field: 'Gone__c', permission: 'notSeen', reason: 'noRule' });
    });
});

describe('what is known of an attribute', () => {
    it('participant data of any name is told for the interactions that may carry some', () => {
        const known = descriptionOf('Participant.Plan');
        expect(known).toMatchObject({ name: 'Participant.Plan', availability: 'participantData' });
        expect(known?.interactionTypes).not.toHaveLength(0);
        expect(descriptionOf('Participant.')).toBeUndefined();
        // The mapping takes the prefix in any case.
        expect(descriptionOf('participant.Plan')).toMatchObject({ name: 'participant.Plan' });
    });

    it.each(CALLS.concat(OTHERS))(
        'a rule for participant data of %s interactions is not told to be useless',
        (type) => {
            const one = of('Plan', 'Participant.Plan', { interactionTypes: [type] });
            expect(said([one], 'Plan')).toEqual(['note onlyParticipantData']);
        }
    );
});

it('the worst of what is said decides how a rule is marked', () => {
    const say = (...levels: ('error' | 'warning' | 'note' | 'good')[]): string =>
        worst(levels.map((level) => ({ code: 'works', level, words: [] })));
    expect([say(), say('good'), say('good', 'note'), say('note', 'warning'), say('warning', 'error', 'note')]).toEqual([
        'good',
        'good',
        'note',
        'warning',
        'error'
    ]);
});

it('a field is found by its name in any case, and nothing is where the org does not describe Task', () => {
    const { fields } = picture([], QUEUE);
    expect(fieldNamed('QUEUE__C', fields)).toBe(fields?.Queue__c);
    expect(fieldNamed('Queue', fields)).toBeUndefined();
    expect(fieldNamed('Queue__c', undefined)).toBeUndefined();
});
