/** `lightning/uiRecordApi` and `lightning/uiObjectInfoApi`. */
declare module 'lightning/uiRecordApi' {
    import type { WireAdapterConstructor } from 'lwc';
    export interface FieldId {
        readonly objectApiName: string;
        readonly fieldApiName: string;
    }
    export type FieldReference = FieldId | string;
    export interface FieldRepresentation {
        readonly value: unknown;
        readonly displayValue: string | null;
    }
    export interface RecordRepresentation {
        readonly id: string;
        readonly apiName: string;
        readonly fields: Readonly<Record<string, FieldRepresentation>>;
    }
    export interface RecordRequest {
        readonly recordId: string | undefined;
        readonly fields?: readonly FieldReference[] | undefined;
        readonly optionalFields?: readonly FieldReference[] | undefined;
    }
    /** What a wire delivers: one of both, or none before the first answer. */
    export interface RecordResult {
        readonly data?: RecordRepresentation | undefined;
        readonly error?: unknown;
    }
    export const getRecord: WireAdapterConstructor<RecordRequest, RecordResult>;
    export function getFieldValue(record: RecordRepresentation | undefined, field: FieldReference): unknown;
    export function getFieldDisplayValue(
        record: RecordRepresentation | undefined,
        field: FieldReference
    ): string | null | undefined;
    export function createRecord(input: {
        readonly apiName: string;
        readonly fields: Readonly<Record<string, unknown>>;
    }): Promise<RecordRepresentation>;
    /** `fields.Id` names the record. */
    export function updateRecord(input: {
        readonly fields: Readonly<Record<string, unknown>>;
    }): Promise<RecordRepresentation>;
    export function deleteRecord(recordId: string): Promise<void>;
    export function notifyRecordUpdateAvailable(records: readonly { readonly recordId: string }[]): Promise<void>;
}

declare module 'lightning/uiObjectInfoApi' {
    import type { WireAdapterConstructor } from 'lwc';
    export interface FieldInfo {
        readonly apiName: string;
        readonly label: string;
        readonly dataType: string;
        readonly createable: boolean;
        readonly updateable: boolean;
        readonly required: boolean;
        readonly length: number;
        readonly precision: number;
        readonly scale: number;
    }
    export interface ObjectInfo {
        readonly apiName: string;
        readonly label: string;
        readonly createable: boolean;
        readonly updateable: boolean;
        readonly fields: Readonly<Record<string, FieldInfo>>;
    }
    export interface ObjectInfoResult {
        readonly data?: ObjectInfo | undefined;
        readonly error?: unknown;
    }
    export const getObjectInfo: WireAdapterConstructor<
        { readonly objectApiName: string | { readonly objectApiName: string } | undefined },
        ObjectInfoResult
    >;
}
