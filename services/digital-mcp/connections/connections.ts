import { writeFileSync } from 'node:fs';
import path from 'node:path';
import {
    clientCredentials,
    createGenesysClient,
    createLimiter,
    endpointsAt,
    endpointsOf,
    givenToken,
    realClock,
    refreshedToken
} from '@switchboard/genesys-api';
import type { Clock, Endpoints, GenesysClient, Limiter, TokenSource } from '@switchboard/genesys-api';
import type { Configuration, ConnectionSettings } from './configuration.ts';
import { readSecret } from './secrets.ts';

export interface ConnectionsOptions {
    readonly configuration: Configuration;
    /** The folder that paths of secrets start from. */
    readonly folder: string;
    readonly env: NodeJS.ProcessEnv;
    readonly clock?: Clock;
    readonly fetch?: typeof fetch;
    /** A new refresh token could not be written where the configuration says; it is kept in memory only. */
    readonly onNotKept?: (message: string) => void;
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
    if (grant.type === 'accessToken') return givenToken(() => read(grant.token));
    const common = {
        endpoints,
        clientId: grant.clientId,
        clientSecret: () => read(grant.clientSecret),
        clock,
        ...(options.fetch === undefined ? {} : { fetch: options.fetch })
    };
    if (grant.type === 'clientCredentials') return clientCredentials(common);
    return refreshedToken({
        ...common,
        refreshToken: () => read(grant.refreshToken),
        onNext: (next) => keep(grant.refreshToken.file, next, options)
    });
}

/** The token works all the same while this process runs: a call must not fail for it. */
function keep(file: string, next: string, { folder, onNotKept }: ConnectionsOptions): void {
    try {
        writeFileSync(path.resolve(folder, file), `${next}\n`, { mode: 0o600 });
    } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        onNotKept?.(
            `The file ${file} cannot be written (${code}). It needs the new refresh token: the one in it is used up, and after the next start nobody can sign in with it.`
        );
    }
}
