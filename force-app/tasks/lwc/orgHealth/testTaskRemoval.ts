import userId from '@salesforce/user/Id';
import { fill } from 'c/labelText';
import type { OrgReader } from 'c/orgReader';
import { tasksFound } from 'c/taskWriter';
import { type Finding, shortened } from './findings.ts';
import { inTurn } from './inTurn.ts';
import { aloneWith, forgetTry, keepTry, keptTries, type KeptTry } from './keptTries.ts';
import { isAboutRights } from './refusal.ts';
import { deleteTask } from './taskMutations.ts';
import { TEST_TASK } from './testTaskLabels.ts';

/** A making that was on its way when its page was closed has been answered by then, in milliseconds. */
const ANSWERED_MS = 10 * 60_000;

/** The gravest first. */
const GRAVITY: readonly Finding['outcome'][] = ['refused', 'unclear', 'works'];

/** Test Tasks of one try that the org knows, also those whose making was never answered; undefined: it does not say. */
export async function marked(reader: OrgReader, mark: string): Promise<readonly string[] | undefined> {
    try {
        const key = { id: '', conversationId: mark, userId };
        return (await tasksFound(reader, key, { fields: [], withKey: false }, true)).map(({ taskId }) => taskId);
    } catch {
        return undefined;
    }
}

/** `done`: what it means that nothing is left. */
async function deleteEach(ids: readonly string[], done: string): Promise<Finding> {
    const why = await Promise.all(ids.map(deleteTask));
    const leftTaskIds = ids.filter((_id, at) => why[at] !== undefined);
    const first = why.find((error) => error !== undefined);
    if (first === undefined) return { outcome: 'works', meaning: done };
    return {
        ...left(leftTaskIds),
        said: shortened(first.message),
        ...(isAboutRights(first) ? { profile: { 'task-rights': 'noDelete' } } : {})
    };
}

function left(leftTaskIds: readonly string[]): Finding {
    return { outcome: 'refused', meaning: TEST_TASK.writeLeft, setting: TEST_TASK.removeSet, leftTaskIds };
}

function unknown(): Finding {
    return { outcome: 'unclear', meaning: fill(TEST_TASK.removeUnknown, TEST_TASK.writeSubject) };
}

/** Deletes what a try made. */
export async function remove(reader: OrgReader, mark: string, made: readonly string[]): Promise<Finding> {
    const found = await marked(reader, mark);
    if (found === undefined && made.length === 0) return unknown();
    return deleteEach([...new Set([...made, ...(found ?? [])])], TEST_TASK.removeDone);
}

/** Whether the Task of an id that the browser kept is still the one that was made; undefined: it is gone. */
async function isStillOurs(reader: OrgReader, mark: string, taskId: string): Promise<boolean | undefined> {
    try {
        const key = { id: '', conversationId: mark, userId };
        const asked = { fields: ['CallObject', 'Subject'], withKey: false, taskId };
        const [row] = await tasksFound(reader, key, asked, false);
        return row && (row.values.CallObject === mark || row.values.Subject === TEST_TASK.writeSubject);
    } catch {
        return false;
    }
}

/** Undefined when there is nothing to tell. What is not surely a test Task is named and never deleted. */
async function removeOne(reader: OrgReader, { mark, made, at }: KeptTry): Promise<Finding | undefined> {
    const found = await marked(reader, mark);
    const others = made.filter((id) => found?.includes(id) !== true);
    const ours = await Promise.all(others.map((id) => isStillOurs(reader, mark, id)));
    const ids = [...(found ?? []), ...others.filter((_id, i) => ours[i] === true)];
    const removed = await deleteEach(ids, TEST_TASK.removeLeftDone);
    const leftTaskIds = [...(removed.leftTaskIds ?? []), ...others.filter((_id, i) => ours[i] === false)];
    if (leftTaskIds.length > 0) {
        keepTry({ mark, made: leftTaskIds, at });
        return { ...removed, ...left(leftTaskIds) };
    }
    if (found !== undefined && Date.now() - at > ANSWERED_MS) forgetTry(mark);
    else keepTry({ mark, made: [], at });
    if (ids.length > 0) return removed;
    if (made.length > 0) return { outcome: 'works', meaning: TEST_TASK.removeDone };
    return found === undefined ? unknown() : undefined;
}

/**
 * Deletes what earlier pages of this user left in the org because they were closed meanwhile, or because they could not
 * delete it. Undefined when there is nothing to tell. Never rejects.
 */
export async function removeLeft(reader: OrgReader): Promise<Finding | undefined> {
    const findings: Finding[] = [];
    await inTurn(keptTries(Date.now()), async (one) => {
        const alone = await aloneWith(one.mark, async () => ({ finding: await removeOne(reader, one) }));
        const finding = alone ? alone.finding : ({ outcome: 'unclear', meaning: TEST_TASK.removeOther } as const);
        if (finding) findings.push(finding);
    });
    const [gravest] = [...findings].sort((a, b) => GRAVITY.indexOf(a.outcome) - GRAVITY.indexOf(b.outcome));
    const leftTaskIds = findings.flatMap((finding) => finding.leftTaskIds ?? []);
    return gravest && { ...gravest, ...(leftTaskIds.length > 0 ? { leftTaskIds } : {}) };
}
