import { DEFAULT_FIELDS } from 'c/attributeMapping';
import { readTaskSetup } from 'c/orgReader';
import type { OrgReader, QueryDocument } from 'c/orgReader';
import type { SaveRequest, TaskKey } from 'c/taskSync';
import { createRecordWriter } from 'c/taskWriter';
import { executeMutation } from 'lightning/graphql';
import { ACCESS_QUESTIONS } from '../accessQuestions.ts';
import { FIELD_QUESTIONS } from '../fieldQuestions.ts';
import { askWithTestTask } from '../testTask.ts';
import { asking, described, field, GOOD, named, nameOf, readerOf, refusal, rows } from './answeringOrg.ts';
import { taskOrg } from './taskOrg.ts';

/** What is asked by the page, or by the agents' panel. */
function listened(reader: OrgReader): { reader: OrgReader; asked: Set<QueryDocument> } {
    const asked = new Set<QueryDocument>();
    return {
        asked,
        reader: {
            query: (document, variables) => {
                asked.add(document);
                return reader.query(document, variables);
            }
        }
    };
}

const KEY: TaskKey = { id: 'k', conversationId: 'c', userId: '005', connectedTime: '2026-03-02T09:00:00.000Z' };

/** Every default field of a Task that was saved before. */
const REQUEST: SaveRequest = {
    attributes: {},
    patch: {},
    onlyWhenEmpty: [],
    defaults: Object.fromEntries(DEFAULT_FIELDS.map((name) => [name, null])),
    keepDefaults: true,
    mayCreate: false,
    taskId: '00T000000000001'
};

async function askedByPage(org: OrgReader): Promise<Set<QueryDocument>> {
    const { asked, reader } = listened(org);
    for (const question of [...ACCESS_QUESTIONS, ...FIELD_QUESTIONS]) {
        await question.ask({ ...asking(GOOD), reader });
    }
    return asked;
}

async function askedByPanel(org: OrgReader): Promise<Set<QueryDocument>> {
    const { asked, reader } = listened(org);
    const { fields } = await readTaskSetup(reader);
    const writer = createRecordWriter({ reader, fields: () => fields, watched: () => ['Type'] });
    await writer.save(KEY, REQUEST).catch(() => undefined);
    return asked;
}

afterEach(() => jest.resetAllMocks());

it.each([
    ['that tells everything', GOOD],
    [
        'that keeps picklists and limits to itself',
        {
            ...GOOD,
            SwitchboardTaskFields: refusal('no values'),
            SwitchboardTaskFieldsLimits: refusal('no limits'),
            SwitchboardTaskFieldsShort: described(
                'Task',
                field('Subject'),
                field('Type'),
                field('SwitchboardUnsaved__c')
            )
        }
    ],
    ['that describes nothing', { ...GOOD, SwitchboardTaskFields: named('Task'), SwitchboardFindTask: rows('Task') }]
])('the admin of an org %s is told how it answers the very questions of the agents', async (_what, org) => {
    const panel = await askedByPanel(readerOf(org));
    const page = await askedByPage(readerOf(org));

    expect([...panel].map(nameOf).filter((name) => name.startsWith('SwitchboardFind'))).toHaveLength(1);
    expect([...panel].filter((document) => !page.has(document))).toEqual([]);
});

it('the test Task is made, changed and deleted as the panel does it', async () => {
    const org = taskOrg();
    await askWithTestTask(org.reader, true, () => undefined);
    const byPage = new Set(jest.mocked(executeMutation).mock.calls.map(([{ query }]) => query));

    jest.mocked(executeMutation).mockClear();
    const writer = createRecordWriter({ reader: org.reader, fields: () => undefined });
    const request = { ...REQUEST, defaults: {} };
    const { taskId: _none, ...first } = request;
    const { taskId } = await writer.save(KEY, { ...first, patch: { Subject: 'Call' }, mayCreate: true });
    await writer.save(KEY, { ...request, patch: { CallDisposition: 'Sold' }, ...(taskId && { taskId }) });
    const byPanel = jest.mocked(executeMutation).mock.calls.map(([{ query }]) => query);

    expect(byPanel).toHaveLength(2);
    expect(byPanel.filter((query) => !byPage.has(query))).toEqual([]);
});
