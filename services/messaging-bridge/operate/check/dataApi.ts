import { exchange, Lost } from '@switchboard/genesys-api';
import type { SalesforceToken } from '../../salesforce/jwtBearer.ts';
import { NotToBeHad } from './finding.ts';

export type DataRecord = Readonly<Record<string, unknown>>;

const VERSION = 'v66.0';

/** All fields that the bridge's user may read of some records. Throws NotToBeHad. */
export async function recordsOf(
    token: SalesforceToken,
    object: string,
    field: string,
    value: string
): Promise<readonly DataRecord[]> {
    if (!/^[\w-]{1,240}$/.test(value)) throw new NotToBeHad(`${field} of ${object} is no name`);
    const soql = `SELECT FIELDS(ALL) FROM ${object} WHERE ${field} = '${value}' LIMIT 200`;
    let answer: Awaited<ReturnType<typeof exchange>>;
    try {
        answer = await exchange({
            url: `${token.instanceUrl}/services/data/${VERSION}/query?q=${encodeURIComponent(soql)}`,
            method: 'GET',
            headers: { Authorization: `Bearer ${token.accessToken}`, Accept: 'application/json' },
            timeoutMs: 15_000,
            mostBytes: 1_048_576,
            fetch
        });
    } catch (error) {
        if (error instanceof Lost) throw new NotToBeHad(`the data API cannot be reached (${error.stage})`);
        throw error;
    }
    const body = parsed(answer.text);
    if (answer.status === 200 && isObject(body) && Array.isArray(body['records']))
        return body['records'].filter(isObject);
    const [first] = Array.isArray(body) ? (body as unknown[]) : [];
    const code = isObject(first) && typeof first['errorCode'] === 'string' ? first['errorCode'] : 'without a reason';
    throw new NotToBeHad(
        `Salesforce answers ${answer.status} (${code.slice(0, 60)}). Give the app the scope api, and the bridge's user ` +
            `Customize Application, for the time of the check`
    );
}

const isObject = (given: unknown): given is DataRecord => typeof given === 'object' && given !== null;

function parsed(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}
