import path from 'node:path';
import { readToken, realClock } from '@switchboard/genesys-api';
import type { Clock } from '@switchboard/genesys-api';
import { createAudit } from '../calling/audit.ts';
import type { Log } from '../calling/audit.ts';
import { createCallers } from '../callers/callers.ts';
import { createCalling } from '../calling/callTool.ts';
import type { CallTool } from '../calling/toolCall.ts';
import type { Configuration } from '../connections/configuration.ts';
import { createConnections } from '../connections/connections.ts';
import { serveHttp } from './httpServer.ts';
import type { Serving } from './httpServer.ts';
import { mediaFolder } from '../media/mediaContent.ts';
import type { StateStore } from '../state/stateStore.ts';
import { storeOf } from '../state/storeOf.ts';
import { createUploadMedia } from '../media/uploadMedia.ts';
import type { UploadMedia } from '../media/uploadMedia.ts';

export interface ServerParts {
    readonly configuration: Configuration;
    /** The folder that paths of secrets start from. */
    readonly folder: string;
    /** Where secrets are that the configuration names by `env`. */
    readonly env: NodeJS.ProcessEnv;
    readonly log: Log;
    readonly clock?: Clock;
    readonly store?: StateStore;
}

export interface Tools extends ServerParts {
    readonly store: StateStore;
    readonly callTool: CallTool;
}

/** All that stands behind the tools, whichever way they are served. Throws where the store cannot be used. */
export async function createTools(parts: ServerParts): Promise<Tools> {
    const { clock = realClock, configuration, env, folder, log } = parts;
    const store = parts.store ?? (await storeOf(configuration, { env, folder, clock }));
    const audit = createAudit(log);
    const onTokenTrouble = (message: string): void => audit.misconfigured(message);
    const connections = createConnections({ configuration, folder, env, clock, onTokenTrouble });
    const uploadMedia = uploadsOf(configuration, folder, clock);
    const callTool = createCalling({ configuration, connections, store, clock, audit, uploadMedia });
    return { ...parts, store, callTool };
}

function uploadsOf({ mediaUpload }: Configuration, from: string, clock: Clock): UploadMedia | undefined {
    if (mediaUpload?.folder === undefined) return mediaUpload && createUploadMedia({ clock });
    return createUploadMedia({ clock, folder: mediaFolder(path.resolve(from, mediaUpload.folder)) });
}

/** Throws where the configuration cannot be served. */
export async function startHttp(
    parts: ServerParts & { readonly port: number; readonly host?: string }
): Promise<Serving> {
    const { configuration, env, folder, log } = parts;
    const callers = createCallers(
        configuration,
        (reference) => readToken(reference, env, folder),
        (message) => createAudit(log).misconfigured(message)
    );
    const tools = await createTools(parts);
    try {
        const serving = await serveHttp({ ...parts, ...tools, callers });
        return { ...serving, close: () => serving.close().finally(() => tools.store.close()) };
    } catch (error) {
        await tools.store.close();
        throw error;
    }
}
