import type { GraphQLSchema } from 'graphql';
import type { FaultBoard } from '../faults.ts';
import { readGraphqlRequest, isMutation, runRequest } from '../graphql/runRequest.ts';
import { ConnectionLost } from '../orgError.ts';
import type { OrgUser } from '../orgTypes.ts';
import { bodyOf, json, restError } from './answer.ts';
import type { UiApi } from './uiApi.ts';
import { answerUiApi } from './uiApi.ts';

export interface PlatformApi {
    readonly faults: FaultBoard;
    readonly signedIn: (request: Request) => OrgUser | undefined;
    readonly uiApiFor: (user: OrgUser) => UiApi;
    readonly schemaFor: (user: OrgUser) => GraphQLSchema;
}

const PATH = /^\/services\/data\/v\d+\.\d\/(graphql|ui-api(\/.*)?)$/;

/** True for the addresses of the platform's own API. */
export function isPlatformApi(path: string): boolean {
    return path.startsWith('/services/data/');
}

function wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** A fault that hits before anything is done; undefined when the request may go on. */
async function faultBefore(faults: FaultBoard): Promise<Response | undefined> {
    const slow = faults.take('slow');
    if (slow) {
        await wait(slow.ms ?? 2000);
    }
    if (faults.take('offline')) {
        throw new ConnectionLost();
    }
    if (faults.take('unauthorized')) {
        return restError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
    }
    if (faults.take('tooManyRequests')) {
        return restError(429, 'REQUEST_LIMIT_EXCEEDED', 'Too many requests of this user. Try again later.');
    }
    return faults.take('serverError')
        ? restError(503, 'SERVER_UNAVAILABLE', 'The org cannot answer at the moment.')
        : undefined;
}

async function graphql(api: PlatformApi, request: Request, user: OrgUser): Promise<[Response, boolean]> {
    if (request.method !== 'POST') {
        return [
            restError(405, 'METHOD_NOT_ALLOWED', `HTTP Method '${request.method}' not allowed. Allowed are POST`),
            false
        ];
    }
    const given = readGraphqlRequest(await bodyOf(request));
    if (given === undefined) {
        return [restError(400, 'JSON_PARSER_ERROR', 'the body must be JSON with a text "query"'), false];
    }
    const { profile, transaction } = api.uiApiFor(user);
    const answer = runRequest(given, { schema: api.schemaFor(user), profile, transaction });
    return [json(answer), isMutation(given)];
}

/**
 * Answers GraphQL and UI API for whoever is signed in. Rejects with ConnectionLost when a fault takes the connection
 * away: before anything is done (offline), or after a write was committed (lost answer).
 */
export async function answerPlatformApi(api: PlatformApi, request: Request): Promise<Response> {
    const fault = await faultBefore(api.faults);
    if (fault !== undefined) {
        return fault;
    }
    const user = api.signedIn(request);
    if (user === undefined) {
        return restError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
    }
    const match = PATH.exec(new URL(request.url).pathname);
    if (match === null) {
        return restError(404, 'NOT_FOUND', 'The requested resource does not exist');
    }
    const [response, wrote] =
        match[1] === 'graphql'
            ? await graphql(api, request, user)
            : [await answerUiApi(api.uiApiFor(user), request, match[2] ?? ''), request.method !== 'GET'];
    if (wrote && api.faults.take('lostAnswer')) {
        throw new ConnectionLost(true);
    }
    return response;
}
