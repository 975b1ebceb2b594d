import {
    clientCredentials,
    createGenesysClient,
    createLimiter,
    endpointsAt,
    endpointsOf,
    readSecret,
    realClock
} from '@switchboard/genesys-api';
import type { FetchFileOptions } from '../inbound/fetchFile.ts';
import { createServerClock } from '../genesys/serverClock.ts';
import type { Genesys } from '../genesys/topologies.ts';
import type { BridgeConfiguration } from './configuration.ts';
import type { Place } from './place.ts';

/** One client for everything: Genesys Cloud counts the requests of an OAuth client. */
export function genesysOf({ genesys: settings }: BridgeConfiguration, { env, folder }: Place): Genesys {
    const { baseUrl = '', clientId, clientSecret, region, requestsPerMinute } = settings;
    const endpoints = region === undefined ? endpointsAt(baseUrl) : endpointsOf(region);
    const clock = createServerClock();
    const limiter = createLimiter({
        clock: realClock,
        ...(requestsPerMinute === undefined ? {} : { perMinute: requestsPerMinute })
    });
    const client = createGenesysClient({
        endpoints,
        tokens: clientCredentials({
            endpoints,
            clientId,
            clientSecret: () => readSecret(clientSecret, env, folder),
            clock: realClock
        }),
        limiter,
        fetch: clock.fetch
    });
    return { client, clock, spare: () => limiter.spare(), isHere: region === undefined };
}

/** Where files of customers may be fetched: the servers of the region and those configured, or on this machine. */
export function genesysFiles({ genesys: { baseUrl, fileHosts, region } }: BridgeConfiguration): FetchFileOptions {
    const domain = region === undefined ? [] : [new URL(endpointsOf(region).api).host.replace(/^api\./, '')];
    return { hosts: [...domain, ...fileHosts], isHere: baseUrl !== undefined };
}
