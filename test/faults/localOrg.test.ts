/** The model org of the fault model and the local org are written apart. Where both answer, they have to agree. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { createLocalOrg } from '../../local/org/org.ts';
import type { LocalOrg } from '../../local/org/org.ts';
import { createModelOrg } from './org/modelOrg.ts';
import type { ModelOrg, OrgAnswer } from './org/modelOrg.ts';
import type { RecordAnswer, RecordAsked } from './org/recordApi.ts';
import { PROFILE_QUESTIONS, USUAL_PROFILE } from './org/profile.ts';
import type { ModelProfile } from './org/profile.ts';
import { Refusal } from './org/taskTable.ts';
import './productModules.ts';

const { CREATE_TASK, DELETE_TASK, UPDATE_TASK, tasksOfHandling } =
    await import('../../force-app/tasks/lwc/taskWriter/taskQueries.ts');

/** Sequences for each profile: a profile is slow to switch. */
const RUNS = 50;
const PROFILES = 8;
const AGENT = { name: 'agent', id: '005Lc0000000001IAA' };
const FIELDS = [
    'Subject',
    'Description',
    'CallObject',
    'CallDisposition',
    'CallDurationInSeconds',
    'Type',
    'WhoId',
    'WhatId'
];
/** Questions that both orgs act on. */
const SHARED = [
    'task-write-route',
    'unique-key',
    'task-callobject-filter',
    'task-object-infos',
    'forbidden-field-error',
    'save-error-code',
    'error-path-name',
    'lead-with-related-to'
] as const;

type Given = Readonly<Record<string, string | number | null>>;
type Step =
    | { readonly do: 'create'; readonly values: Given }
    | { readonly do: 'update'; readonly which: number; readonly values: Given }
    | { readonly do: 'delete'; readonly which: number }
    | { readonly do: 'find'; readonly conversation: string; readonly key: boolean }
    | { readonly do: 'refuse'; readonly what: 'rowLock' | 'validationRule' };

/** One org as the sequence sees it: ids by the order in which they were made. */
interface Org {
    ask(query: string, variables: Record<string, unknown>): Promise<OrgAnswer>;
    /** The record API. */
    change(change: RecordAsked['change'], id: string, fields: Given): Promise<Pick<RecordAnswer, 'ok' | 'body'>>;
    refuse(what: 'rowLock' | 'validationRule'): void;
    rows(): readonly Readonly<Record<string, unknown>>[];
}

function modelAsOrg(org: ModelOrg): Org {
    let request = 0;
    return {
        async ask(query, variables): Promise<OrgAnswer> {
            request += 1;
            const asked = { query, variables, user: AGENT.id, request };
            return query.trim().startsWith('mutation') ? org.mutate(asked) : org.query(asked);
        },
        change(change, id, fields): Promise<RecordAnswer> {
            request += 1;
            return Promise.resolve(org.change({ change, id, fields, user: AGENT.id, request }));
        },
        refuse(what): void {
            const code = what === 'rowLock' ? 'UNABLE_TO_LOCK_ROW' : 'FIELD_CUSTOM_VALIDATION_EXCEPTION';
            org.refuseNext(new Refusal(code, 'not now'));
        },
        rows: () => org.tasks.rows().map(({ id, values }) => ({ Id: id, ...values }))
    };
}

function localAsOrg(org: LocalOrg): Org {
    const send = (method: string, resource: string, body: unknown): Promise<Response> =>
        org.fetch(
            new Request(`http://127.0.0.1/services/data/v66.0/${resource}`, {
                method,
                headers: { cookie: `sid=${AGENT.name}`, 'content-type': 'application/json' },
                ...(method === 'DELETE' ? {} : { body: JSON.stringify(body) })
            })
        );
    return {
        async ask(query, variables): Promise<OrgAnswer> {
            return (await (await send('POST', 'graphql', { query, variables })).json()) as OrgAnswer;
        },
        async change(change, id, fields): Promise<{ readonly ok: boolean; readonly body: unknown }> {
            const response =
                change === 'create'
                    ? await send('POST', 'ui-api/records', { apiName: 'Task', fields })
                    : await send(change === 'update' ? 'PATCH' : 'DELETE', `ui-api/records/${id}`, { fields });
            const text = await response.text();
            return { ok: response.ok, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
        },
        refuse: (what) => org.switchFaults({ [what]: { count: 1 } }),
        rows: () => org.records('Task').filter(({ IsDeleted }) => IsDeleted !== true)
    };
}

const CODE =
    /\b(DUPLICATE_VALUE|STRING_TOO_LONG|ENTITY_IS_DELETED|UNABLE_TO_LOCK_ROW|FIELD_CUSTOM_VALIDATION_EXCEPTION|FIELD_INTEGRITY_EXCEPTION)\b/;

/** What kind of answer it is, whatever its words. */
function outcome({ errors, data }: OrgAnswer): string {
    const error = errors?.[0];
    if (error === undefined) return data === null ? 'nothing' : 'done';
    const { message, extensions } = error;
    const code = CODE.exec(`${message} ${String(extensions['errorCode'])}`)?.[1];
    if (code !== undefined) return `${code} in ${CODE.test(message) ? 'message' : 'extensions'}`;
    const named = /'(Nowhere__c)'/.exec(message)?.[1];
    return named === undefined ? `refused: ${extensions['ErrorType']}` : `refused: ${named}`;
}

/** Its code, and where that stands: at a field, or at the page. Which of two faults an org names first is its own business. */
function outcomeOfChange({ ok, body }: Pick<RecordAnswer, 'ok' | 'body'>): string {
    if (ok) return 'done';
    const [refusal] = Array.isArray(body) ? (body as { errorCode: string }[]) : [];
    const { output } = body as {
        output?: { errors: { errorCode: string }[]; fieldErrors: Record<string, { errorCode: string }[]> };
    };
    const about = Object.values(output?.fieldErrors ?? {})[0]?.[0];
    return `${(refusal ?? about ?? output?.errors[0])?.errorCode} at ${about === undefined ? 'the page' : 'a field'}`;
}

/** The same change by both ways: the org takes it by one of them. */
async function change(
    org: Org,
    { change, id, fields }: Pick<RecordAsked, 'change' | 'id'> & { readonly fields: Given }
): Promise<{ readonly id: string | undefined; readonly told: readonly string[] }> {
    const document = { create: CREATE_TASK, update: UPDATE_TASK, delete: DELETE_TASK }[change];
    const input = { ...(change === 'create' ? {} : { Id: id }), ...(change === 'delete' ? {} : { Task: fields }) };
    const byGraphql = await org.ask(String(document), { input });
    const byRecordApi = await org.change(change, id, fields);
    const made = (byGraphql.data as { uiapi?: { TaskCreate?: { Record?: { Id: string } } } } | null)?.uiapi?.TaskCreate;
    const saved = (byGraphql.errors ?? []).length === 0 ? made?.Record?.Id : undefined;
    const other = byRecordApi.ok ? (byRecordApi.body as { id?: string } | undefined)?.id : undefined;
    // An unknown field beside another fault: see above.
    const told = 'Nowhere__c' in fields && !byRecordApi.ok ? 'refused' : outcomeOfChange(byRecordApi);
    return { id: saved ?? other, told: [outcome(byGraphql), told] };
}

async function playOn(org: Org, steps: readonly Step[], second: () => void): Promise<unknown[]> {
    const ids: string[] = [];
    const told: unknown[] = [];
    const plain = (row: Readonly<Record<string, unknown>>): unknown[] => [
        ids.indexOf(String(row['Id'])),
        ...FIELDS.map((name) => row[name] ?? null)
    ];
    for (const step of steps) {
        second();
        switch (step.do) {
            case 'create': {
                const made = await change(org, { change: 'create', id: '', fields: step.values });
                if (made.id !== undefined) ids.push(made.id);
                told.push(['create', ...made.told]);
                break;
            }
            case 'update':
            case 'delete': {
                const id = ids[step.which % Math.max(1, ids.length)];
                if (id === undefined) break;
                const fields = step.do === 'update' ? step.values : {};
                told.push([step.do, ...(await change(org, { change: step.do, id, fields })).told]);
                break;
            }
            case 'find': {
                const by = { key: step.key, id: false, conversation: true };
                const variables = {
                    conversation: step.conversation,
                    user: AGENT.id,
                    ...(step.key ? { key: 'key-1' } : {})
                };
                const answer = await org.ask(String(tasksOfHandling(['Subject'], by)), variables);
                const found = (
                    answer.data as { uiapi?: { query?: { Task?: { edges: { node: { Id: string } }[] } } } } | null
                )?.uiapi?.query?.Task;
                told.push(['find', outcome(answer), found?.edges.map(({ node }) => ids.indexOf(node.Id))]);
                break;
            }
            case 'refuse': {
                // Which of several faults an org names first is its own business: this one comes alone.
                org.refuse(step.what);
                const refused = await change(org, { change: 'create', id: '', fields: { Subject: 'Call' } });
                told.push([step.what, ...refused.told]);
            }
        }
    }
    return [
        ...told,
        org
            .rows()
            .map(plain)
            .sort((a, b) => Number(a[0]) - Number(b[0]))
    ];
}

const LONG = 'x'.repeat(300);

function valuesFor(lead: string, account: string, hasKey: boolean): fc.Arbitrary<Given> {
    return fc
        .record(
            {
                Subject: fc.constantFrom('Call', '  padded ', '', LONG, null),
                Description: fc.constantFrom('notes', ' \n notes \t', ''),
                CallObject: fc.constantFrom('call-1', 'call-2'),
                CallDisposition: fc.constantFrom('Sold', null, LONG),
                CallDurationInSeconds: fc.constantFrom(0, 12, null),
                Type: fc.constantFrom('Call', 'Chat'),
                WhoId: fc.constantFrom(lead, null),
                WhatId: fc.constantFrom(account, null),
                ...(hasKey ? { SwitchboardKey__c: fc.constantFrom('key-1', 'key-2', null) } : {}),
                Nowhere__c: fc.constantFrom('x')
            },
            { requiredKeys: [] }
        )
        .map(({ Nowhere__c, ...values }) =>
            Nowhere__c !== undefined && Object.keys(values).length % 5 === 4 ? { ...values, Nowhere__c } : values
        ) as fc.Arbitrary<Given>;
}

/** Every answer is in force in some of them. */
function profileNumber(number: number): Partial<ModelProfile> {
    return Object.fromEntries(
        SHARED.map((id, index) => {
            const allowed = PROFILE_QUESTIONS[id];
            return [id, allowed[(number + (number >> 1) * index) % allowed.length]];
        })
    );
}

/** One question of the model is two of the local org. */
function asLocal({ 'task-write-route': route, ...answers }: Partial<ModelProfile>): Record<string, string> {
    return {
        ...answers,
        'task-graphql-mutation': route === 'recordApi' ? 'undefined' : 'works',
        'task-ui-api': route === 'recordApi' ? 'works' : 'refused'
    };
}

function sequences(lead: string, account: string, hasKey: boolean): fc.Arbitrary<Step[]> {
    const values = valuesFor(lead, account, hasKey);
    const finds = {
        do: fc.constant('find' as const),
        conversation: fc.constantFrom('call-1', 'call-3'),
        key: fc.constant(hasKey)
    };
    const refusals = fc.constantFrom('rowLock' as const, 'validationRule' as const);
    const step: fc.Arbitrary<Step> = fc.oneof(
        { weight: 5, arbitrary: fc.record({ do: fc.constant('create' as const), values }) },
        { weight: 4, arbitrary: fc.record({ do: fc.constant('update' as const), which: fc.nat(3), values }) },
        { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), which: fc.nat(3) }) },
        { weight: 2, arbitrary: fc.record(finds) },
        { weight: 1, arbitrary: fc.record({ do: fc.constant('refuse' as const), what: refusals }) }
    );
    return fc.array(step, { minLength: 1, maxLength: 8 });
}

test(`a developer's model org and local org answer ${PROFILES * RUNS} random sequences alike`, async (t) => {
    const seed = Math.floor(Math.random() * 1_000_000_000) + 1;
    t.diagnostic(`seed ${seed}`);
    let now = Date.parse('2026-01-15T09:00:00.000Z');
    const second = (): void => {
        now += 1_000;
    };
    const local = createLocalOrg({
        projectDir: path.resolve(import.meta.dirname, '../..'),
        databaseFile: ':memory:',
        now: () => new Date(now)
    });
    t.after(() => local.close());
    const lead = String(local.records('Lead')[0]?.['Id']);
    const account = String(local.records('Account')[0]?.['Id']);
    for (let number = 0; number < PROFILES; number += 1) {
        const answers = profileNumber(number);
        local.switchProfile(asLocal(answers));
        const property = fc.asyncProperty(
            sequences(lead, account, answers['unique-key'] === 'accepted'),
            async (steps) => {
                for (const { Id } of localAsOrg(local).rows()) local.deleteAs(AGENT.name, 'Task', String(Id));
                const model = createModelOrg({ ...USUAL_PROFILE, ...answers }, () => now);
                const byModel = await playOn(modelAsOrg(model), steps, second);
                const byLocal = await playOn(localAsOrg(local), steps, second);
                assert.deepEqual(byModel, byLocal, JSON.stringify(answers));
            }
        );
        await fc.assert(property, { numRuns: RUNS, seed });
    }
});
