import type { OrgError } from '../orgError.ts';
import type { OrgObject } from '../schema/objectTypes.ts';
import { json } from './answer.ts';

/** A refused save: the platform's record error, with the field where one is known. */
export function refusedSave(object: OrgObject, error: OrgError): Response {
    const about = (field: string | undefined): Record<string, unknown> => ({
        errorCode: error.code,
        message: error.message,
        field: field ?? null,
        fieldLabel: field === undefined ? null : (object.fields.get(field)?.label ?? null),
        constituentField: null,
        duplicateRecordError: error.code === 'DUPLICATES_DETECTED' ? { matchResults: [] } : null
    });
    const [field] = error.fields.filter((name) => name !== 'Id');
    return json(
        {
            message: 'An error occurred while trying to update the record. Please try again.',
            statusCode: 400,
            enhancedErrorType: 'RecordError',
            output: {
                errors: field === undefined ? [about(undefined)] : [],
                fieldErrors: field === undefined ? {} : { [field]: [about(field)] }
            }
        },
        400
    );
}
