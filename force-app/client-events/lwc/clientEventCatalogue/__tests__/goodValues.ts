import type { ActionField, ActionRow, FieldValues } from 'c/clientEventCatalogue';

const CALL = 'c1c1c1c1-0000-4000-8000-000000000001';

/** A value that the builder takes for this field. */
export function goodValue({ allowed, kind }: ActionField): unknown {
    switch (kind) {
        case 'choice':
            return allowed?.[0];
        case 'flag':
            return true;
        case 'list':
            return ['add'];
        case 'pairs':
            return { orderNumber: '0815' };
        default:
            return CALL;
    }
}

export function goodValues(row: ActionRow, keep: (field: ActionField) => boolean = () => true): FieldValues {
    return Object.fromEntries(row.fields.filter(keep).map((field) => [field.path, goodValue(field)]));
}
