import type { FieldDescriptions, FieldValue } from 'c/attributeMapping';
import type { SaveRequest, TaskKey, UnsavedField } from 'c/taskSync';
import type { Present, Values } from './changedValues.ts';
import { KEY_FIELD } from './taskFaults.ts';
import { alreadyThere } from './taskFields.ts';
import type { Right } from './taskFields.ts';
import { namedIn, takesUnsavedList, UNSAVED_FIELD, unsavedList } from './unsavedList.ts';

/** Call Object Identifier: what a Task without a key is found by. */
const FOUND_BY = 'CallObject';

/** What a Task is given beside its values, as far as the org has the fields and this user may write them. */
export interface WrittenAlong {
    /**
     * The list of what could not be saved, where it differs from the one on the Task (`kept`): names of fields that this
     * user's pages know nothing of stay.
     */
    list(unsaved: readonly UnsavedField[], request: SaveRequest, kept: Present | undefined, right: Right): Values;
    /** The phone's own Task gets the key with our first values: then no other tab can make a second one. */
    keyOnFound(key: TaskKey, kept: Present | undefined, toWrite: Values): Values;
    keyOnNew(key: TaskKey): Values;
    /** Nobody finds a Task without it, not even one that is made anew by a page that never heard the call. */
    foundBy(key: TaskKey): Values;
}

/** Two pages may know the same names in another order. */
function inOrder(list: FieldValue = null): FieldValue {
    return typeof list === 'string' ? list.split('; ').sort().join('; ') : list;
}

export function createWrittenAlong(fields: () => FieldDescriptions): WrittenAlong {
    return {
        list(unsaved, { alsoUnsaved = [], written }, kept, right): Values {
            if (!takesUnsavedList(fields(), right)) {
                return {};
            }
            const now = [...unsaved, ...alsoUnsaved];
            // Another computer may have named a field that nobody here ever had a value for.
            const others = namedIn(kept?.[UNSAVED_FIELD]).filter(({ field }) => written?.knows(field) === false);
            const list = unsavedList([...now, ...others]);
            const isThere = alreadyThere(inOrder(list), inOrder(kept?.[UNSAVED_FIELD]), undefined);
            return isThere ? {} : { [UNSAVED_FIELD]: list };
        },
        keyOnFound(key, kept, toWrite): Values {
            const field = fields()?.[KEY_FIELD];
            const isKeyless = kept !== undefined && field !== undefined && (kept[KEY_FIELD] ?? null) === null;
            return isKeyless && field.updateable && Object.keys(toWrite).length > 0 ? { [KEY_FIELD]: key.id } : {};
        },
        keyOnNew: ({ id }): Values => (fields()?.[KEY_FIELD]?.createable === true ? { [KEY_FIELD]: id } : {}),
        foundBy({ conversationId }): Values {
            const described = fields();
            const isWriteable = described === undefined || described[FOUND_BY]?.createable === true;
            return isWriteable ? { [FOUND_BY]: conversationId } : {};
        }
    };
}
