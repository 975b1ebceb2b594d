import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TransportName } from '../transports.ts';

export type Decode = (message: unknown, receivedAt: string) => object;

const PRODUCT = path.resolve(import.meta.dirname, '../../force-app');

/** The decoder as the build emitted it and as it is deployed: plain modules that import nothing. */
const LOADED: Readonly<Record<TransportName, () => Promise<Decode>>> = {
    async 'genesys-cloud'() {
        const { decodeClientEvent } = await deployed<{ readonly decodeClientEvent: Decode }>(
            'client-events/lwc/clientEventCodec'
        );
        return decodeClientEvent;
    },
    async 'salesforce-voice'() {
        const { decodeVoiceEvent } = await deployed<{ readonly decodeVoiceEvent: (event: unknown) => Answer }>(
            'salesforce-voice/lwc/voiceToolkitEvents'
        );
        // No event of the toolkit says when it came, and a refusal keeps nothing of what was refused.
        return (message, receivedAt) => {
            const answer = decodeVoiceEvent(message);
            return answer.ok ? { ...answer, receivedAt } : { ...answer, receivedAt, raw: message };
        };
    }
};

interface Answer {
    readonly ok: boolean;
}

async function deployed<Module>(bundle: string): Promise<Module> {
    const file = path.join(PRODUCT, bundle, `${path.basename(bundle)}.js`);
    return (await import(pathToFileURL(file).href)) as Module;
}

export function loadDecode(transport: TransportName = 'genesys-cloud'): Promise<Decode> {
    return LOADED[transport]();
}
