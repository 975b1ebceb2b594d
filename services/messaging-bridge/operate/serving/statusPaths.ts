import { DatabaseFault } from '../../store/database.ts';
import type { Database } from '../../store/database.ts';
import { samplesOf } from '../../store/samples.ts';
import type { Sample } from '../../store/samples.ts';
import type { Counting } from '../metrics/counting.ts';
import { gauge } from '../metrics/counting.ts';
import { PROMETHEUS_TYPE, prometheusText } from '../metrics/series.ts';
import { statusSeries } from '../metrics/statusSeries.ts';
import { SCRIPT } from '../page/script.ts';
import { nowOnPage, SHOWN_MS, statusPage } from '../page/statusPage.ts';
import { bridgeStatus } from '../status/bridgeStatus.ts';
import type { BridgeStatus } from '../status/bridgeStatus.ts';
import { json } from './statusServer.ts';
import type { Answer, StatusServerOptions } from './statusServer.ts';

export interface Watched {
    readonly database: Database;
    readonly topic: string;
    readonly counting: Counting;
    readonly isStopping: () => boolean;
    /** What somebody has to mend before the database takes everything again, in words. */
    readonly toMend?: () => string | undefined;
}

const ANSWERS_MS = 3_000;
const HTML = 'text/html; charset=utf-8';

/** What can be looked at. Nobody's text, name or phone number is in any of it. */
export function statusPaths(watched: Watched): StatusServerOptions['paths'] {
    return {
        '/': async () => ({ status: 200, type: HTML, body: statusPage(...(await shown(watched))) }),
        '/now': async () => ({ status: 200, type: HTML, body: nowOnPage(...(await shown(watched))).text }),
        '/page.js': async () => ({ status: 200, type: 'text/javascript; charset=utf-8', body: SCRIPT }),
        // Whoever restarts a process by this restarts it when it answers nothing at all.
        '/health/live': async () => json(200, { status: 'ok' }),
        '/health/ready': () => ready(watched),
        '/metrics': () => metrics(watched)
    };
}

/** Without a status where the database does not answer. */
async function shown({ database, topic }: Watched): Promise<[BridgeStatus | undefined, readonly Sample[]]> {
    try {
        return [await bridgeStatus(database, topic), await samplesOf(database, SHOWN_MS)];
    } catch (error) {
        if (error instanceof DatabaseFault) return [undefined, []];
        throw error;
    }
}

/** Genesys Cloud and Salesforce have no part in it: a bridge that waits for them is ready, and a restart helps nobody. */
async function ready({ database, isStopping, toMend }: Watched): Promise<Answer> {
    if (isStopping()) return json(503, { status: 'the bridge is stopping' });
    const isThere = await Promise.race([
        database.query('select 1').then(
            () => true,
            () => false
        ),
        new Promise<false>((resolve) => setTimeout(resolve, ANSWERS_MS, false).unref())
    ]);
    if (!isThere) return json(503, { status: 'the database does not answer' });
    const told = toMend?.();
    return told === undefined ? json(200, { status: 'ok' }) : json(503, { status: told });
}

async function metrics({ counting, database, topic }: Watched): Promise<Answer> {
    const told = await bridgeStatus(database, topic).then(statusSeries, () => undefined);
    const body = prometheusText([
        ...counting.series(),
        gauge('bridge_database_up', '1 where the database answers.', told === undefined ? 0 : 1),
        ...(told ?? [])
    ]);
    return { status: 200, type: PROMETHEUS_TYPE, body };
}
