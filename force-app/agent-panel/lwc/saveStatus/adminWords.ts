import type { MappingProblem } from 'c/attributeMapping';
import { fill } from 'c/labelText';
import { detailText } from 'c/mappingWords';
import type { SaveFailure, UnsavedField } from 'c/taskSync';
import { LABELS } from './labels.ts';

const FAILURES: Readonly<Record<SaveFailure, string>> = {
    offline: LABELS.adminNothing,
    sessionExpired: LABELS.adminSession,
    busy: LABELS.adminNothing,
    rowLocked: LABELS.adminNothing,
    validationRule: LABELS.adminValidationRule,
    requiredField: LABELS.adminRequiredField,
    duplicateRule: LABELS.adminDuplicateRule,
    taskDeleted: LABELS.adminTaskDeleted,
    noAccessToTask: LABELS.adminNoAccess,
    refused: LABELS.adminRefused,
    noAccessToMapping: LABELS.adminPermission,
    noAccessToSettings: LABELS.adminPermission,
    storageFull: LABELS.adminStorage,
    orgRefusesTask: LABELS.adminOrgRefuses
};

function unsavedLine({ code, field, reason }: UnsavedField): string {
    switch (code) {
        case 'edited':
            return fill(LABELS.adminFieldEdited, field);
        case 'forbidden':
            return fill(LABELS.adminFieldForbidden, field);
        case 'unknown':
            return fill(LABELS.adminFieldUnknown, field);
        default:
            return fill(LABELS.adminFieldRefused, field, reason ?? code);
    }
}

function problemLine({ allowed, attribute, field, given, rule }: MappingProblem): string {
    const row = fill(LABELS.adminProblem, field, rule, attribute);
    const what = detailText(allowed);
    return `${row} ${given ? fill(LABELS.adminGiven, detailText(given), what) : fill(LABELS.adminAllowed, what)}`;
}

export interface SaveTrouble {
    readonly failure: SaveFailure | undefined;
    readonly unsaved: readonly UnsavedField[];
    readonly problems: readonly MappingProblem[];
    /** The permission set to ask for. */
    readonly permission: string;
}

/** What an admin reads: API names, and what to change in Setup. Holds no value of a customer. */
export function adminWords({ failure, permission, problems, unsaved }: SaveTrouble): readonly string[] {
    const lines = [
        ...(failure === undefined ? [] : [fill(FAILURES[failure], permission)]),
        ...unsaved.map(unsavedLine),
        ...problems.map(problemLine)
    ];
    return [...new Set(lines)];
}
