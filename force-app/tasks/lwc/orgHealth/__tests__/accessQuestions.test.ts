import { ReadError } from 'c/orgReader';
import type { OrgReader } from 'c/orgReader';
import { ACCESS_QUESTIONS } from '../accessQuestions.ts';
import type { Finding } from '../findings.ts';
import type { Asked } from '../question.ts';
import { type Answering, asking, described, field, GOOD, named, nameOf, refusal, rows } from './answeringOrg.ts';

function ask(id: string, org: Answering = GOOD, describeTask?: Asked['describeTask']): Promise<Finding> {
    const question = ACCESS_QUESTIONS.find((one) => one.id === id);
    if (!question) throw new Error(`There is no question ${id}.`);
    return question.ask(asking({ ...GOOD, ...org }, describeTask));
}

const WITHOUT_KEY: Answering = { SwitchboardTaskFields: described('Task', field('Subject')) };
const UNDEFINED = refusal("Field 'X__mdt' in type 'RecordQuery' is undefined");

describe('reading the mapping and the settings', () => {
    it('the admin reads that both can be read', async () => {
        expect(await ask('mapping')).toMatchObject({ outcome: 'works' });
    });

    it('the admin reads that the user may not read the mapping, and the permission set to assign', async () => {
        const finding = await ask('mapping', { SwitchboardMapping: UNDEFINED });
        expect(finding).toMatchObject({
            outcome: 'refused',
            said: expect.stringContaining('is undefined') as unknown,
            setting: expect.stringContaining('permission set Switchboard Agent') as unknown,
            profile: { 'metadata-type-without-access': 'undefined' }
        });
    });

    it('the admin is not told that an empty answer is an empty mapping', async () => {
        const finding = await ask('mapping', {
            SwitchboardMapping: named('Switchboard_Attribute_Mapping__mdt', 'Some_Row')
        });
        expect(finding).toMatchObject({
            outcome: 'refused',
            meaning: expect.stringContaining('Switchboard_Sentinel is missing') as unknown,
            profile: { 'metadata-type-without-access': 'no-rows' }
        });
    });

    it.each([
        ['no row', named('Switchboard_Setting__mdt')],
        ['an error', UNDEFINED]
    ])('the admin reads that the settings cannot be read when the org answers with %s', async (_what, answer) => {
        const finding = await ask('mapping', { SwitchboardSettings: answer });
        expect(finding).toMatchObject({
            outcome: 'refused',
            meaning: expect.stringContaining('may not read the settings') as unknown
        });
    });

    it('the row that proves access may be on a later page', async () => {
        const page = (hasNextPage: boolean, name: string): unknown => ({
            uiapi: {
                query: {
                    Switchboard_Attribute_Mapping__mdt: {
                        edges: [{ node: { DeveloperName: { value: name } } }],
                        pageInfo: { hasNextPage, endCursor: 'more' }
                    }
                }
            }
        });
        const finding = await ask('mapping', {
            SwitchboardMapping: (_document: unknown, { after }: { after?: string }) =>
                after === undefined ? page(true, 'Some_Row') : page(false, 'Switchboard_Sentinel')
        });
        expect(finding).toMatchObject({ outcome: 'works' });
    });

    it('the admin who is offline gets no verdict on the org', async () => {
        const finding = await ask('mapping', { SwitchboardMapping: new TypeError('Failed to fetch') });
        expect(finding).toMatchObject({ outcome: 'unclear', said: 'Failed to fetch' });
        expect(finding.profile).toBeUndefined();
    });
});

describe('reading the two lists', () => {
    it('the admin reads that both can be read', async () => {
        expect(await ask('lists')).toMatchObject({ outcome: 'works' });
    });

    it.each([
        ['transfer targets', 'SwitchboardTransferTargets'],
        ['statuses', 'SwitchboardAgentStatuses']
    ])('the admin reads that the %s cannot be read', async (words, query) => {
        const finding = await ask('lists', { [query]: UNDEFINED });
        expect(finding.outcome).toBe('refused');
        expect(finding.meaning).toContain(`list of ${words}`);
    });

    it('the admin reads of both lists when neither can be read', async () => {
        const finding = await ask('lists', {
            SwitchboardTransferTargets: UNDEFINED,
            SwitchboardAgentStatuses: named('Switchboard_Agent_Status__mdt')
        });
        expect(finding.meaning).toMatch(/transfer targets.*list of statuses/);
        expect(finding).toMatchObject({
            outcome: 'refused',
            setting: expect.stringContaining('permission set Switchboard Agent') as unknown
        });
    });

    it('the admin who is offline gets no verdict on either list', async () => {
        const offline = new TypeError('Failed to fetch');
        const finding = await ask('lists', { SwitchboardTransferTargets: offline, SwitchboardAgentStatuses: offline });
        expect(finding).toMatchObject({ outcome: 'unclear' });
    });
});

describe('finding the Task of a call', () => {
    afterEach(() => jest.useRealTimers());

    it('the admin reads that Tasks can be found', async () => {
        expect(await ask('lookUp')).toMatchObject({
            outcome: 'works',
            profile: { 'task-graphql-query': 'works', 'task-callobject-filter': 'works' }
        });
    });

    it('the admin of an org that searches slowly reads how long the search itself took', async () => {
        jest.useFakeTimers({ now: 0 });
        const { reader, ...others } = asking(GOOD);
        const slow: OrgReader = {
            query: (document, variables) => {
                jest.setSystemTime(Date.now() + (nameOf(document) === 'SwitchboardFindTaskByKey' ? 4321 : 1000));
                return reader.query(document, variables);
            }
        };
        const question = ACCESS_QUESTIONS.find(({ id }) => id === 'lookUp');
        expect(await question?.ask({ ...others, reader: slow })).toMatchObject({
            outcome: 'limited',
            meaning: expect.stringContaining('4,321 ms') as unknown,
            setting: expect.stringContaining('force-app/task-key') as unknown
        });
    });

    it.each([
        ["Field 'Task' in type 'RecordQuery' is undefined", { 'task-graphql-query': 'undefined' }],
        ['CallObject can not be filtered in a query call', { 'task-callobject-filter': 'refused' }]
    ])('the admin without the key field reads what to do when the org says: %s', async (message, profile) => {
        const finding = await ask('lookUp', { ...WITHOUT_KEY, SwitchboardFindTask: refusal(message) });
        expect(finding).toMatchObject({
            outcome: 'refused',
            said: message,
            setting: expect.stringContaining('Who Writes the Task') as unknown,
            profile
        });
    });

    it('the admin with the key field reads that only our own Tasks are found, by their key', async () => {
        const message = 'CallObject can not be filtered in a query call';
        const finding = await ask('lookUp', {
            SwitchboardFindTaskByKey: (document: unknown) =>
                String(document).includes('CallObject: { eq') ? refusal(message) : rows('Task')
        });
        expect(finding).toMatchObject({
            outcome: 'limited',
            said: message,
            meaning: expect.stringContaining('not the Task that the phone makes') as unknown,
            setting: expect.stringContaining('Own or to Phone') as unknown,
            profile: { 'task-callobject-filter': 'refused' }
        });
    });

    it("the search asks for every field that a rule in force fills, and every default field, as this user's saves do", async () => {
        let asked = '';
        const ruled = (name: string, fieldName: string, active: boolean): unknown => ({
            DeveloperName: { value: name },
            Attribute__c: { value: 'Call.QueueName' },
            Task_Field__c: { value: fieldName },
            Active__c: { value: active }
        });
        await ask('lookUp', {
            SwitchboardMapping: rows(
                'Switchboard_Attribute_Mapping__mdt',
                ruled('Used', 'Queue__c', true),
                ruled('Off', 'Unused__c', false),
                ruled('OfCall', 'VoiceCall.Call_Queue__c', true),
                { DeveloperName: { value: 'Switchboard_Sentinel' } }
            ),
            SwitchboardTaskFields: described(
                'Task',
                ...['Queue__c', 'Call_Queue__c', 'Unused__c', 'CallType', 'SwitchboardKey__c'].map((one) => field(one))
            ),
            SwitchboardFindTaskByKey: (document: unknown) => {
                asked = String(document);
                return rows('Task');
            }
        });
        expect(asked).toMatch(/\bQueue__c\b/);
        expect(asked).toMatch(/\bCallType\b/);
        expect(asked).not.toMatch(/\b(?:Unused|Call_Queue)__c\b/);
    });

    it('the admin who may not read the mapping reads all the same that Tasks can be found', async () => {
        expect(await ask('lookUp', { SwitchboardMapping: UNDEFINED })).toMatchObject({ outcome: 'works' });
    });

    it('a search by conversation that is only late says nothing, also where the one by key answers', async () => {
        const finding = await ask('lookUp', {
            SwitchboardFindTaskByKey: (document: unknown) =>
                String(document).includes('CallObject: { eq') ? new ReadError('timeout', 'No answer.') : rows('Task')
        });
        expect(finding).toMatchObject({ outcome: 'unclear', said: 'No answer.' });
        expect(finding.profile).toBeUndefined();
    });

    it('the words of the org are cut where they are too long to read and to send', async () => {
        const { said = '' } = await ask('lookUp', { SwitchboardFindTaskByKey: refusal('x'.repeat(400)) });
        expect(said).toBe(`${'x'.repeat(300)}…`);
    });

    it('what is refused also by key says nothing about Call Object Identifier', async () => {
        const finding = await ask('lookUp', { SwitchboardFindTaskByKey: refusal('orderBy is not supported') });
        expect(finding).toMatchObject({ outcome: 'refused', said: 'orderBy is not supported' });
        expect(finding.profile).toBeUndefined();
    });

    it.each(['SwitchboardFindTaskByKey', 'SwitchboardTaskFields'])(
        'the admin of an org that does not answer %s in time gets no verdict',
        async (query) => {
            const late = new ReadError('timeout', 'No answer.');
            expect(await ask('lookUp', { [query]: late })).toMatchObject({ outcome: 'unclear' });
        }
    );
});

describe('Task in the record API', () => {
    it('the admin reads that the record API takes Tasks', async () => {
        expect(await ask('recordApi')).toMatchObject({ outcome: 'fact', profile: { 'task-ui-api': 'works' } });
    });

    it('the admin reads that it does not, which is no fault', async () => {
        const error = { status: 400, body: [{ errorCode: 'INVALID_TYPE', message: 'not supported in UI API' }] };
        // The platform rejects with a plain object.
        const finding = await ask('recordApi', GOOD, () => Promise.reject(error));
        expect(finding).toMatchObject({ outcome: 'fact', profile: { 'task-ui-api': 'refused' } });
        expect(finding.said).toContain('not supported in UI API');
    });

    it('the admin who is offline gets no verdict', async () => {
        const finding = await ask('recordApi', GOOD, () => Promise.reject(new TypeError('Failed to fetch')));
        expect(finding).toMatchObject({ outcome: 'unclear' });
    });
});
