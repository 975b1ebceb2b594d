import { FIELD_QUESTIONS } from '../fieldQuestions.ts';
import type { Finding } from '../findings.ts';
import { type Answering, asking, described, field, GOOD, picklist, refusal } from './answeringOrg.ts';

function ask(id: string, org: Answering = {}): Promise<Finding> {
    const question = FIELD_QUESTIONS.find((one) => one.id === id);
    if (!question) throw new Error(`There is no question ${id}.`);
    return question.ask(asking({ ...GOOD, ...org }));
}

const taskOf = (...fields: readonly unknown[]): Answering => ({
    SwitchboardTaskFields: described('Task', ...fields)
});
const valuesOf = (...values: readonly string[]): Answering => taskOf(picklist('Type', ...values));
/** The same answer to each of the three questions that the panel asks one after the other. */
const alwaysSaid = (answer: unknown): Answering => ({
    SwitchboardTaskFields: answer,
    SwitchboardTaskFieldsLimits: answer,
    SwitchboardTaskFieldsShort: answer
});
const REFUSED = refusal('Object Task is not supported in UI API');
const NO_VALUES = refusal("Field 'picklistValuesByRecordTypeIDs' in type 'PicklistField' is undefined");
const NO_LIMITS = refusal("Field 'precision' in type 'Field' is undefined");

describe('what the org tells about Task', () => {
    it('the admin reads how many fields there are, and how many of them the user may edit', async () => {
        const finding = await ask('describe');
        expect(finding).toMatchObject({ outcome: 'works', profile: { 'task-object-infos': 'answers' } });
        expect(finding.meaning).toContain('Its fields: 5, of which you may edit 4');
    });

    it.each([
        ['edited', { updateable: false }],
        ['set on a new Task', { createable: false }]
    ])('the admin reads which access is missing when no field may be %s', async (_what, rights) => {
        const finding = await ask('describe', taskOf(field('Subject', rights)));
        expect(finding).toMatchObject({
            outcome: 'refused',
            setting: expect.stringContaining('Edit Tasks') as unknown,
            profile: { 'task-object-infos': 'answers' }
        });
    });

    it.each([
        ['an error', REFUSED, 'Object Task is not supported in UI API'],
        ['no field', described('Task'), undefined]
    ])('the admin reads what Switchboard cannot know when the org answers with %s', async (_what, answer, said) => {
        const finding = await ask('describe', alwaysSaid(answer));
        expect(finding).toMatchObject({
            outcome: 'limited',
            meaning: expect.stringContaining('The org does not describe Task') as unknown,
            profile: { 'task-object-infos': 'refused' }
        });
        expect(finding.said).toBe(said);
    });

    it.each(['key', 'unsaved', 'longText', 'limits'])(
        'nothing is said about %s where the org does not describe Task',
        async (id) => {
            const finding = await ask(id, alwaysSaid(REFUSED));
            expect(finding).toMatchObject({ outcome: 'unclear' });
            expect(finding.profile).toBeUndefined();
        }
    );

    it.each(['describe', 'limits', 'key', 'unsaved', 'longText', 'person', 'picklists', 'type'])(
        'the admin who is offline gets no verdict on %s',
        async (id) => {
            const offline = new TypeError('Failed to fetch');
            const finding = await ask(id, {
                SwitchboardTaskFields: offline,
                SwitchboardHealthAccountFields: offline
            });
            expect(finding).toMatchObject({ outcome: 'unclear', said: 'Failed to fetch' });
            expect(finding.profile).toBeUndefined();
        }
    );
});

describe('limits of the fields', () => {
    it('the admin reads that the org tells them', async () => {
        expect(await ask('limits')).toMatchObject({ outcome: 'works', profile: { 'task-field-limits': 'answers' } });
    });

    it('the admin of an org that keeps only picklists to itself reads the same', async () => {
        const finding = await ask('limits', {
            SwitchboardTaskFields: NO_VALUES,
            SwitchboardTaskFieldsLimits: described('Task', field('Subject'))
        });
        expect(finding).toMatchObject({ outcome: 'works', profile: { 'task-field-limits': 'answers' } });
    });

    it('the admin of an org that tells only names and rights reads what follows, in the words of the org', async () => {
        const finding = await ask('limits', {
            SwitchboardTaskFields: NO_LIMITS,
            SwitchboardTaskFieldsLimits: NO_LIMITS,
            SwitchboardTaskFieldsShort: described('Task', field('Subject', { length: undefined }))
        });
        expect(finding).toMatchObject({
            outcome: 'limited',
            said: expect.stringContaining('precision') as unknown,
            profile: { 'task-field-limits': 'refused' }
        });
    });
});

describe('values of picklists', () => {
    it('the admin reads that the org tells them', async () => {
        const finding = await ask('picklists');
        expect(finding).toMatchObject({ outcome: 'works', profile: { 'task-picklist-values': 'answers' } });
        expect(finding.meaning).toContain('Picklists: 1.');
        expect(finding.meaning).toContain('Whether a picklist is restricted no org tells a page');
    });

    it.each([
        ['an error', NO_VALUES],
        ['no values', described('Task', field('Type', { picklistValuesByRecordTypeIDs: null }))]
    ])('the admin reads what it means when the org answers with %s', async (_what, answer) => {
        const finding = await ask('picklists', {
            SwitchboardTaskFields: answer,
            SwitchboardTaskFieldsLimits: described('Task', field('Type'))
        });
        expect(finding).toMatchObject({ outcome: 'limited', profile: { 'task-picklist-values': 'refused' } });
    });

    it('the admin reads in which words the org refused them', async () => {
        const finding = await ask('picklists', {
            SwitchboardTaskFields: NO_VALUES,
            SwitchboardTaskFieldsLimits: NO_LIMITS,
            SwitchboardTaskFieldsShort: described('Task', field('Type'))
        });
        expect(finding.said).toContain('picklistValuesByRecordTypeIDs');
    });

    it('the admin reads that all channels are values of Type', async () => {
        expect(await ask('type')).toMatchObject({ outcome: 'works', profile: { 'type-picklist': 'complete' } });
    });

    it('the admin reads which values of Type are missing, and where to add them', async () => {
        const finding = await ask('type', valuesOf('Call', 'Email', 'Meeting'));
        expect(finding).toMatchObject({ outcome: 'limited', profile: { 'type-picklist': 'withoutChannels' } });
        expect(finding.meaning).toContain('Missing: Chat, Voicemail, Message.');
        expect(finding.setting).toContain('Object Manager > Task');
    });

    it('values of several record types count once', async () => {
        const twice = { picklistValues: [{ value: 'Call' }, { value: 'Chat' }, { value: 'Email' }] };
        const other = { picklistValues: [{ value: 'Voicemail' }, { value: 'Message' }, { value: 'Call' }] };
        const answer = described('Task', { ApiName: 'Type', picklistValuesByRecordTypeIDs: [twice, other] });
        expect(await ask('type', { SwitchboardTaskFields: answer })).toMatchObject({ outcome: 'works' });
    });

    it('nothing is said about Type when the user may not see it', async () => {
        const finding = await ask('type', taskOf(field('Subject')));
        expect(finding).toMatchObject({ outcome: 'unclear' });
    });
});

describe('the two optional fields', () => {
    it('the admin reads that the key can be written', async () => {
        expect(await ask('key')).toMatchObject({ outcome: 'works', profile: { 'unique-key': 'accepted' } });
    });

    it.each([
        ['is absent', [field('Subject')], 'not there'],
        ['may not be written', [field('SwitchboardKey__c', { createable: false })], 'may not write it']
    ])('the admin reads what to deploy and assign when the key field %s', async (_what, fields, words) => {
        const finding = await ask('key', taskOf(...fields));
        expect(finding).toMatchObject({ outcome: 'limited', profile: { 'unique-key': 'absent' } });
        expect(finding.meaning).toContain(words);
        expect(finding.setting).toContain('Switchboard Task Key');
    });

    it('the admin reads that unsaved fields can be reported on', async () => {
        expect(await ask('unsaved')).toMatchObject({ outcome: 'works' });
    });

    it.each([
        ['absent', field('Subject')],
        ['read only', field('SwitchboardUnsaved__c', { updateable: false })]
    ])('the admin reads what to deploy when the field for unsaved fields is %s', async (_what, one) => {
        const finding = await ask('unsaved', taskOf(one));
        expect(finding).toMatchObject({ outcome: 'limited' });
        expect(finding.setting).toContain('force-app/unsaved-fields');
    });
});

describe('a long text field on Activity', () => {
    it('the admin reads its name and how much it takes', async () => {
        const long = field('Transcript__c', { dataType: 'TEXTAREA', length: 32768 });
        const finding = await ask('longText', taskOf(field('Subject'), long));
        expect(finding).toMatchObject({ outcome: 'works', profile: { 'long-text-on-activity': 'accepted' } });
        expect(finding.meaning).toContain('Transcript__c takes up to 32,768 characters');
    });

    it.each([
        ['Comments', field('Description', { dataType: 'TEXTAREA', length: 32000 })],
        ['a text area of ordinary length', field('Area__c', { dataType: 'TEXTAREA', length: 255 })]
    ])('%s does not prove that the org takes one', async (_what, one) => {
        const finding = await ask('longText', taskOf(one));
        expect(finding).toMatchObject({ outcome: 'fact' });
        expect(finding.profile).toBeUndefined();
    });
});

describe('person accounts', () => {
    it('the admin reads that they are off', async () => {
        expect(await ask('person')).toMatchObject({ outcome: 'fact', profile: { 'person-accounts': 'off' } });
    });

    it('the admin reads that they are on', async () => {
        const on = described('Account', field('Name'), field('IsPersonAccount', { dataType: 'BOOLEAN' }));
        expect(await ask('person', { SwitchboardHealthAccountFields: on })).toMatchObject({
            outcome: 'fact',
            profile: { 'person-accounts': 'on' }
        });
    });

    it('nothing is said when the user may not see accounts', async () => {
        const finding = await ask('person', { SwitchboardHealthAccountFields: refusal('no access') });
        expect(finding).toMatchObject({ outcome: 'unclear' });
    });
});
