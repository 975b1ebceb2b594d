import type { FieldDescription } from 'c/attributeMapping';
import { fill } from 'c/labelText';
import { at, readTaskFields } from 'c/orgReader';
import { KEY_FIELD, UNSAVED_FIELD } from 'c/taskWriter';
import { FIELDS } from './fieldLabels.ts';
import { type Finding, findingOfError, shortened } from './findings.ts';
import { ACCOUNT_FIELDS } from './healthQueries.ts';
import type { Asked, Question } from './question.ts';

/** How the agents' panel gets to know Task: the fields, and what the org said to each question that it refused. */
interface Described {
    readonly fields: readonly FieldDescription[];
    readonly refusals: readonly string[];
}

type Judge = (task: Described) => Finding;

const CHANNELS = ['Call', 'Chat', 'Email', 'Voicemail', 'Message'];
/** What an ordinary text field takes. */
const SHORT_TEXT = 255;

/** Reads the fields as the panel does and judges them. An empty description is a refusal in other words. */
function judging(
    judge: Judge,
    refusal: Omit<Finding, 'said'> = { outcome: 'unclear', meaning: FIELDS.notDescribed }
): (asked: Asked) => Promise<Finding> {
    return async ({ reader }) => {
        const refusals: string[] = [];
        try {
            const fields = await readTaskFields(reader, ({ message }) => refusals.push(message));
            return fields === undefined
                ? saying(refusals.at(-1), refusal)
                : judge({ fields: Object.values(fields), refusals });
        } catch (error) {
            return findingOfError(error, refusal);
        }
    };
}

/** With what the org said, where it said something. */
function saying(said: string | undefined, finding: Finding): Finding {
    return said === undefined ? finding : { ...finding, said: shortened(said) };
}

function named(fields: readonly FieldDescription[], name: string): FieldDescription | undefined {
    return fields.find((field) => field.name === name);
}

const judgeDescription: Judge = ({ fields }) => {
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

const judgePicklists: Judge = ({ fields, refusals }) => {
    const told = fields.filter(({ picklistValues }) => picklistValues !== undefined).length;
    return told > 0
        ? {
              outcome: 'works',
              meaning: fill(FIELDS.picklistWorks, told),
              profile: { 'task-picklist-values': 'answers' }
          }
        : saying(refusals[0], NO_PICKLISTS);
};

const judgeLimits: Judge = ({ fields, refusals }) =>
    fields.some(({ length }) => length !== undefined)
        ? { outcome: 'works', meaning: FIELDS.limitsWorks, profile: { 'task-field-limits': 'answers' } }
        : saying(refusals.at(-1), {
              outcome: 'limited',
              meaning: FIELDS.limitsNo,
              profile: { 'task-field-limits': 'refused' }
          });

const TYPE_HIDDEN: Finding = { outcome: 'unclear', meaning: FIELDS.typeHidden, setting: FIELDS.typeSet };

const judgeType: Judge = ({ fields }) => {
    const values = named(fields, 'Type')?.picklistValues;
    if (values === undefined) return TYPE_HIDDEN;
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

const judgeKey: Judge = ({ fields }) => {
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

const judgeUnsaved: Judge = ({ fields }) =>
    named(fields, UNSAVED_FIELD)?.updateable === true
        ? { outcome: 'works', meaning: FIELDS.unsavedWorks, profile: { 'unsaved-field': 'there' } }
        : {
              outcome: 'limited',
              meaning: FIELDS.unsavedAbsent,
              setting: FIELDS.unsavedSet,
              profile: { 'unsaved-field': 'absent' }
          };

const judgeLongText: Judge = ({ fields }) => {
    const long = fields.find(
        ({ name, dataType, length = 0 }) =>
            name.endsWith('__c') && dataType.toUpperCase() === 'TEXTAREA' && length > SHORT_TEXT
    );
    return long
        ? {
              outcome: 'works',
              meaning: fill(FIELDS.longTextWorks, long.name, long.length ?? 0),
              profile: { 'long-text-on-activity': 'accepted' }
          }
        : { outcome: 'fact', meaning: FIELDS.longTextNone };
};

async function askPerson({ reader }: Asked): Promise<Finding> {
    const unknown: Finding = { outcome: 'unclear', meaning: FIELDS.notDescribed };
    try {
        const [account] = listed(at(await reader.query(ACCOUNT_FIELDS), 'uiapi', 'objectInfos'));
        const fields = listed(at(account, 'fields'));
        if (fields.length === 0) return unknown;
        return fields.some((field) => at(field, 'ApiName') === 'IsPersonAccount')
            ? { outcome: 'fact', meaning: FIELDS.personOn, profile: { 'person-accounts': 'on' } }
            : { outcome: 'fact', meaning: FIELDS.personOff, profile: { 'person-accounts': 'off' } };
    } catch (error) {
        return findingOfError(error, unknown);
    }
}

function listed(value: unknown): readonly unknown[] {
    return Array.isArray(value) ? value : [];
}

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
        ask: judging(judgeDescription, NOT_DESCRIBED)
    },
    {
        id: 'limits',
        group: 'fields',
        title: FIELDS.limitsTitle,
        tried: FIELDS.limitsTried,
        ask: judging(judgeLimits)
    },
    {
        id: 'picklists',
        group: 'fields',
        title: FIELDS.picklistTitle,
        tried: FIELDS.picklistTried,
        ask: judging(judgePicklists, NO_PICKLISTS)
    },
    {
        id: 'type',
        group: 'fields',
        title: FIELDS.typeTitle,
        tried: FIELDS.typeTried,
        ask: judging(judgeType, TYPE_HIDDEN)
    },
    {
        id: 'key',
        group: 'fields',
        title: FIELDS.keyTitle,
        tried: FIELDS.keyTried,
        ask: judging(judgeKey)
    },
    {
        id: 'unsaved',
        group: 'fields',
        title: FIELDS.unsavedTitle,
        tried: FIELDS.unsavedTried,
        ask: judging(judgeUnsaved)
    },
    {
        id: 'longText',
        group: 'fields',
        title: FIELDS.longTextTitle,
        tried: FIELDS.longTextTried,
        ask: judging(judgeLongText)
    },
    {
        id: 'person',
        group: 'fields',
        title: FIELDS.personTitle,
        tried: FIELDS.personTried,
        ask: askPerson
    }
];
