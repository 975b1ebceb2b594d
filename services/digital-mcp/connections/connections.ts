import {
    clientCredentials,
    createGenesysClient,
    createLimiter,
    endpointsAt,
    endpointsOf,
    givenToken,
    readSecret,
    readToken,
    realClock,
    refreshedToken
} from '@switchboard/genesys-api';
import type { Clock, Endpoints, GenesysClient, Limiter, TokenSource } from '@switchboard/genesys-api';
import type { Configuration, ConnectionSettings } from './configuration.ts';
import { keepToken } from './keptToken.ts';

export interface ConnectionsOptions {
    readonly configuration: Configuration;
    /** The folder that paths of secrets start from. */
    readonly folder: string;
    readonly env: NodeJS.ProcessEnv;
    readonly clock?: Clock;
    readonly fetch?: typeof fetch;
    /** Words for the operator: a refresh token could not be kept as it should, or another process has used it. */
    readonly onTokenTrouble?: (message: string) => void;
}

/** The client of each connection, made when it is first used. Token, quota and secrets of one are never another's. */
export interface Connections {
    client(pcid: string): GenesysClient;
}

export function createConnections(options: ConnectionsOptions): Connections {
    const { configuration, clock = realClock } = options;
    const clients = new Map<string, GenesysClient>();
    /** Genesys Cloud counts by OAuth client, and two connections may share one. */
    const limiters = new Map<string, Limiter>();

    function limiterOf({ grant, requestsPerMinute }: ConnectionSettings, { api }: Endpoints, pcid: string): Limiter {
        const name = 'clientId' in grant ? `${api} ${grant.clientId}` : pcid;
        const known = limiters.get(name);
        if (known !== undefined) return known;
        const made = createLimiter({
            clock,
            ...(requestsPerMinute === undefined ? {} : { perMinute: requestsPerMinute })
        });
        limiters.set(name, made);
        return made;
    }

    return {
        client(pcid): GenesysClient {
            const known = clients.get(pcid);
            if (known !== undefined) return known;
            const { connections } = configuration;
            const settings = Object.hasOwn(connections, pcid) ? connections[pcid] : undefined;
            if (settings === undefined) throw new Error(`No connection ${pcid}`);
            const endpoints =
                settings.region === undefined ? endpointsAt(settings.baseUrl ?? '') : endpointsOf(settings.region);
            const client = createGenesysClient({
                endpoints,
                tokens: tokensOf(settings, endpoints, options),
                limiter: limiterOf(settings, endpoints, pcid),
                clock,
                ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
                ...(configuration.dropRemovedParameters === undefined
                    ? {}
                    : { dropRemoved: configuration.dropRemovedParameters })
            });
            clients.set(pcid, client);
            return client;
        }
    };
}

function tokensOf({ grant }: ConnectionSettings, endpoints: Endpoints, options: ConnectionsOptions): TokenSource {
    const { env, folder, clock = realClock } = options;
    const read = (reference: Parameters<typeof readSecret>[0]): string => readSecret(reference, env, folder);
    if (grant.type === 'accessToken') return givenToken(() => readToken(grant.token, env, folder));
    const common = {
        endpoints,
        clientId: grant.clientId,
        clientSecret: () => read(grant.clientSecret),
        clock,
        ...(options.fetch === undefined ? {} : { fetch: options.fetch })
    };
    if (grant.type === 'clientCredentials') return clientCredentials(common);
    const { onTokenTrouble: tell = (): void => undefined } = options;
    const { file } = grant.refreshToken;
    return refreshedToken({
        ...common,
        refreshToken: () => read(grant.refreshToken),
        onNext: (next) => keepToken(file, next, folder, tell),
        onUsedByAnother: () =>
            tell(
                `The refresh token in ${file} had been used by another process, which left the next one there; that was used. Each is good once: let one process alone use this file.`
            )
    });
}
