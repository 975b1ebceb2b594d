import { createServer } from 'node:https';
import type { RequestListener } from 'node:http';
import { Socket } from 'node:net';
import type { AddressInfo, LookupFunction } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { certificateFor } from './certificateForTests.ts';

/** A public address that the machine's network leads to this machine, below everything that the product looks at. */
export const PUBLIC = '52.216.1.1';

/** A server on this machine that the product takes for one on the internet. */
export interface PublicHost {
    readonly port: number;
    /** The addresses that were dialled. */
    readonly dialled: string[];
    /** While it is done, nobody trusts the server's certificate. */
    untrusted(work: () => Promise<void>): Promise<void>;
    close(): Promise<void>;
}

/** Of this Node: it can be told whom to trust. */
export const canBePublic = typeof setDefaultCACertificates === 'function';

const connect = Socket.prototype.connect as (...args: unknown[]) => Socket;

export async function publicHost(name: string, listener: RequestListener): Promise<PublicHost> {
    const dialled: string[] = [];

    /** What the product's own look-up answers is dialled; the public address leads here. */
    function routed(this: Socket, ...args: unknown[]): Socket {
        const [options, ...more] = args as [{ readonly lookup?: LookupFunction }, ...unknown[]];
        const { lookup } = options;
        if (lookup === undefined) return connect.apply(this, args);
        const led = (address: string): string => (address === PUBLIC ? '127.0.0.1' : '192.0.2.1');
        const here: LookupFunction = (host, asked, done) =>
            lookup(host, asked, (error, found, family) => {
                if (error !== null) return done(error, found, family);
                const all = typeof found === 'string' ? [found] : found.map(({ address }) => address);
                dialled.push(...all);
                if (typeof found === 'string') return done(null, led(found), family);
                return done(
                    null,
                    found.map((one) => ({ ...one, address: led(one.address) }))
                );
            });
        return connect.call(this, { ...options, lookup: here }, ...more);
    }

    const certificate = certificateFor(name);
    const server = createServer(certificate, listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const trusted = getCACertificates('default');
    const trust = (): void => setDefaultCACertificates([...trusted, certificate.cert]);
    trust();
    Socket.prototype.connect = routed as typeof Socket.prototype.connect;
    return {
        port: (server.address() as AddressInfo).port,
        dialled,
        async untrusted(work): Promise<void> {
            setDefaultCACertificates(trusted);
            try {
                await work();
            } finally {
                trust();
            }
        },
        async close(): Promise<void> {
            Socket.prototype.connect = connect as typeof Socket.prototype.connect;
            setDefaultCACertificates(trusted);
            server.closeAllConnections();
            await new Promise((resolve) => server.close(resolve));
        }
    };
}
