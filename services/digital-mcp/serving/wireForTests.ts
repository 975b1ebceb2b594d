/** A server over HTTP with a Genesys Cloud of the test behind it. */
import { realClock } from '@switchboard/genesys-api';
import { serverForTests } from '../../genesys-api/serverForTests.ts';
import type { TestServer } from '../../genesys-api/serverForTests.ts';
import { createAudit } from '../calling/audit.ts';
import { createCallers } from '../callers/callers.ts';
import { createCalling } from '../calling/callTool.ts';
import { readConfiguration } from '../connections/configuration.ts';
import { createConnections } from '../connections/connections.ts';
import { createLog } from './log.ts';
import type { ArrivalLimits } from './badRequests.ts';
import { serveHttp } from './httpServer.ts';
import type { Serving } from './httpServer.ts';
import { memoryStore } from '../state/stateStore.ts';
import { createUploadMedia } from '../media/uploadMedia.ts';

export const PCID = 'support-eu';
export const TOKENS = { desk: 'token-of-the-desk', other: 'token-of-another' } as const;

export interface Wire {
    readonly genesys: TestServer;
    readonly url: string;
    /** The lines that the server logged. */
    readonly logged: readonly string[];
    readonly serving: Serving;
    close(): Promise<void>;
}

/** `more` is put over the configuration. */
export async function wireForTests(more: object = {}, host?: string, arrival?: ArrivalLimits): Promise<Wire> {
    const genesys = await serverForTests();
    const env = { SECRET: 'secret-of-the-client', DESK: TOKENS.desk, OTHER: TOKENS.other };
    const grant = { type: 'clientCredentials', clientId: 'client', clientSecret: { env: 'SECRET' } };
    const configuration = readConfiguration(
        JSON.stringify({
            connections: { [PCID]: { baseUrl: genesys.url, grant }, hidden: { baseUrl: genesys.url, grant } },
            ...more
        })
    );
    const logged: string[] = [];
    const log = createLog((line) => Promise.resolve(void logged.push(line)));
    const store = memoryStore(realClock);
    const connections = createConnections({ configuration, folder: '/', env: env as unknown as NodeJS.ProcessEnv });
    const callTool = createCalling({
        configuration,
        connections,
        store,
        clock: realClock,
        audit: createAudit(log),
        uploadMedia: createUploadMedia({ clock: realClock })
    });
    const callers = createCallers(configuration, (reference) =>
        'env' in reference ? ((env as Record<string, string>)[reference.env] ?? '') : ''
    );
    const serving = await serveHttp({
        configuration,
        callTool,
        callers,
        store,
        log,
        port: 0,
        ...(host === undefined ? {} : { host }),
        ...(arrival === undefined ? {} : { arrival })
    }).catch(async (error: unknown) => {
        await genesys.close();
        throw error;
    });
    return {
        genesys,
        url: serving.url,
        logged,
        serving,
        close: async () => {
            await serving.close();
            await genesys.close();
        }
    };
}
