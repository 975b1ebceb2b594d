import { GenesysError, hintFor, operationNamed, SecretMissing } from '@switchboard/genesys-api';
import type { GenesysErrorFacts } from '@switchboard/genesys-api';
import type { Configuration, ConnectionSettings } from './configuration.ts';
import type { Connections } from './connections.ts';

export interface ConnectionStatus {
    /** `disconnected`: it has no secret here, so nothing was tried. */
    readonly status: 'connected' | 'error' | 'disconnected';
    /** What is so, and what to do about it: a sentence or two. */
    readonly words: string;
}

/** A connection as Pinkfish lists it. */
export interface ListedConnection {
    /** The PCID. */
    readonly id: string;
    readonly name: string;
    readonly service_key: 'genesys';
    readonly status: ConnectionStatus['status'];
}

/** Signs in, and asks for the caller's messages, which every token may ask for. Never throws. */
export async function statusOf(
    pcid: string,
    { connections: settings }: Configuration,
    connections: Connections
): Promise<ConnectionStatus> {
    const question = operationNamed('get_messages');
    const own = settings[pcid];
    if (question === undefined || own === undefined) return { status: 'error', words: 'There is no such connection.' };
    try {
        await connections.client(pcid).call(question, {});
        return { status: 'connected', words: 'It signs in, and acts for a user.' };
    } catch (error) {
        if (error instanceof SecretMissing) return { status: 'disconnected', words: error.message };
        if (error instanceof GenesysError) return statusAfter(error.facts, own);
        return { status: 'error', words: 'It could not be tried: this program failed.' };
    }
}

function statusAfter(facts: GenesysErrorFacts, { grant, region, baseUrl }: ConnectionSettings): ConnectionStatus {
    const { failure, status, code, said } = facts;
    const where = region === undefined ? `at ${baseUrl}` : `in the region ${region}`;
    const answer = [status, code].filter((part) => part !== undefined).join(' ');
    switch (failure) {
        case 'signInFailed':
            return { status: 'error', words: `Genesys Cloud ${where} ${REFUSALS[grant.type]} (${answer})` };
        case 'notSent':
            return {
                status: 'error',
                words: `Genesys Cloud ${where} cannot be reached from here, or its login fails.`
            };
        case 'tooManyRequests':
            return { status: 'error', words: `Genesys Cloud takes no more requests for now. ${hintFor(facts)}` };
        case 'notAllowed':
            return { status: 'connected', words: `It signs in, but may not list messages. ${hintFor(facts)}` };
        case 'refused': {
            const hasNoUser = /user.?context/i.test(`${code} ${said}`);
            const user = hasNoUser ? 'It has no user, so the tools of a logged-in user do not work with it.' : '';
            return { status: 'connected', words: `It signs in. ${user}`.trim() };
        }
        default:
            return { status: 'error', words: `It signs in, but Genesys Cloud does not answer (${answer || failure}).` };
    }
}

const REFUSALS: Readonly<Record<ConnectionSettings['grant']['type'], string>> = {
    clientCredentials:
        'does not take the OAuth client. Check its id, its secret, that its grant is Client Credentials, and the region.',
    refreshToken:
        'does not take the refresh token: it is used up, perhaps by another process that has the same one, has ended or is of another client. Log in anew, and let one process alone use it.',
    accessToken:
        'does not take the access token: it has ended, or is of another region. It cannot be renewed; put a new one there.'
};

/** As Pinkfish lists connections. Each is tried, because a status that nobody looked up would be made up. */
export function listed(
    pcids: readonly string[],
    configuration: Configuration,
    connections: Connections
): Promise<ListedConnection[]> {
    return Promise.all(
        pcids.map(async (id) => {
            const name = configuration.connections[id]?.name ?? id;
            const { status } = await statusOf(id, configuration, connections);
            return { id, name, service_key: 'genesys', status };
        })
    );
}
