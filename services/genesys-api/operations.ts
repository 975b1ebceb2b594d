import cobrowse from './operations/cobrowse.json' with { type: 'json' };
import email from './operations/email.json' with { type: 'json' };
import fax from './operations/fax.json' with { type: 'json' };
import internal from './operations/internal.json' with { type: 'json' };
import message from './operations/message.json' with { type: 'json' };
import openInbound from './operations/openInbound.json' with { type: 'json' };
import social from './operations/social.json' with { type: 'json' };
import video from './operations/video.json' with { type: 'json' };

/** What a value of a parameter looks like. */
export interface ParamType {
    readonly type: 'string' | 'boolean' | 'integer' | 'array' | 'object';
    /** Of an array. */
    readonly items?: ParamType;
    /** As the API's page lists them. New words appear and the case varies: no reason to refuse a value. */
    readonly enum?: readonly string[];
    /** Name of the SDK's model. */
    readonly model?: string;
    readonly objectProperties?: readonly string[];
    readonly objectRequired?: readonly string[];
    /** Of an object with names of the caller's own. */
    readonly additionalProperties?: ParamType;
    /** Of a text, in UTF-16 units; where it is more or less than usual. */
    readonly maxLength?: number;
}

export interface Param extends ParamType {
    readonly name: string;
    readonly in: 'path' | 'query' | 'body';
    readonly required: boolean;
    readonly description: string;
}

export interface Permissions {
    /** `none`: no permission is named; the API still looks at who takes part in the conversation. */
    readonly mode: 'none' | 'any' | 'all';
    readonly names: readonly string[];
}

/**
 * One operation of the Genesys Cloud Platform API. Source: the page of the 63 digital-conversation tools (spring 2026) for
 * names, types and required flags of the parameters; the calls, models and permissions of purecloud-platform-client-v2
 * 262.0.0 for the rest.
 */
export interface Operation {
    /** `get_email`: unique. */
    readonly name: string;
    readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
    /** `/api/v2/conversations/emails/{conversationId}` */
    readonly path: string;
    readonly params: readonly Param[];
    readonly permissions: Permissions;
    /** True: acts for a logged-in user. False: refuses one. Absent: nobody says. */
    readonly needsUserContext?: boolean;
    /** Absent where no body is sent. */
    readonly bodyModel?: string;
    readonly bodyOptional?: boolean;
    /** The value of this parameter is the whole body: a list, say. */
    readonly bodyIs?: string;
    /** Name of the SDK's model; `void` where nothing comes back. */
    readonly returns: string;
    /** The API of today takes them, the page does not name them. */
    readonly apiOnlyParams?: readonly (ParamType & { readonly name: string; readonly in: 'query' | 'body' })[];
    /** Names of parameters that the page has and the API of today has no more. */
    readonly removedUpstream?: readonly string[];
}

/** JSON has no literal types; operations.test.ts checks each row against the interface above. */
export const OPERATIONS = [
    ...email,
    ...message,
    ...openInbound,
    ...video,
    ...cobrowse,
    ...internal,
    ...social,
    ...fax
] as readonly Operation[];

const byName: ReadonlyMap<string, Operation> = new Map(OPERATIONS.map((operation) => [operation.name, operation]));

/** Undefined for a name that no operation has, `constructor` among them. */
export function operationNamed(name: string): Operation | undefined {
    return byName.get(name);
}

/** The answer changes nothing at Genesys: it may be asked for again. */
export function isRead({ method }: Operation): boolean {
    return method === 'GET';
}
