import type { FaultBoard } from '../faults.ts';
import { OrgError } from '../orgError.ts';
import type { Commit, OrgUser, RecordValues } from '../orgTypes.ts';
import type { OrgProfile } from '../profile.ts';
import { sessionCookie } from '../sessions.ts';
import { bodyOf, fieldsOf, json } from './answer.ts';

/** What the routes under /local need from the org. */
export interface LocalRoutes {
    readonly users: readonly OrgUser[];
    readonly faults: FaultBoard;
    readonly profile: OrgProfile;
    readonly signedIn: (request: Request) => OrgUser | undefined;
    readonly commits: (after: number) => Commit[];
    readonly records: (object: string) => Record<string, unknown>[];
    readonly changes: () => Response;
    readonly reset: () => void;
    readonly saveAs: (
        userName: string,
        object: string,
        fields: Record<string, unknown>,
        id: string,
        via: 'page'
    ) => string;
    readonly deleteAs: (userName: string, object: string, id: string) => void;
    readonly restoreAs: (userName: string, object: string, id: string) => void;
    readonly saveMetadata: (type: string, developerName: string, values: RecordValues | null, add: boolean) => string;
}

function wrong(message: string, status = 400): Response {
    return json({ message }, status);
}

async function signIn(routes: LocalRoutes, request: Request): Promise<Response> {
    const name = (await fieldsOf(request))?.['user'];
    if (name === null) {
        return json(null, 200, { 'set-cookie': sessionCookie('none') });
    }
    const user = routes.users.find((candidate) => candidate.name === name);
    return user === undefined
        ? wrong(`user must be one of ${routes.users.map((candidate) => candidate.name).join(', ')}, or null`)
        : json(user, 200, { 'set-cookie': sessionCookie(user.name) });
}

async function switchFaults(routes: LocalRoutes, request: Request): Promise<Response> {
    routes.faults.switch(await bodyOf(request));
    return json(routes.faults.list());
}

async function switchProfile(routes: LocalRoutes, request: Request): Promise<Response> {
    const answers = await fieldsOf(request);
    if (answers === undefined) {
        return wrong('the body must be an object: the answer by the id of the assumption');
    }
    routes.profile.switch(answers);
    return json(routes.profile.list());
}

async function editMetadata(routes: LocalRoutes, request: Request, parts: readonly string[]): Promise<Response> {
    const [type, developerName] = parts;
    if (type === undefined || developerName === undefined) {
        return wrong('the address must be /local/metadata/<type>/<record name>', 404);
    }
    const body = request.method === 'DELETE' ? null : await bodyOf(request);
    if (body !== null && (typeof body !== 'object' || Array.isArray(body))) {
        return wrong('the body must be an object of field values, or null to delete the record');
    }
    const id = routes.saveMetadata(type, developerName, body as RecordValues | null, request.method === 'POST');
    return json({ id });
}

/** What a person does on a record page: edit, delete, take out of the recycle bin. */
async function editRecord(routes: LocalRoutes, request: Request, parts: readonly string[]): Promise<Response> {
    const [object, id] = parts;
    const user = routes.signedIn(request)?.name;
    if (object === undefined || id === undefined) {
        return wrong('the address must be /local/records/<object>/<id>', 404);
    }
    if (user === undefined) {
        return wrong('nobody is signed in: POST a user to /local/session first', 401);
    }
    if (request.method === 'DELETE') {
        routes.deleteAs(user, object, id);
    } else if (request.method === 'POST') {
        routes.restoreAs(user, object, id);
    } else {
        const fields = await fieldsOf(request);
        if (fields === undefined) {
            return wrong('the body must be an object of field values');
        }
        routes.saveAs(user, object, fields, id, 'page');
    }
    return json({ id });
}

async function route(routes: LocalRoutes, request: Request): Promise<Response | undefined> {
    const url = new URL(request.url);
    const [, , name = '', ...parts] = url.pathname.split('/').map(decodeURIComponent);
    switch (`${request.method} ${name}`) {
        case 'GET session':
            return json(routes.signedIn(request) ?? null);
        case 'POST session':
            return signIn(routes, request);
        case 'GET users':
            return json(routes.users);
        case 'GET faults':
            return json(routes.faults.list());
        case 'PUT faults':
            return switchFaults(routes, request);
        case 'GET profile':
            return json(routes.profile.list());
        case 'PUT profile':
            return switchProfile(routes, request);
        case 'POST reset':
            routes.reset();
            return json({ reset: true });
        case 'GET commits':
            return json(routes.commits(Number(url.searchParams.get('after') ?? 0)));
        case 'GET records':
            return json(routes.records(parts[0] ?? ''));
        case 'PATCH records':
        case 'POST records':
        case 'DELETE records':
            return editRecord(routes, request, parts);
        case 'GET changes':
            return routes.changes();
        case 'PATCH metadata':
        case 'POST metadata':
        case 'DELETE metadata':
            return editMetadata(routes, request, parts);
        default:
            return undefined;
    }
}

/** Answers the addresses that only a local org has: users, faults, assumptions, commits, Setup. */
export async function answerLocalRoute(routes: LocalRoutes, request: Request): Promise<Response> {
    try {
        return (await route(routes, request)) ?? wrong('there is no such address', 404);
    } catch (error) {
        if (error instanceof OrgError) {
            return json({ message: error.message, errorCode: error.code, fields: error.fields }, 400);
        }
        return wrong(error instanceof Error ? error.message : 'the request could not be understood');
    }
}
