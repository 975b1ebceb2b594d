import { ArgumentError } from './argumentError.ts';

export interface Region {
    /** As Amazon names it, with underscores: `eu_west_1`. */
    readonly name: string;
    /** `mypurecloud.ie` */
    readonly host: string;
}

/** Where the API and the login of one region are. */
export interface Endpoints {
    /** `https://api.mypurecloud.ie`, without a slash at the end */
    readonly api: string;
    readonly login: string;
}

/** All regions of Genesys Cloud (PureCloudRegionHosts of purecloud-platform-client-v2 262.0.0). */
export const REGIONS: readonly Region[] = Object.entries({
    us_east_1: 'mypurecloud.com',
    us_west_2: 'usw2.pure.cloud',
    us_east_2: 'use2.us-gov-pure.cloud',
    ca_central_1: 'cac1.pure.cloud',
    mx_central_1: 'mxc1.pure.cloud',
    sa_east_1: 'sae1.pure.cloud',
    eu_west_1: 'mypurecloud.ie',
    eu_west_2: 'euw2.pure.cloud',
    eu_central_1: 'mypurecloud.de',
    eu_central_2: 'euc2.pure.cloud',
    eusc_de_east_1: 'edee1.eusc-pure.cloud',
    me_central_1: 'mec1.pure.cloud',
    ap_south_1: 'aps1.pure.cloud',
    ap_southeast_1: 'apse1.pure.cloud',
    ap_southeast_2: 'mypurecloud.com.au',
    ap_northeast_1: 'mypurecloud.jp',
    ap_northeast_2: 'apne2.pure.cloud',
    ap_northeast_3: 'apne3.pure.cloud'
}).map(([name, host]) => ({ name, host }));

/** By name (`eu-west-1` too) or by host, in any case. Throws ArgumentError for everything else: a token goes nowhere else. */
export function endpointsOf(region: string): Endpoints {
    const asked = region.trim().toLowerCase();
    const found = REGIONS.find(({ name, host }) => name === asked.replaceAll('-', '_') || host === asked);
    if (found === undefined) {
        const allowed = REGIONS.map(({ name, host }) => `${name} or ${host}`).join(', ');
        throw new ArgumentError('region', 'no region of Genesys Cloud', allowed);
    }
    return { api: `https://api.${found.host}`, login: `https://login.${found.host}` };
}

const LOOPBACK: readonly string[] = ['127.0.0.1', '[::1]', 'localhost'];

/** A Genesys Cloud on this machine, for tests and demonstrations. Throws ArgumentError for an address of another one. */
export function endpointsAt(baseUrl: string): Endpoints {
    const url = URL.parse(baseUrl);
    const isHere = url !== null && LOOPBACK.includes(url.hostname) && /^https?:$/.test(url.protocol);
    if (!isHere || url.username !== '' || url.pathname !== '/' || url.search !== '' || url.hash !== '') {
        throw new ArgumentError(
            'baseUrl',
            'no address of this machine alone',
            'http://127.0.0.1:PORT, http://[::1]:PORT or http://localhost:PORT. For Genesys Cloud itself give its region'
        );
    }
    return { api: url.origin, login: url.origin };
}
