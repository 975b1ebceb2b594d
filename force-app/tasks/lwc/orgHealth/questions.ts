import { ACCESS_QUESTIONS } from './accessQuestions.ts';
import { BROWSER_QUESTIONS } from './browserQuestions.ts';
import { FIELD_QUESTIONS } from './fieldQuestions.ts';
import { LABELS } from './labels.ts';
import { PHONE_QUESTIONS } from './phoneQuestions.ts';
import type { GroupId, Question } from './question.ts';
import { TEST_TASK } from './testTaskLabels.ts';
import { TEST_TASK_QUESTIONS } from './testTaskQuestions.ts';
import { VENDOR_QUESTION } from './vendorQuestion.ts';

/** What the org answers, one after the other. */
export const ORG_QUESTIONS: readonly Question[] = [...ACCESS_QUESTIONS, ...FIELD_QUESTIONS];
/** What the page answers by itself. */
export const PAGE_QUESTIONS: readonly Question[] = [...BROWSER_QUESTIONS, ...PHONE_QUESTIONS, VENDOR_QUESTION];

/** One line as it stands on the page, asked or not. */
export type Line = Pick<Question, 'id' | 'group' | 'title' | 'tried'>;

/** About the test Task; the one about a lead only where the admin allowed it. */
export const TEST_TASK_LINES: readonly Line[] = [
    { id: 'write', title: TEST_TASK.writeTitle, tried: TEST_TASK.writeTried },
    ...TEST_TASK_QUESTIONS,
    { id: 'remove', title: TEST_TASK.removeTitle, tried: TEST_TASK.removeTried }
].map(({ id, title, tried }) => ({ id, title, tried, group: 'testTask' }));

/** Every line that is always there, in the order of the page. */
export const LINES: readonly Line[] = [...ORG_QUESTIONS, ...PAGE_QUESTIONS, ...TEST_TASK_LINES];

/** The groups in the order of the page. */
export const GROUPS: readonly { readonly id: GroupId; readonly title: string }[] = [
    { id: 'access', title: LABELS.groupAccess },
    { id: 'fields', title: LABELS.groupFields },
    { id: 'browser', title: LABELS.groupBrowser },
    { id: 'phone', title: LABELS.groupPhone },
    { id: 'observed', title: LABELS.groupObserved },
    { id: 'testTask', title: LABELS.groupTestTask }
];
