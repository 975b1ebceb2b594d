import { ReadError, readTaskFields } from 'c/orgReader';
import type { OrgReader } from 'c/orgReader';
import { KEY_FIELD } from 'c/taskWriter';
import { type Finding, findingOfError } from './findings.ts';
import { inTurn } from './inTurn.ts';
import { aloneWith, forgetTry, keepTry, newMark } from './keptTries.ts';
import { whyRefused } from './refusal.ts';
import { changeTask, makeTask } from './taskMutations.ts';
import { newTask, type TestTask, TEST_TASK_QUESTIONS } from './testTaskQuestions.ts';
import { TEST_TASK } from './testTaskLabels.ts';
import { marked, remove } from './testTaskRemoval.ts';

/** Nobody may ever write it. */
const NEVER_EDITABLE = 'IsClosed';

/** Told before a line is asked and when it was answered; undefined puts it back to not asked. */
export type Tell = (id: string, answer: Finding | 'asking' | undefined) => void;

type Known = Pick<TestTask, 'described' | 'forbiddenField' | 'key' | 'values'>;

/**
 * Where the org does not describe Task, a field that nobody may edit serves, and no key is tried. What this user may not
 * set is left out, as from every new Task.
 */
async function known(reader: OrgReader, mark: string): Promise<Known> {
    const described = await readTaskFields(reader).catch(() => undefined);
    const fields = described ?? {};
    const forbidden = Object.values(fields).find(({ name, updateable }) => name.endsWith('__c') && !updateable);
    const key = fields[KEY_FIELD]?.createable === true ? newMark() : undefined;
    const values = Object.entries(newTask(mark, key)).filter(
        ([name]) => described === undefined || fields[name]?.createable === true
    );
    return {
        described: described !== undefined,
        forbiddenField: forbidden?.name ?? NEVER_EDITABLE,
        key,
        values: Object.fromEntries(values)
    };
}

async function askChange(id: string): Promise<Finding> {
    const profile = { 'task-graphql-mutation': 'works', 'task-rights': 'all' };
    const values = { CallDisposition: TEST_TASK.writeSubject };
    try {
        await changeTask(id, values);
        return { outcome: 'works', meaning: TEST_TASK.writeWorks, profile };
    } catch (error) {
        const why = whyRefused(error, Object.keys(values), 'update');
        const isRule = why === 'rule';
        return findingOfError(error, {
            outcome: 'refused',
            meaning: isRule ? TEST_TASK.writeRule : TEST_TASK.writeNoChange,
            setting: isRule ? TEST_TASK.writeRuleSet : TEST_TASK.writeSet,
            profile: { 'task-graphql-mutation': 'works', ...(why === 'rights' ? { 'task-rights': 'noEdit' } : {}) }
        });
    }
}

/** Why there is no test Task, on each line that needed it. */
function tellNothingMade(error: unknown, sent: readonly string[], tell: Tell): void {
    const why = whyRefused(error, sent, 'create');
    const isRule = why === 'rule';
    tell(
        'write',
        findingOfError(error, {
            outcome: 'refused',
            meaning: isRule ? TEST_TASK.writeRule : TEST_TASK.writeNo,
            setting: isRule ? TEST_TASK.writeRuleSet : TEST_TASK.writeSet,
            ...(why === 'noTasks' ? { profile: { 'task-graphql-mutation': 'undefined' } } : {})
        })
    );
    for (const { id } of TEST_TASK_QUESTIONS) tell(id, { outcome: 'unclear', meaning: TEST_TASK.noTask });
}

async function askAbout(task: TestTask, tell: Tell): Promise<void> {
    const change = await askChange(task.id);
    tell('write', change);
    await inTurn(TEST_TASK_QUESTIONS, async (question) => {
        // Where nothing may be changed, every refusal would be about that.
        if (change.outcome === 'refused' && question.withoutChange !== true) {
            return tell(question.id, { outcome: 'unclear', meaning: change.meaning });
        }
        tell(question.id, 'asking');
        tell(question.id, await question.ask(task));
    });
}

/** A lost answer is not a Task that was not made, and a browser may send again by itself what was not answered. */
async function makeOrFind(reader: OrgReader, mark: string, values: TestTask['values']): Promise<string> {
    try {
        return await makeTask(values);
    } catch (error) {
        const [found] = (await marked(reader, mark)) ?? [];
        if (found !== undefined) return found;
        throw error;
    }
}

/** An answer that did not come says nothing of what the org did. */
function answerWasLost(error: unknown): boolean {
    return !(error instanceof ReadError) || error.failure === 'offline' || error.failure === 'timeout';
}

/**
 * Makes a Task, asks what only a Task can tell, and deletes whatever was made, however the questions end, and also when
 * the answer to making it was lost. What a page that is closed meanwhile leaves, `removeLeft` finds. Only on the admin's
 * click.
 */
export async function askWithTestTask(reader: OrgReader, withLead: boolean, tell: Tell): Promise<void> {
    const mark = newMark();
    await aloneWith(mark, () => askMarked({ reader, withLead, mark }, tell));
}

async function askMarked(
    { mark, reader, withLead }: Pick<TestTask, 'mark' | 'reader' | 'withLead'>,
    tell: Tell
): Promise<void> {
    tell('write', 'asking');
    const task = await known(reader, mark);
    const made: string[] = [];
    const keep = (): void => keepTry({ mark, made, at: Date.now() });
    const alsoMade = (id: string): void => {
        made.push(id);
        keep();
    };
    keep();
    let id: string;
    try {
        id = await makeOrFind(reader, mark, task.values);
    } catch (error) {
        tellNothingMade(error, Object.keys(task.values), tell);
        if (answerWasLost(error)) return tell('remove', await remove(reader, mark, made));
        forgetTry(mark);
        return tell('remove', { outcome: 'fact', meaning: TEST_TASK.noTask });
    }
    alsoMade(id);
    try {
        await askAbout({ ...task, id, mark, reader, withLead, alsoMade }, tell);
    } finally {
        tell('remove', 'asking');
        const removed = await remove(reader, mark, made);
        if (removed.outcome === 'works') forgetTry(mark);
        tell('remove', removed);
    }
}
