import type { MappingProblem } from 'c/attributeMapping';
import { fill } from 'c/labelText';
import { detailText } from 'c/mappingWords';
import type { SaveFailure, UnsavedField } from 'c/taskSync';
import type { SaveLabels } from './callRecordLabels.ts';

const FAILURES: Readonly<Record<SaveFailure, keyof SaveLabels>> = {
    offline: 'adminNothing',
    sessionExpired: 'adminSession',
    busy: 'adminNothing',
    rowLocked: 'adminNothing',
    validationRule: 'adminValidationRule',
    requiredField: 'adminRequiredField',
    duplicateRule: 'adminDuplicateRule',
    taskDeleted: 'adminTaskDeleted',
    noCallRecord: 'adminNoCallRecord',
    noAccessToTask: 'adminNoAccess',
    refused: 'adminRefused',
    noAccessToMapping: 'adminPermission',
    noAccessToSettings: 'adminPermission',
    storageFull: 'adminStorage',
    orgRefusesTask: 'adminOrgRefuses'
};

function unsavedLine(labels: SaveLabels, { code, field, reason }: UnsavedField): string {
    switch (code) {
        case 'edited':
            return fill(labels.adminFieldEdited, field);
        case 'forbidden':
            return fill(labels.adminFieldForbidden, field);
        case 'unknown':
            return fill(labels.adminFieldUnknown, field);
        default:
            return fill(labels.adminFieldRefused, field, reason ?? code);
    }
}

function problemLine(labels: SaveLabels, { allowed, attribute, field, given, rule }: MappingProblem): string {
    const row = fill(labels.adminProblem, field, rule, attribute);
    const what = detailText(allowed);
    return `${row} ${given ? fill(labels.adminGiven, detailText(given), what) : fill(labels.adminAllowed, what)}`;
}

export interface SaveTrouble {
    readonly labels: SaveLabels;
    readonly failure: SaveFailure | undefined;
    readonly unsaved: readonly UnsavedField[];
    readonly problems: readonly MappingProblem[];
    /** The permission set to ask for. */
    readonly permission: string;
}

/** What an admin reads: API names, and what to change in Setup. Holds no value of a customer. */
export function adminWords({ failure, labels, permission, problems, unsaved }: SaveTrouble): readonly string[] {
    const lines = [
        ...(failure === undefined ? [] : [fill(labels[FAILURES[failure]], permission)]),
        ...unsaved.map((one) => unsavedLine(labels, one)),
        ...problems.map((one) => problemLine(labels, one))
    ];
    return [...new Set(lines)];
}
