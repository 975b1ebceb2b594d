import { clockForTests } from '../../genesys-api/clockForTests.ts';
import type { TestClock } from '../../genesys-api/clockForTests.ts';
import type { TestServer } from '../../genesys-api/serverForTests.ts';
import type { Caller } from '../callers/access.ts';
import { createAudit } from './audit.ts';
import { createCalling } from './callTool.ts';
import type { Outcome, ToolCall } from './toolCall.ts';
import type { ErrorFacts } from './callError.ts';
import { narrowedTo, readConfiguration } from '../connections/configuration.ts';
import type { Configuration, Policy } from '../connections/configuration.ts';
import { createLog } from '../serving/log.ts';
import { createConnections } from '../connections/connections.ts';
import type { Structured } from '../results/results.ts';
import { memoryStore } from '../state/stateStore.ts';
import type { StateStore } from '../state/stateStore.ts';
import type { DigitalTool } from '../tools/tools.ts';

export const SECRET = 'a-client-secret';

export const ANNA: Caller = { name: 'anna', connections: ['support'] };

/** A policy under which nobody is asked. */
export const ALLOW = { withoutAsking: 'allow' } as const;

/** A text message to a customer. */
export const SEND = 'post_messages_agentless';
export const SMS = {
    fromAddress: '+13175550101',
    toAddress: '+13175550100',
    toAddressMessengerType: 'sms',
    textBody: 'Your order is here'
};

/** Ends something, and no customer reads of it. */
export const END = [
    'patch_email_participant',
    { conversationId: 'c', participantId: 'p', state: 'disconnected' }
] as const;

/** The connections `support` and `sales` of a Genesys Cloud on this machine. `more` is put beside them; `narrowedTo` in it as the command would. */
export function configurationAt(
    url: string,
    policy: Policy = {},
    more: Readonly<Record<string, unknown>> = {}
): Configuration {
    const grant = { type: 'clientCredentials', clientId: 'client', clientSecret: { env: 'GENESYS_SECRET' } };
    const connections = {
        support: { baseUrl: url, grant, policy },
        sales: { baseUrl: url, grant: { ...grant, clientId: 'another' } }
    };
    const { narrowedTo: policyOfAll, ...file } = more;
    const read = readConfiguration(JSON.stringify({ connections, ...file }));
    return policyOfAll === undefined ? read : narrowedTo(read, policyOfAll as Policy);
}

export interface CallingForTests {
    /** As anna over the connection `support`, unless said otherwise. */
    call(name: string, given: object, more?: Partial<ToolCall>): Promise<Outcome>;
    readonly clock: TestClock;
    readonly store: StateStore;
    /** What was logged, line by line. */
    readonly lines: readonly Readonly<Record<string, unknown>>[];
}

export interface CallingSettings {
    readonly policy?: Policy;
    /** Beside the connections. */
    readonly more?: Readonly<Record<string, unknown>>;
    readonly store?: StateStore;
    readonly clock?: TestClock;
    readonly env?: NodeJS.ProcessEnv;
    /** In the place of the log's file. Throws where it cannot write. */
    readonly write?: (line: string) => void;
}

/** The whole flow of a call, with a log in memory and a clock that does not wait. */
export function callingForTests({ url }: TestServer, settings: CallingSettings = {}): CallingForTests {
    const { clock = clockForTests(), env = { GENESYS_SECRET: SECRET } } = settings;
    const { store = memoryStore(clock) } = settings;
    const lines: Readonly<Record<string, unknown>>[] = [];
    const write = settings.write ?? ((line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>));
    const configuration = configurationAt(url, settings.policy, settings.more);
    const callTool = createCalling({
        configuration,
        connections: createConnections({ configuration, folder: import.meta.dirname, env, clock }),
        store,
        clock,
        audit: createAudit(createLog(async (line) => write(line)))
    });
    return {
        clock,
        store,
        lines,
        call: (name, given, more = {}) =>
            callTool({
                name,
                given: { PCID: 'support', ...given },
                caller: ANNA,
                named: {},
                canAsk: false,
                ...more
            })
    };
}

export function resultIn(outcome: Outcome): Structured {
    if (outcome.kind !== 'result') throw new Error(`No result: ${JSON.stringify(outcome)}`);
    return outcome.structured;
}

export function errorIn(outcome: Outcome): ErrorFacts {
    if (outcome.kind !== 'error') throw new Error(`No error: ${JSON.stringify(outcome)}`);
    return outcome.facts;
}

/** What two calls have in common where they answer the same. */
export function withoutIds({ callId, correlationId, ...facts }: ErrorFacts): object {
    if (typeof callId !== 'string' || typeof correlationId !== 'string') throw new Error('A call without its ids.');
    return facts;
}

const SPECIAL: Readonly<Record<string, unknown>> = {
    fileName: 'plan.pdf',
    toAddressMessengerType: 'sms',
    toAddress: '+13175550100',
    fromAddress: '+13175550101'
};

/** Arguments that the tool takes: the required ones, and a text for those that want one of several. */
export function argumentsFor({ operation, shortName }: DigitalTool): Record<string, unknown> {
    const given = operation.params
        .filter(({ required }) => required)
        .map(({ name, type, enum: words, items }): [string, unknown] => {
            if (type === 'array') return [name, items?.type === 'string' ? ['one'] : [{}]];
            if (type === 'object') return [name, {}];
            if (type === 'integer') return [name, 3];
            if (type === 'boolean') return [name, true];
            return [name, SPECIAL[name] ?? words?.[0] ?? `${name}-1`];
        });
    const objects = operation.params.filter(({ required, objectRequired }) => required && objectRequired !== undefined);
    const filled = objects.map(({ name, objectRequired = [] }): [string, unknown] => [
        name,
        Object.fromEntries(objectRequired.map((one) => [one, 'x']))
    ]);
    const text = shortName === 'post_messages_agentless' ? { textBody: 'Hello', ...SPECIAL, fileName: undefined } : {};
    const messenger = shortName === 'post_messages' ? SPECIAL : {};
    const known = operation.params.map(({ name }) => name);
    return Object.fromEntries(
        Object.entries({ ...Object.fromEntries([...given, ...filled]), ...text, ...messenger }).filter(
            ([name, value]) => known.includes(name) && value !== undefined
        )
    );
}
