import { asCallRecords, readRules } from 'c/attributeMapping';
import type { FieldDescriptions, TargetObject } from 'c/attributeMapping';
import { DEFAULT_SETTINGS } from 'c/orgReader';
import fc from 'fast-check';
import { recordApi } from '../../../../../test/ports/recordApi.ts';
import { testBrowser } from './openDesk.ts';
import type { TestBrowser } from './openDesk.ts';
import { mappingOf } from '../taskSubmission.ts';
import type { Mapping } from '../taskSubmission.ts';
import { ENDED, TALKING } from './testCalls.ts';
import { rule } from './testReader.ts';

type Row = Readonly<Record<string, unknown>>;

const VOICE = { vendor: 'salesforceVoice', writesTasks: false, callRecords: true };
const CALL = { Id: '0LQ000000000001AAA', VendorCallKey: 'c1' };
const named = (name: string, attribute: string, field: string, more: Row = {}): Row => ({
    ...rule(attribute, field),
    DeveloperName: name,
    ...more
});
/** Each is for one object alone, has no field on the other, and some cannot be used. */
const RULES = [
    named('Both', 'Call.QueueName', 'Queue__c'),
    named('OfTask', 'Salesforce.WrapUpCode', 'Task.Wrap__c'),
    named('NoneOfTask', 'Call.Ani', 'Task.CallType', { Interaction_Types__c: 'fax' }),
    named('OffOnTask', 'Call.Ani', 'Task.Description', { Active__c: false }),
    named('OfCall', 'Call.Ani', 'voiceCall.CallResolution', { Order__c: 0 }),
    named('NoneOfCall', 'Call.Ani', 'VoiceCall.CallType'),
    named('WonOnCall', 'Call.Ani', 'VoiceCall.Subject', { Order__c: 0 })
];

let browser: TestBrowser;

beforeEach(() => {
    browser = testBrowser();
    browser.answers.settings = { DeveloperName: 'Default', Write_Mode__c: 'own', Target_Object__c: 'VoiceCall' };
    browser.answers.calls = [CALL];
    for (const one of Object.values(recordApi)) one.mockReset();
    recordApi.update.mockImplementation(({ fields: { Id, ...values } }) => {
        browser.answers.calls = [{ ...CALL, ...values }];
        return Promise.resolve({ id: String(Id), apiName: 'VoiceCall', fields: {} });
    });
});

/** Rules with a problem, as the card of a call names them once it is over. */
async function toldOnCard(phone: object): Promise<string[]> {
    const page = browser.open(undefined, phone);
    await browser.clock.pass(4_000);
    page.phone.describe('c1', TALKING);
    page.desk.note('c1', 'Wants a refund.');
    page.phone.describe('c1', { ...ENDED, wrapUpCode: 'Sold' });
    await browser.clock.pass(5_000);
    const [card] = page.desk.view().interactions;
    expect(card?.save).toMatchObject({ phase: 'saved' });
    return [
        ...(card?.problems ?? []).map(({ rule: name }) => name),
        ...(card?.save?.unsaved ?? []).map(({ field }) => field)
    ];
}

describe('an agent of an org with rules for Tasks alone and for Voice Calls alone', () => {
    beforeEach(() => {
        browser.answers.rules = RULES;
    });

    it('reads on the card of a call of Salesforce Voice nothing of those for Tasks, which switch nothing off there', async () => {
        browser.answers.rules = RULES.filter(({ DeveloperName: name }) => !/OfCall$|OnCall$/.test(String(name)));
        expect(await toldOnCard(VOICE)).toEqual([]);
        expect(browser.answers.calls).toEqual([{ ...CALL, Queue__c: 'Sales', Description: 'Wants a refund.' }]);
        expect(browser.rows).toEqual([]);
    });

    it('reads on the card of another phone nothing of those for Voice Calls, which shadow nothing there', async () => {
        browser.answers.rules = RULES.filter(({ DeveloperName: name }) => !/OfTask$|OnTask$/.test(String(name))).concat(
            named('OfTask', 'Salesforce.WrapUpCode', 'Task.Wrap__c'),
            named('Subject', 'Call.QueueName', 'Subject')
        );
        expect(await toldOnCard({ vendor: 'genesysCloud' })).toEqual([]);
        expect(browser.rows).toMatchObject([
            { Queue__c: 'Sales', Subject: 'Sales', Wrap__c: 'Sold', Description: 'Wants a refund.' }
        ]);
        expect(browser.answers.calls).toEqual([CALL]);
    });

    it('still reads of those for the object that is filled', async () => {
        expect(new Set(await toldOnCard(VOICE))).toEqual(new Set(['NoneOfCall', 'WonOnCall']));
    });
});

const TARGETS: readonly TargetObject[] = ['Task', 'VoiceCall'];
const FIELDS: FieldDescriptions = Object.fromEntries(
    ['Queue__c', 'Description', 'Subject'].map((name) => [
        name,
        { name, label: name, dataType: 'String', createable: true, updateable: true }
    ])
);

function mappingFor(target: TargetObject, rows: readonly Row[]): Mapping | undefined {
    const fields = target === 'Task' ? FIELDS : asCallRecords(FIELDS);
    return mappingOf({ settings: DEFAULT_SETTINGS, mapping: readRules(rows), target, fields });
}

const seed = Date.now() & 0xffffff;
const row = fc.record({
    DeveloperName: fc.stringMatching(/^[A-Z][a-z]{0,3}$/),
    Attribute__c: fc.constantFrom('Call.QueueName', 'Call.Nothing', 'Salesforce.InteractionLogNotes', ''),
    Task_Field__c: fc.constantFrom('Queue__c', 'queue__C', 'Description', 'CallDisposition', 'Subject', 'Gone__c', ''),
    Active__c: fc.boolean(),
    Order__c: fc.integer({ min: 0, max: 3 }),
    Interaction_Types__c: fc.constantFrom('', 'call', 'fax')
});

it(`whatever the rules for another object say, those without one do as they do without them (seed ${seed})`, () => {
    fc.assert(
        fc.property(fc.constantFrom(...TARGETS), fc.array(row), fc.array(row), (target, plain, more) => {
            const other = target === 'Task' ? 'VoiceCall' : 'Task';
            const others = more.map((one) => ({ ...one, Task_Field__c: `${other}.${one.Task_Field__c}` }));
            expect(mappingFor(target, [...others, ...plain])).toEqual(mappingFor(target, plain));
        }),
        { seed, numRuns: 500 }
    );
});

it(`a rule that names the object that is filled does as without it (seed ${seed})`, () => {
    fc.assert(
        fc.property(fc.constantFrom(...TARGETS), fc.array(row), (target, plain) => {
            const own = plain.map((one) => ({ ...one, Task_Field__c: `${target}.${one.Task_Field__c}` }));
            const withoutObject = (mapping: Mapping | undefined): unknown =>
                JSON.parse(JSON.stringify(mapping, (key, value: unknown) => (key === 'target' ? undefined : value)));
            expect(withoutObject(mappingFor(target, own))).toEqual(withoutObject(mappingFor(target, plain)));
        }),
        { seed, numRuns: 500 }
    );
});
