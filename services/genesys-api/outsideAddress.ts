import { lookup } from 'node:dns';
import type { LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import { isInternalName, isPublicAddress } from './publicAddress.ts';

/** It is no address that this service goes to because somebody else named it. Holds no part of the address. */
export class AddressRefused extends Error {
    override readonly name = 'AddressRefused';
    /** Why not, in words. */
    readonly why: string;

    constructor(why: string) {
        super(why);
        this.why = why;
    }
}

export type Resolve = (
    name: string,
    options: { readonly all: true },
    done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void
) => void;

/** Where a request goes, and how its name is looked up. */
export interface OutsideAddress {
    readonly target: URL;
    readonly options: { readonly agent: false; readonly lookup?: LookupFunction };
}

const HERE: readonly string[] = ['127.0.0.1', '[::1]', 'localhost'];

/**
 * An address that somebody else named: https on the internet only, and never in a private network, whatever its name
 * leads to. `isHere`: whoever named it is on this machine, and may name another one here. Throws AddressRefused.
 */
export function outsideAddress(url: string | URL, isHere: boolean, resolve: Resolve = lookup): OutsideAddress {
    const target = URL.parse(url);
    if (target === null || target.username !== '' || target.password !== '')
        throw new AddressRefused('it is no plain address');
    if (isHere && HERE.includes(target.hostname) && /^https?:$/.test(target.protocol))
        return { target, options: { agent: false } };
    if (target.protocol !== 'https:') throw new AddressRefused('it is not https');
    const host = target.hostname.replace(/^\[|\]$/g, '');
    const isOut = isIP(host) === 0 ? !isInternalName(host) : isPublicAddress(host);
    if (!isOut) throw new AddressRefused('it is in a private network');
    // A connection of its own: one that is kept was made without our look at the address.
    return { target, options: { agent: false, lookup: onlyPublic(resolve) } };
}

/** Looks where the name leads to, and connects to just that. */
function onlyPublic(resolve: Resolve): LookupFunction {
    return (name, options, done) => {
        resolve(name, { ...options, all: true }, (error, addresses) => {
            const [first] = addresses ?? [];
            if (error !== null || first === undefined)
                done(error ?? new AddressRefused('its name is not known'), '', 4);
            else if (!addresses.every(({ address }) => isPublicAddress(address)))
                done(new AddressRefused('it is in a private network'), '', 4);
            else if (options.all === true) done(null, addresses);
            else done(null, first.address, first.family);
        });
    };
}
