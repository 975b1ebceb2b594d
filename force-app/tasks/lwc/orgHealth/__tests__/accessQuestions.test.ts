import { ReadError } from 'c/orgReader';
import { ACCESS_QUESTIONS } from '../accessQuestions.ts';
import type { Finding } from '../findings.ts';
import type { Asked } from '../question.ts';
import { type Answering, asking, GOOD, named, refusal, rows } from './answeringOrg.ts';

function ask(id: string, org: Answering = GOOD, describeTask?: Asked['describeTask']): Promise<Finding> {
    const question = ACCESS_QUESTIONS.find((one) => one.id === id);
    if (!question) throw new Error(`There is no question ${id}.`);
    return question.ask(asking({ ...GOOD, ...org }, describeTask));
}

const UNDEFINED = refusal("Field 'X__mdt' in type 'RecordQuery' is undefined");

describe('reading the mapping and the settings', () => {
    it('the admin reads that both can be read', async () => {
        expect(await ask('mapping')).toMatchObject({ outcome: 'works' });
    });

    it('the admin reads that the user may not read the mapping, and the permission set to assign', async () => {
        const finding = await ask('mapping', { SwitchboardHealthMapping: UNDEFINED });
        expect(finding).toMatchObject({
            outcome: 'refused',
            said: expect.stringContaining('is undefined') as unknown,
            setting: expect.stringContaining('permission set Switchboard Agent') as unknown,
            profile: { 'metadata-type-without-access': 'undefined' }
        });
    });

    it('the admin is not told that an empty answer is an empty mapping', async () => {
        const finding = await ask('mapping', {
            SwitchboardHealthMapping: named('Switchboard_Attribute_Mapping__mdt', 'Some_Row')
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
        const finding = await ask('mapping', { SwitchboardHealthSettings: answer });
        expect(finding).toMatchObject({
            outcome: 'refused',
            meaning: expect.stringContaining('may not read the settings') as unknown
        });
    });

    it('the admin who is offline gets no verdict on the org', async () => {
        const finding = await ask('mapping', { SwitchboardHealthMapping: new TypeError('Failed to fetch') });
        expect(finding).toMatchObject({ outcome: 'unclear', said: 'Failed to fetch' });
        expect(finding.profile).toBeUndefined();
    });
});

describe('reading the two lists', () => {
    it('the admin reads that both can be read', async () => {
        expect(await ask('lists')).toMatchObject({ outcome: 'works' });
    });

    it.each([
        ['transfer targets', 'SwitchboardHealthTargets'],
        ['statuses', 'SwitchboardHealthStatuses']
    ])('the admin reads that the %s cannot be read', async (words, query) => {
        const finding = await ask('lists', { [query]: UNDEFINED });
        expect(finding.outcome).toBe('refused');
        expect(finding.meaning).toContain(`list of ${words}`);
    });

    it('the admin reads of both lists when neither can be read', async () => {
        const finding = await ask('lists', {
            SwitchboardHealthTargets: UNDEFINED,
            SwitchboardHealthStatuses: named('Switchboard_Agent_Status__mdt')
        });
        expect(finding.meaning).toMatch(/transfer targets.*list of statuses/);
    });

    it('the admin who is offline gets no verdict on either list', async () => {
        const offline = new TypeError('Failed to fetch');
        const finding = await ask('lists', { SwitchboardHealthTargets: offline, SwitchboardHealthStatuses: offline });
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

    it('the admin of an org that searches slowly reads how long it took', async () => {
        jest.useFakeTimers({ now: 0 });
        const question = ACCESS_QUESTIONS.find(({ id }) => id === 'lookUp');
        const slow: Asked = {
            ...asking(GOOD),
            reader: {
                query: () => {
                    jest.setSystemTime(4321);
                    return Promise.resolve(rows('Task'));
                }
            }
        };
        expect(await question?.ask(slow)).toMatchObject({
            outcome: 'limited',
            meaning: expect.stringContaining('4321 ms') as unknown,
            setting: expect.stringContaining('force-app/task-key') as unknown
        });
    });

    it.each([
        ["Field 'Task' in type 'RecordQuery' is undefined", { 'task-graphql-query': 'undefined' }],
        ['CallObject can not be filtered in a query call', { 'task-callobject-filter': 'refused' }]
    ])('the admin reads what to do when the org says: %s', async (message, profile) => {
        const finding = await ask('lookUp', { SwitchboardHealthLookUp: refusal(message) });
        expect(finding).toMatchObject({
            outcome: 'refused',
            said: message,
            setting: expect.stringContaining('Who Writes the Task') as unknown,
            profile
        });
    });

    it('the admin of an org that does not answer in time gets no verdict', async () => {
        const late = new ReadError('timeout', 'No answer.');
        expect(await ask('lookUp', { SwitchboardHealthLookUp: late })).toMatchObject({ outcome: 'unclear' });
    });
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
