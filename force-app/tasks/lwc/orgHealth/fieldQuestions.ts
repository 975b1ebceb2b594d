import { fill } from 'c/labelText';
import type { QueryDocument } from 'c/orgReader';
import { type DescribedField, describedFields } from './describedFields.ts';
import { FIELDS } from './fieldLabels.ts';
import { type Finding, findingOfError } from './findings.ts';
import { ACCOUNT_FIELDS, PICKLIST_VALUES, TASK_FIELDS } from './healthQueries.ts';
import type { Asked, Question } from './question.ts';

type Judge = (fields: readonly DescribedField[]) => Finding;

const CHANNELS = ['Call', 'Chat', 'Email', 'Voicemail', 'Message'];
const KEY_FIELD = 'SwitchboardKey__c';
const UNSAVED_FIELD = 'SwitchboardUnsaved__c';
/** What an ordinary text field takes. */
const SHORT_TEXT = 255;

/** Reads the fields and judges them. An empty description is a refusal in other words. */
function judging(
    query: QueryDocument,
    judge: Judge,
    refusal: Omit<Finding, 'said'> = { outcome: 'unclear', meaning: FIELDS.notDescribed }
): (asked: Asked) => Promise<Finding> {
    return async ({ reader }) => {
        try {
            const fields = await describedFields(reader, query);
            return fields.length === 0 ? refusal : judge(fields);
        } catch (error) {
            return findingOfError(error, refusal);
        }
    };
}

function named(fields: readonly DescribedField[], name: string): DescribedField | undefined {
    return fields.find((field) => field.name === name);
}

const judgeDescription: Judge = (fields) => {
    const profile = { 'task-object-infos': 'answers' };
    const editable = fields.filter(({ updateable }) => updateable).length;
    return editable > 0 && fields.some(({ createable }) => createable)
        ? { outcome: 'works', meaning: fill(FIELDS.describeWorks, fields.length, editable), profile }
        : { outcome: 'refused', meaning: FIELDS.describeNoEdit, setting: FIELDS.describeNoEditSet, profile };
};

const NO_PICKLISTS: Finding = {
    outcome: 'limited',
    meaning: FIELDS.picklistNo,
    profile: { 'task-picklist-values': 'refused' }
};

const judgePicklists: Judge = (fields) => {
    const told = fields.filter(({ values }) => values !== undefined && values.length > 0).length;
    return told > 0
        ? {
              outcome: 'works',
              meaning: fill(FIELDS.picklistWorks, told),
              profile: { 'task-picklist-values': 'answers' }
          }
        : NO_PICKLISTS;
};

const TYPE_HIDDEN: Finding = { outcome: 'unclear', meaning: FIELDS.typeHidden, setting: FIELDS.typeSet };

const judgeType: Judge = (fields) => {
    const values = named(fields, 'Type')?.values;
    if (values === undefined || values.length === 0) return TYPE_HIDDEN;
    const missing = CHANNELS.filter((channel) => !values.includes(channel));
    return missing.length === 0
        ? { outcome: 'works', meaning: FIELDS.typeWorks, profile: { 'type-picklist': 'complete' } }
        : {
              outcome: 'limited',
              meaning: fill(FIELDS.typeMissing, missing.join(', ')),
              setting: FIELDS.typeSet,
              profile: { 'type-picklist': 'withoutChannels' }
          };
};

const judgeKey: Judge = (fields) => {
    const key = named(fields, KEY_FIELD);
    if (key?.createable === true) {
        return { outcome: 'works', meaning: FIELDS.keyWorks, profile: { 'unique-key': 'accepted' } };
    }
    return {
        outcome: 'limited',
        meaning: key ? FIELDS.keyReadOnly : FIELDS.keyAbsent,
        setting: FIELDS.keySet,
        profile: { 'unique-key': 'absent' }
    };
};

const judgeUnsaved: Judge = (fields) =>
    named(fields, UNSAVED_FIELD)?.updateable === true
        ? { outcome: 'works', meaning: FIELDS.unsavedWorks }
        : { outcome: 'limited', meaning: FIELDS.unsavedAbsent, setting: FIELDS.unsavedSet };

const judgeLongText: Judge = (fields) => {
    const long = fields.find(
        ({ name, dataType, length }) => name.endsWith('__c') && dataType === 'TEXTAREA' && length > SHORT_TEXT
    );
    return long
        ? {
              outcome: 'works',
              meaning: fill(FIELDS.longTextWorks, long.name, long.length),
              profile: { 'long-text-on-activity': 'accepted' }
          }
        : { outcome: 'fact', meaning: FIELDS.longTextNone };
};

const judgePerson: Judge = (fields) =>
    named(fields, 'IsPersonAccount')
        ? { outcome: 'fact', meaning: FIELDS.personOn, profile: { 'person-accounts': 'on' } }
        : { outcome: 'fact', meaning: FIELDS.personOff, profile: { 'person-accounts': 'off' } };

const NOT_DESCRIBED: Finding = {
    outcome: 'limited',
    meaning: FIELDS.describeNo,
    profile: { 'task-object-infos': 'refused' }
};

/** What does the org tell of the fields that Switchboard fills? */
export const FIELD_QUESTIONS: readonly Question[] = [
    {
        id: 'describe',
        group: 'fields',
        title: FIELDS.describeTitle,
        tried: FIELDS.describeTried,
        ask: judging(TASK_FIELDS, judgeDescription, NOT_DESCRIBED)
    },
    {
        id: 'picklists',
        group: 'fields',
        title: FIELDS.picklistTitle,
        tried: FIELDS.picklistTried,
        ask: judging(PICKLIST_VALUES, judgePicklists, NO_PICKLISTS)
    },
    {
        id: 'type',
        group: 'fields',
        title: FIELDS.typeTitle,
        tried: FIELDS.typeTried,
        ask: judging(PICKLIST_VALUES, judgeType, TYPE_HIDDEN)
    },
    {
        id: 'key',
        group: 'fields',
        title: FIELDS.keyTitle,
        tried: FIELDS.keyTried,
        ask: judging(TASK_FIELDS, judgeKey)
    },
    {
        id: 'unsaved',
        group: 'fields',
        title: FIELDS.unsavedTitle,
        tried: FIELDS.unsavedTried,
        ask: judging(TASK_FIELDS, judgeUnsaved)
    },
    {
        id: 'longText',
        group: 'fields',
        title: FIELDS.longTextTitle,
        tried: FIELDS.longTextTried,
        ask: judging(TASK_FIELDS, judgeLongText)
    },
    {
        id: 'person',
        group: 'fields',
        title: FIELDS.personTitle,
        tried: FIELDS.personTried,
        ask: judging(ACCOUNT_FIELDS, judgePerson)
    }
];
