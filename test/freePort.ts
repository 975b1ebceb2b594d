import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A port on this machine at which nobody listens. Who wants it for long should listen soon: it may be somebody else's then. */
export async function freePort(): Promise<number> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    return port;
}
