import { INTERACTION_TYPES, readRules, SENTINEL } from '../attributeMapping.ts';

const wrap = (row: Record<string, unknown>): Record<string, unknown> =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, { value }]));

const QUEUE = {
    DeveloperName: 'Queue',
    Attribute__c: 'Call.QueueName',
    Task_Field__c: 'Queue__c',
    Active__c: true,
    Interaction_Types__c: null,
    Order__c: 10,
    Overwrite__c: 'Always'
};

const RULE = {
    id: 'Queue',
    attribute: 'Call.QueueName',
    field: 'Queue__c',
    active: true,
    interactionTypes: 'all',
    order: 10,
    overwrite: 'always',
    source: 'record'
};

it.each([
    ['plain rows', [QUEUE]],
    ['nodes', [wrap(QUEUE)]],
    ['edges', [{ node: wrap(QUEUE) }]],
    ['a connection', { edges: [{ node: wrap(QUEUE) }] }]
])('a rule is read from %s', (_, rows) => {
    expect(readRules(rows)).toEqual({ rules: [RULE], problems: [], sentinel: false });
});

it('the row that proves that the mapping can be read is known by its name and is no rule', () => {
    const { rules, sentinel } = readRules([{ ...QUEUE, DeveloperName: SENTINEL }, QUEUE]);
    expect(sentinel).toBe(true);
    expect(rules).toHaveLength(1);
});

it.each([undefined, null, 'rows', 5, {}, { edges: 5 }, []])('%p holds no row', (rows) => {
    expect(readRules(rows)).toEqual({ rules: [], problems: [], sentinel: false });
});

it.each([null, 5, 'row', [], {}])('a row that is %p is named and left out, and the others work', (row) => {
    const { rules, problems } = readRules([row, QUEUE]);
    expect(rules).toEqual([RULE]);
    expect(problems).toEqual([
        {
            code: 'unknownAttribute',
            rule: '#1',
            attribute: '',
            field: '',
            given: { kind: 'nothing' },
            allowed: { kind: 'attributeName' }
        }
    ]);
});

it.each([null, '', '  ', 5, {}])('a row whose field is %p is named by its developer name', (field) => {
    const { rules, problems } = readRules([{ ...QUEUE, Task_Field__c: field }]);
    expect(rules).toEqual([]);
    expect(problems).toEqual([
        {
            code: 'unknownField',
            rule: 'Queue',
            attribute: 'Call.QueueName',
            field: '',
            given: { kind: 'nothing' },
            allowed: { kind: 'fieldName' }
        }
    ]);
});

it.each([
    [null, 'all'],
    ['', 'all'],
    [' ; ', 'all'],
    ['All', 'all'],
    ['call', ['call']],
    ['Call; Callback;call', ['call', 'callback']],
    ['Outbound dialing; ACD voicemail', ['outboundDialing', 'voicemail']],
    ['email, message, chat', ['email', 'message', 'chat']]
])('the interaction types %p are read as %p', (given, expected) => {
    expect(readRules([{ ...QUEUE, Interaction_Types__c: given }]).rules[0]?.interactionTypes).toEqual(expected);
});

it.each(['call; fax', 'constructor'])('the admin reads which interaction type of %p is not known', (given) => {
    const { rules, problems } = readRules([{ ...QUEUE, Interaction_Types__c: given }]);
    expect(rules).toEqual([]);
    const { allowed, ...problem } = problems[0] ?? {};
    expect(problem).toMatchObject({
        rule: 'Queue',
        given: { kind: 'interactionType', names: [given.split('; ').at(-1)] }
    });
    expect(allowed).toEqual({
        kind: 'interactionTypes',
        names: ['call', 'callback', 'outbound dialing', 'chat', 'email', 'message', 'voicemail']
    });
});

it('a row may name every interaction type that the admin is told', () => {
    const { problems } = readRules([{ ...QUEUE, Interaction_Types__c: 'fax' }]);
    const allowed = problems.flatMap((one) => ('names' in one.allowed ? one.allowed.names : []));
    const named = readRules([{ ...QUEUE, Interaction_Types__c: allowed.join('; ') }]).rules[0]?.interactionTypes;
    expect(new Set(named)).toEqual(new Set(INTERACTION_TYPES));
});

it.each([
    [' Task.Queue__c ', { field: 'Queue__c', target: 'Task' }],
    ['voicecall.Queue__c', { field: 'Queue__c', target: 'VoiceCall' }],
    ['VOICECALL . Queue__c', { field: 'Queue__c', target: 'VoiceCall' }],
    ['activity.Queue__c', { field: 'Queue__c', target: 'Task' }]
])('an admin who writes %p has a rule for that object alone', (given, expected) => {
    const { problems, rules } = readRules([{ ...QUEUE, Task_Field__c: given }]);
    expect([rules, problems]).toEqual([[{ ...RULE, ...expected }], []]);
});

it.each(['Account.Queue__c', 'Voice Call.Queue__c', '.Queue__c', 'constructor.Queue__c'])(
    'an admin who writes %p reads which objects may stand there',
    (given) => {
        const { problems, rules } = readRules([{ ...QUEUE, Task_Field__c: given }]);
        const odd = given.split('.')[0] ?? '';
        expect(rules).toEqual([]);
        expect(problems).toEqual([
            {
                code: 'unknownField',
                rule: 'Queue',
                attribute: 'Call.QueueName',
                field: given,
                given: { kind: 'objectName', names: [odd] },
                allowed: { kind: 'objectNames', names: ['Task', 'VoiceCall'] }
            }
        ]);
    }
);

it('a row for one object that cannot be used says which object it is for', () => {
    const { problems } = readRules([
        { ...QUEUE, Task_Field__c: 'VoiceCall.' },
        { ...QUEUE, Task_Field__c: 'VoiceCall.Queue__c', Interaction_Types__c: 'fax' }
    ]);
    expect(problems.map(({ code, field, target }) => [code, field, target])).toEqual([
        ['unknownField', '', 'VoiceCall'],
        ['valueDoesNotFit', 'Queue__c', 'VoiceCall']
    ]);
});

it('a row without an order comes last', () => {
    expect(readRules([{ ...QUEUE, Order__c: null }]).rules[0]?.order).toBe(99_999);
});

it('only a ticked row is active', () => {
    expect(readRules([{ ...QUEUE, Active__c: false }]).rules[0]?.active).toBe(false);
    expect(readRules([{ ...QUEUE, Active__c: null }]).rules[0]?.active).toBe(false);
});

it('a row may give way to what the Task has', () => {
    expect(readRules([{ ...QUEUE, Overwrite__c: 'Only when empty' }]).rules[0]?.overwrite).toBe('onlyWhenEmpty');
});

it('the admin gets from a rule to its record where the org told the id', () => {
    expect(readRules([{ ...QUEUE, Id: 'm00AB00000CdEfG' }]).rules[0]?.recordId).toBe('m00AB00000CdEfG');
    expect(readRules([QUEUE]).rules[0]).not.toHaveProperty('recordId');
});

it('of thousands of rules with odd ones among them none is lost and each odd one is named', () => {
    const rows = Array.from({ length: 4500 }, (_, index) => ({
        ...QUEUE,
        DeveloperName: `Rule_${index}`,
        Task_Field__c: index % 100 === 0 ? '' : `Field_${index}__c`
    }));
    const { rules, problems } = readRules(rows);
    expect([rules.length, problems.length]).toEqual([4455, 45]);
    expect(problems[1]?.rule).toBe('Rule_100');
});
