import type { FieldDescriptions } from 'c/attributeMapping';
import type { UnsavedField } from 'c/taskSync';

/** Optional Task field that names the fields which could not be saved, for reports. */
export const UNSAVED_FIELD = 'SwitchboardUnsaved__c';

const LENGTH = 255;
const MORE = '; …';

/** `Queue__c: forbidden; Wrap__c: STRING_TOO_LONG`: codes, the same in every language. Cut at whole names; null for none. */
export function unsavedList(unsaved: readonly UnsavedField[]): string | null {
    const first = new Map<string, string>();
    for (const { field, code, reason } of unsaved) {
        if (field !== UNSAVED_FIELD && !first.has(field)) {
            first.set(field, `${field}: ${reason ?? code}`);
        }
    }
    const names = [...first.values()];
    const whole = names.join('; ');
    if (whole.length <= LENGTH) {
        return whole === '' ? null : whole;
    }
    let fits = '';
    for (const name of names) {
        const longer = fits === '' ? name : `${fits}; ${name}`;
        if (longer.length + MORE.length > LENGTH) {
            break;
        }
        fits = longer;
    }
    return fits === '' ? MORE.slice(2) : fits + MORE;
}

/** What a list names, each as it stands there. */
export function namedIn(list: unknown): UnsavedField[] {
    const parts = typeof list === 'string' ? list.split('; ') : [];
    return parts.flatMap((part) => {
        const [field = '', reason] = part.split(': ');
        return reason === undefined ? [] : [{ field, code: 'refused', reason }];
    });
}

/** True where the org has the field and this user may fill it. */
export function takesUnsavedList(fields: FieldDescriptions, right: 'createable' | 'updateable'): boolean {
    return fields?.[UNSAVED_FIELD]?.[right] === true;
}
