import path from 'node:path';
import { pathToFileURL } from 'node:url';

export type Decode = (message: unknown, receivedAt: string) => object;

const BUNDLE = path.resolve(import.meta.dirname, '../../force-app/client-events/lwc/clientEventCodec');

/** The codec as the build emitted it and as it is deployed: plain modules that import nothing. */
export async function loadDecode(): Promise<Decode> {
    const entry = pathToFileURL(path.join(BUNDLE, 'clientEventCodec.js')).href;
    const { decodeClientEvent } = (await import(entry)) as { readonly decodeClientEvent: Decode };
    return decodeClientEvent;
}
