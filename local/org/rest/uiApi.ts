import { OrgError } from '../orgError.ts';
import type { RecordSaver } from '../data/recordSaver.ts';
import type { RecordValues } from '../orgTypes.ts';
import type { OrgProfile } from '../profile.ts';
import { normalId } from '../recordIds.ts';
import type { OrgObject } from '../schema/objectTypes.ts';
import { fieldsOf, json, restError } from './answer.ts';
import { describedObject } from './describedObject.ts';
import type { FieldTree, RecordSource } from './recordAnswer.ts';
import { fieldTree, represent, visibleRecord } from './recordAnswer.ts';
import { refusedSave } from './refusedSave.ts';

export interface UiApi extends RecordSource {
    readonly saver: RecordSaver;
    readonly profile: OrgProfile;
    readonly transaction: <T>(run: () => T) => T;
}

/** The object, where UI API takes it for this user. */
function supported(api: UiApi, object: OrgObject | undefined): OrgObject | undefined {
    const taken =
        object?.kind === 'standard' &&
        api.access.mayRead(object) &&
        (!['Task', 'Event'].includes(object.name) || api.profile.answer('task-ui-api') === 'works');
    return taken ? object : undefined;
}

function unsupported(name: string): Response {
    return restError(400, 'INVALID_TYPE', `Object ${name} is not supported in UI API`);
}

function names(query: URLSearchParams, key: string): string[] {
    return (query.get(key) ?? '').split(',').filter((name) => name !== '');
}

function readRecord(api: UiApi, id: string, query: URLSearchParams): Response {
    const object = supported(api, objectOfId(api, id));
    if (object === undefined) {
        return unsupported(objectOfId(api, id)?.name ?? 'of this id');
    }
    const record = visibleRecord(api, object, normalId(id) ?? id);
    if (record === undefined) {
        return restError(404, 'NOT_FOUND', 'The requested resource does not exist');
    }
    const required = fieldTree(object, names(query, 'fields'));
    const answer = represent(api, object, record, required);
    if (answer.missing !== undefined) {
        return restError(400, 'INVALID_FIELD', `No such column '${answer.missing}' on entity '${object.name}'`);
    }
    const all = fieldTree(object, [...names(query, 'fields'), ...names(query, 'optionalFields')]);
    return json(represent(api, object, record, all).representation);
}

function objectOfId(api: UiApi, id: string): OrgObject | undefined {
    return [...api.objects.values()].find(({ keyPrefix }) => keyPrefix === id.slice(0, 3));
}

function save(api: UiApi, object: OrgObject, run: () => string | undefined, created: boolean): Response {
    let id: string | undefined;
    try {
        id = api.transaction(run);
    } catch (error) {
        if (error instanceof OrgError) {
            return refusedSave(object, error);
        }
        throw error;
    }
    const found = id === undefined ? undefined : api.store.find(object.name, id);
    if (found === undefined) {
        return new Response(null, { status: 204 });
    }
    const seen = [...object.fields.values()].filter((field) => api.access.seesField(object, field));
    const tree: FieldTree = Object.fromEntries(seen.map((field) => [field.name, {}]));
    return json(represent(api, object, found.record, tree).representation, created ? 201 : 200);
}

async function change(api: UiApi, request: Request, given: string | undefined): Promise<Response> {
    const saving = { access: api.access, via: 'uiApi' } as const;
    if (request.method === 'DELETE' && given !== undefined) {
        const object = supported(api, objectOfId(api, given));
        return object === undefined
            ? unsupported(objectOfId(api, given)?.name ?? 'of this id')
            : save(api, object, () => void api.saver.remove(saving, object.name, given), false);
    }
    const body = await fieldsOf(request);
    const fields = body?.['fields'];
    if (typeof fields !== 'object' || fields === null) {
        return restError(400, 'POST_BODY_PARSE_ERROR', 'the body needs an object of fields');
    }
    if (given === undefined) {
        const name = String(body?.['apiName']);
        const object = supported(api, api.objects.get(name));
        return object === undefined
            ? unsupported(name)
            : save(api, object, () => api.saver.insert(saving, name, fields as RecordValues), true);
    }
    const object = supported(api, objectOfId(api, given));
    if (object === undefined) {
        return unsupported(objectOfId(api, given)?.name ?? 'of this id');
    }
    const update = (): string => {
        api.saver.update(saving, object.name, given, fields as RecordValues);
        return normalId(given) ?? given;
    };
    return save(api, object, update, false);
}

/** UI API: object descriptions and records. `path` is what follows `/ui-api`. */
export async function answerUiApi(api: UiApi, request: Request, path: string): Promise<Response> {
    const [, resource, id] = path.split('/').map(decodeURIComponent);
    if (resource === 'object-info' && id !== undefined && request.method === 'GET') {
        const object = supported(api, api.objects.get(id));
        return object === undefined ? unsupported(id) : json(describedObject(api.access, object));
    }
    if (resource === 'records') {
        if (request.method === 'GET' && id !== undefined) {
            return readRecord(api, id, new URL(request.url).searchParams);
        }
        if (['POST', 'PATCH', 'DELETE'].includes(request.method)) {
            return change(api, request, id);
        }
    }
    return restError(404, 'NOT_FOUND', 'The requested resource does not exist');
}
