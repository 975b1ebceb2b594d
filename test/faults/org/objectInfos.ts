/** How the org describes Task. */
import { Kind } from 'graphql';
import type { FieldNode } from 'graphql';
import { child, fieldsIn, Undefined } from './document.ts';
import type { ModelProfile } from './profile.ts';
import type { TaskTable } from './taskTable.ts';

export function objectInfos(profile: ModelProfile, tasks: TaskTable, node: FieldNode): unknown {
    if (profile['task-object-infos'] === 'refused') {
        throw new Undefined("Validation error (FieldUndefined) : Field 'objectInfos' in type 'UIAPI' is undefined");
    }
    const asked = child(node, 'fields')?.selectionSet;
    const names = fieldsIn(asked).map((one) => one.name.value);
    const limit = names.find((name) => ['required', 'length', 'precision', 'scale'].includes(name));
    if (profile['task-field-limits'] === 'refused' && limit !== undefined) {
        throw new Undefined(`Validation error (FieldUndefined) : Field '${limit}' in type 'Field' is undefined`);
    }
    const asksForValues = asked?.selections.some(({ kind }) => kind === Kind.INLINE_FRAGMENT) === true;
    if (profile['task-picklist-values'] === 'refused' && asksForValues) {
        throw new Undefined(
            "Validation error (FieldUndefined) : Field 'picklistValuesByRecordTypeIDs' in type 'PicklistField' is undefined"
        );
    }
    const fields = [...tasks.fields.values()].map((field) => {
        const told = {
            ApiName: field.name,
            label: field.name,
            dataType: field.dataType,
            createable: field.createable,
            updateable: field.updateable,
            ...(field.length === undefined ? {} : { length: field.length }),
            ...(field.dataType === 'Double' ? { precision: 18, scale: 2 } : {})
        };
        return Object.fromEntries(Object.entries(told).filter(([name]) => names.includes(name)));
    });
    return [{ ApiName: 'Task', fields }];
}
