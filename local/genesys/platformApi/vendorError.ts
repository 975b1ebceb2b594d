export interface Detail {
    readonly errorCode: string;
    readonly fieldName?: string;
    readonly entityId?: string;
    readonly entityName?: string;
}

export interface ErrorFacts {
    readonly status: number;
    /** `not.found` */
    readonly code: string;
    /** With `{name}` where a value of `params` stands. */
    readonly message: string;
    readonly params?: Readonly<Record<string, string>>;
    readonly entityId?: string;
    readonly entityName?: string;
    readonly details?: readonly Detail[];
    readonly limit?: { readonly key: string; readonly namespace: string; readonly value: number };
    readonly headers?: Readonly<Record<string, string>>;
}

/** What the Platform API refuses, with the body in which it says so. */
export class VendorError extends Error {
    readonly facts: ErrorFacts;

    constructor(facts: ErrorFacts) {
        super(facts.message);
        this.facts = facts;
    }
}

export function notFound(entityName: string, entityId: string): VendorError {
    const message = `There is no {entityName} {entityId}.`;
    return new VendorError({
        status: 404,
        code: 'not.found',
        message,
        params: { entityName, entityId },
        entityId,
        entityName
    });
}

/** What was asked for cannot be done as things stand. */
export function badRequest(message: string): VendorError {
    return new VendorError({ status: 400, code: 'bad.request', message });
}

/** A field has a value that is not taken. */
export function invalidValue(fieldName: string, message: string): VendorError {
    const details = [{ errorCode: 'invalid.value', fieldName }];
    return new VendorError({ status: 400, code: 'invalid.value', message, params: { fieldName }, details });
}

/** A field without which nothing can be done is not there. */
export function missingField(fieldName: string): VendorError {
    const details = [{ errorCode: 'missing.value', fieldName }];
    const message = 'The field {fieldName} is required.';
    return new VendorError({ status: 400, code: 'bad.request', message, params: { fieldName }, details });
}

/** The body of an error, as the SDK's model ErrorBody names its parts. */
export function errorBody({ facts }: VendorError, contextId: string): Record<string, unknown> {
    const { headers: _, params, message, details = [], ...rest } = facts;
    const said = message.replace(/\{(\w+)\}/g, (whole, name: string) => params?.[name] ?? whole);
    return {
        ...rest,
        message: said,
        ...(params === undefined ? {} : { messageWithParams: message, messageParams: params }),
        contextId,
        details,
        errors: []
    };
}
