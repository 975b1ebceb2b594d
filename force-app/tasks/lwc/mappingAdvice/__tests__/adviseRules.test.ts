import { adviseRules, fieldSources, freeName, newRuleFindings } from 'c/mappingAdvice';
import { field, picture, pictureOfRows, rule } from '../../../../../test/samples/mappingPicture.ts';

const queue = rule('Call.QueueName', 'Queue__c');
const QUEUE = field('Queue__c', 'String', { label: 'Queue', length: 255 });

function found(all: ReturnType<typeof adviseRules>, id: string): string[] {
    return all.find((one) => one.id === id)?.findings.map(({ code, level }) => `${level} ${code}`) ?? [];
}

describe('an admin reads of a rule', () => {
    it('that it works', () => {
        const [first] = adviseRules(picture([queue], QUEUE));
        expect(first).toMatchObject({ fieldLabel: 'Queue', level: 'good', findings: [{ code: 'works' }] });
    });

    it.each([
        ['that the field is not there or not seen', queue, [], 'error unknownField'],
        ['that the field may not be edited', queue, [{ ...QUEUE, updateable: false }], 'error fieldNotWriteable'],
        [
            'that Switchboard keeps the field',
            rule('Call.ConversationId', 'CallObject', { id: 'Queue__c' }),
            [field('CallObject', 'String')],
            'error reservedField'
        ],
        [
            'that a time never fits a number',
            { ...queue, attribute: 'Salesforce.ConnectedTime' },
            [field('Queue__c', 'Double', { precision: 8, scale: 0 })],
            'error typeDoesNotFit'
        ],
        [
            'that a number never fits a checkbox',
            { ...queue, attribute: 'Salesforce.CallDuration' },
            [field('Queue__c', 'Boolean')],
            'error typeDoesNotFit'
        ],
        [
            'that texts fit a number only sometimes',
            queue,
            [field('Queue__c', 'Double', { precision: 8, scale: 0 })],
            'warning onlySome'
        ],
        [
            'that a list takes its own values only',
            { ...queue, field: 'CallType' },
            [field('CallType', 'Picklist')],
            'warning onlySome'
        ],
        [
            'that the field is too short',
            { ...queue, attribute: 'Call.ConversationId' },
            [{ ...QUEUE, length: 30 }],
            'warning textCut'
        ],
        [
            'that notes are longer than a text field',
            { ...queue, attribute: 'Salesforce.InteractionLogNotes' },
            [QUEUE],
            'warning textCut'
        ],
        ['that there is no such attribute', { ...queue, attribute: 'Call.Colour' }, [QUEUE], 'error unknownAttribute'],
        [
            'that the vendor’s pattern is no name yet',
            { ...queue, attribute: 'Participant.{ColumnName}' },
            [QUEUE],
            'error unknownAttribute'
        ],
        [
            'that participant data works whatever the case of its prefix',
            { ...queue, attribute: 'participant.Account' },
            [QUEUE],
            'note onlyParticipantData'
        ],
        ['which attribute was meant', { ...queue, attribute: 'call.queuename' }, [QUEUE], 'error didYouMean'],
        ['that the phone never sends it', { ...queue, attribute: 'Email.Subject' }, [QUEUE], 'warning notOnChannel'],
        [
            'that somebody must set it',
            { ...queue, attribute: 'Participant.Account' },
            [QUEUE],
            'note onlyParticipantData'
        ],
        [
            'that Genesys advises against it for callbacks',
            { ...queue, attribute: 'Salesforce.DisplayAddress' },
            [QUEUE],
            'note notForCallbacks'
        ],
        [
            'that no such interaction has it',
            { ...queue, attribute: 'Call.Ani', interactionTypes: ['email' as const] },
            [QUEUE],
            'error otherTypes'
        ]
    ])('%s', (_, one, fields, finding) => {
        expect(found(adviseRules(picture([one], ...fields)), 'Queue__c')).toContain(finding);
    });

    it('how much of a text the field keeps', () => {
        const notes = { ...queue, attribute: 'Salesforce.InteractionLogNotes' };
        expect(adviseRules(picture([notes], QUEUE))[0]?.findings).toContainEqual({
            code: 'textCut',
            level: 'warning',
            words: [{ kind: 'characters', count: 255 }]
        });
    });

    it('that a time fits a date-time, and a number a number', () => {
        const rules = [
            rule('Salesforce.ConnectedTime', 'At__c'),
            rule('Salesforce.CallDuration', 'Seconds__c'),
            rule('Call.Internal', 'Inside__c')
        ];
        const fields = [
            field('At__c', 'DateTime'),
            field('Seconds__c', 'Double', { precision: 8, scale: 0 }),
            field('Inside__c', 'Boolean')
        ];
        expect(adviseRules(picture(rules, ...fields)).map(({ level }) => level)).toEqual(Array(5).fill('good'));
    });

    it('that another one comes first, and which', () => {
        const second = rule('Call.RemoteName', 'Queue__c', { id: 'Second', order: 200 });
        const all = adviseRules(picture([queue, second], QUEUE));
        expect(all.find(({ id }) => id === 'Second')?.findings).toEqual([
            { code: 'standsIn', level: 'warning', words: ['Queue__c'] }
        ]);
        expect(found(all, 'Queue__c')).toEqual(['good works']);
    });

    it('nothing of what would be wrong while it is switched off', () => {
        const off = { ...queue, attribute: 'Call.Colour', active: false };
        expect(found(adviseRules(picture([off], QUEUE)), 'Queue__c')).toEqual(['note switchedOff']);
    });

    it('that a record took the place of a built-in rule', () => {
        const mine = rule('Call.QueueName', 'CallDisposition', { id: 'Mine' });
        expect(adviseRules(picture([mine])).find(({ id }) => id === 'default:CallDisposition')?.findings).toEqual([
            { code: 'standsIn', level: 'note', words: ['Mine'] }
        ]);
    });

    it("that a record takes the place of the agent's notes, which then nothing saves", () => {
        const mine = rule('Call.QueueName', 'description', { id: 'Mine' });
        const elsewhere = rule('Salesforce.InteractionLogNotes', 'Notes__c');
        expect(found(adviseRules(picture([mine])), 'Mine')).toContain('warning takesPlace');
        expect(newRuleFindings(mine, picture([])).map(({ code }) => code)).toContain('takesPlace');
        expect(found(adviseRules(picture([mine, elsewhere])), 'Mine')).not.toContain('warning takesPlace');
        const moved = rule('Salesforce.InteractionLogNotes', 'Description', { id: 'Moved' });
        expect(found(adviseRules(picture([moved])), 'Moved')).not.toContain('warning takesPlace');
    });

    it('that a record switched a built-in rule off', () => {
        const off = rule('Call.QueueName', 'CallDisposition', { id: 'Off', active: false });
        expect(adviseRules(picture([off])).find(({ id }) => id === 'default:CallDisposition')?.findings).toEqual([
            { code: 'switchedOff', level: 'note', words: ['Off'] }
        ]);
    });

    it('that the record cannot be used, though it is no rule', () => {
        const row = { DeveloperName: 'Fax', Attribute__c: 'Call.Ani', Task_Field__c: 'Queue__c', Active__c: true };
        const all = adviseRules(pictureOfRows({ ...row, Interaction_Types__c: 'call; fax' }));
        expect(found(all, 'Fax')).toEqual(['error notUsable']);
        const words = all.find(({ id }) => id === 'Fax')?.findings[0]?.words;
        expect(words).toEqual([
            { kind: 'interactionType', names: ['fax'] },
            { kind: 'interactionTypes', names: expect.arrayContaining(['outbound dialing']) as string[] }
        ]);
    });

    it('only what the attribute list tells where the org does not describe Task', () => {
        const all = adviseRules({ rules: [queue], unusable: [], fields: undefined });
        expect(found(all, 'Queue__c')).toEqual(['note notDescribed']);
    });
});

describe('an admin reads what fills a field', () => {
    const sourceOf = (name: string, all: ReturnType<typeof fieldSources>): unknown =>
        all.find((one) => one.field === name)?.parts;

    it('for all interaction types together where they agree', () => {
        expect(sourceOf('Queue__c', fieldSources(picture([queue], QUEUE)))).toMatchObject([
            { types: 'all', origin: 'record', rule: { id: 'Queue__c' } }
        ]);
    });

    it('for each kind of interaction apart where they differ', () => {
        const calls = { ...queue, interactionTypes: ['call' as const, 'callback' as const] };
        expect(sourceOf('Queue__c', fieldSources(picture([calls], QUEUE)))).toMatchObject([
            { types: ['call', 'callback'], origin: 'record' },
            { types: ['outboundDialing', 'chat', 'email', 'message', 'voicemail'], origin: 'nothing' }
        ]);
    });

    it.each([
        ['a field that is not there', 'Nope__c', []],
        ['a field that they may not edit', 'Queue__c', [{ ...QUEUE, updateable: false }]],
        ['a field that Switchboard keeps', 'SwitchboardKey__c', [field('SwitchboardKey__c', 'String')]]
    ])('and not that a rule fills %s', (_, name, fields) => {
        const parts = sourceOf(name, fieldSources(picture([rule('Call.Ani', name)], ...fields)));
        expect(parts).toMatchObject([{ origin: 'record', blocked: true }]);
        expect(sourceOf('Queue__c', fieldSources(picture([queue], QUEUE)))).toMatchObject([{ blocked: false }]);
    });

    it('and which record switched a built-in rule off', () => {
        const off = rule('Salesforce.WrapUpCode', 'CallDisposition', { id: 'Off', active: false });
        expect(sourceOf('CallDisposition', fieldSources(picture([off])))).toMatchObject([
            { types: 'all', offBy: 'Off' }
        ]);
    });
});

describe('a new rule', () => {
    it('gets a name that no record has, as Salesforce takes names', () => {
        expect(freeName('Call.QueueName', [])).toBe('Call_QueueName');
        expect(freeName('Call.QueueName', ['call_queuename', 'Call_QueueName_2'])).toBe('Call_QueueName_3');
        expect(freeName('Participant.1 Größe__', [])).toBe('Participant_1_Gr_e');
        expect(freeName('Participant.'.concat('x'.repeat(80)), ['a'])).toHaveLength(36);
    });

    it('is told that another rule comes before it', () => {
        const second = rule('Call.RemoteName', 'Queue__c', { id: 'Second', order: 200 });
        expect(newRuleFindings(second, picture([queue], QUEUE))).toMatchObject([
            { code: 'standsIn', words: ['Queue__c'] }
        ]);
    });

    it('that works has nothing said about it', () => {
        expect(newRuleFindings(queue, picture([], QUEUE))).toEqual([]);
    });
});
