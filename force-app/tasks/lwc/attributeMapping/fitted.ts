import type { FieldValue, MappingDetail, MappingProblemCode } from './types.ts';

/** What a field takes in place of the attribute's value. `cutTo`: only its beginning was kept, of so many characters. */
export type Fitted = { readonly value: FieldValue; readonly cutTo?: number } | Misfit;

export interface Misfit {
    readonly code: Extract<MappingProblemCode, 'valueDoesNotFit' | 'notInPicklist'>;
    readonly allowed: MappingDetail;
}
