import type { ErrorDetail, GenesysErrorFacts } from './genesysError.ts';

export type ErrorBody = Pick<GenesysErrorFacts, 'code' | 'said' | 'entityId' | 'entityName' | 'details'> & {
    readonly contextId?: string;
};

/** What an error's text tells. A gateway may answer HTML: then it tells nothing. */
export function readErrorBody(text: string): ErrorBody {
    const body = parsed(text);
    const details = listOf(body['details']).map(readDetail);
    return known({
        code: textOf(body['code']) ?? textOf(body['error']),
        said: textOf(body['message']) ?? textOf(body['description']) ?? textOf(body['error_description']),
        entityId: textOf(body['entityId']),
        entityName: textOf(body['entityName']),
        contextId: textOf(body['contextId']),
        details: details.length === 0 ? undefined : details
    });
}

function readDetail(detail: Readonly<Record<string, unknown>>): ErrorDetail {
    return known({
        errorCode: textOf(detail['errorCode']),
        fieldName: textOf(detail['fieldName']),
        entityId: textOf(detail['entityId']),
        entityName: textOf(detail['entityName'])
    });
}

function parsed(text: string): Readonly<Record<string, unknown>> {
    try {
        const body = JSON.parse(text) as unknown;
        return isObject(body) ? body : {};
    } catch {
        return {};
    }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): Readonly<Record<string, unknown>>[] =>
    Array.isArray(value) ? (value as unknown[]).filter(isObject).slice(0, 20) : [];

/** Cut: it goes to a language model. */
const textOf = (value: unknown): string | undefined =>
    typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 1_000) : undefined;

/** Without what is undefined. */
function known<Facts extends object>(facts: { [Name in keyof Facts]: Facts[Name] | undefined }): Facts {
    return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Facts;
}
