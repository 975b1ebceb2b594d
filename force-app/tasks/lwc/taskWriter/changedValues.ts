import type { FieldDescriptions, FieldValue, TaskPatch } from 'c/attributeMapping';
import type { SaveRequest, UnsavedField } from 'c/taskSync';
import { keepLeadAlone, LINKS } from './linkedRecords.ts';
import { alreadyThere } from './taskFields.ts';

export type Values = Record<string, FieldValue>;
export type Present = Readonly<Record<string, FieldValue>>;

/** Defaults that tell when the interaction began: of one that was never connected each tab knows when it heard of it. */
const GIVEN_ONCE: readonly string[] = ['Subject', 'ActivityDate'];

/** What differs, but for what a person changed and what is only filled when empty. */
export function onlyChanged(
    allowed: Values,
    kept: Present | undefined,
    { onlyWhenEmpty, patch, keepDefaults, yielding = [], picked = [], written }: SaveRequest,
    unsaved: UnsavedField[],
    described: FieldDescriptions
): Values {
    const changed: Values = {};
    for (const [field, value] of Object.entries(allowed)) {
        const isPicked = picked.includes(field);
        const guarded = onlyWhenEmpty.includes(field) && Object.hasOwn(patch, field) && !isPicked;
        if (kept === undefined) {
            // Nobody can tell whether the field is empty.
            if (guarded) {
                unsaved.push({ field, code: 'unknown' });
            } else if (isPicked || written?.isLast(field, value) !== true) {
                changed[field] = value;
            }
        } else if (!alreadyThere(value, kept[field], described?.[field]?.dataType)) {
            const stays = guarded || (GIVEN_ONCE.includes(field) && !Object.hasOwn(patch, field));
            if (stays && !alreadyThere(null, kept[field], undefined)) {
                continue;
            }
            const yields = isGuess(field, patch) || (!keepDefaults && yielding.includes(field));
            if (written?.isEdited(field, kept[field], yields) === true) {
                unsaved.push({ field, code: 'edited' });
            } else {
                changed[field] = value;
            }
        }
    }
    return changed;
}

/** Who was recognised as the caller fills what nobody filled: neither a rule nor the agent says so. */
function isGuess(field: string, patch: TaskPatch): boolean {
    return LINKS.some((name) => name === field) && !Object.hasOwn(patch, field);
}

/** Names what the platform does not take beside a lead. */
export function withoutLeadAndRelated(
    values: Values,
    kept: Present,
    picked: readonly string[],
    unsaved: UnsavedField[]
): Values {
    const { leftOut, cleared } = keepLeadAlone(values, kept, picked);
    unsaved.push(...leftOut.map((field) => ({ field, code: 'refused' as const, reason: 'FIELD_INTEGRITY_EXCEPTION' })));
    const rest = Object.entries(values).filter(([name]) => !leftOut.includes(name));
    return { ...Object.fromEntries(rest), ...cleared };
}

/** What a write did not say yet. */
export function changedSince(before: Values, values: Values): Values {
    return Object.fromEntries(
        Object.entries(values).filter(([name, value]) => !Object.hasOwn(before, name) || before[name] !== value)
    );
}
