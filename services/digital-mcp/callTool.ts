import { ArgumentError, GenesysError, hintFor } from '@switchboard/genesys-api';
import type { Answer, Clock, GenesysClient } from '@switchboard/genesys-api';
import { assertAllowed, connectionOf } from './access.ts';
import type { Caller, NamedConnection } from './access.ts';
import { argumentHash } from './argumentHash.ts';
import type { Audit } from './audit.ts';
import { CallError } from './callError.ts';
import type { ErrorFacts } from './callError.ts';
import { checkArguments } from './checkArguments.ts';
import type { Given } from './checkArguments.ts';
import type { Configuration, Policy } from './configuration.ts';
import { CONFIRMATION_SECONDS, createConfirmations } from './confirmation.ts';
import type { Connections } from './connections.ts';
import { ADDITIONS } from './inputSchema.ts';
import { checkMessageRules } from './messageRules.ts';
import { resultOf } from './results.ts';
import type { RestAsked, Structured } from './results.ts';
import { SecretMissing } from './secrets.ts';
import { createSentBefore } from './sentBefore.ts';
import type { StateStore } from './stateStore.ts';
import { toolNamed } from './tools.ts';
import type { DigitalTool } from './tools.ts';

export interface ToolCall {
    readonly name: string;
    readonly given: Given;
    readonly caller: Caller;
    readonly named: Omit<NamedConnection, 'argument' | 'configured'>;
    /** The client can put a question to its user. */
    readonly canAsk: boolean;
    /** What the user said, and the word under which it was asked. */
    readonly answered?: { readonly word: string; readonly goesAhead: boolean };
    readonly signal?: AbortSignal;
}

export type Outcome =
    | { readonly kind: 'result'; readonly structured: Structured }
    | { readonly kind: 'error'; readonly facts: ErrorFacts }
    /** The user is to be asked; the answer comes with the same call and this word. */
    | { readonly kind: 'ask'; readonly question: string; readonly word: string };

export interface CallingOptions {
    readonly configuration: Configuration;
    readonly connections: Connections;
    readonly store: StateStore;
    readonly clock: Clock;
    readonly audit: Audit;
}

export type CallTool = (call: ToolCall) => Promise<Outcome>;

/** One call of a tool, from its arguments to its result. Never throws. */
export function createCalling(options: CallingOptions): CallTool {
    const { configuration, connections, store, clock, audit } = options;
    const confirmations = createConfirmations(store);
    const sentBefore = createSentBefore(store);
    const { apiOnlyParameters: apiOnly = false, replicas = 1 } = configuration;

    async function run(call: ToolCall, tool: DigitalTool): Promise<Outcome> {
        const { caller, given } = call;
        const pcid = connectionOf(caller, {
            ...call.named,
            argument: given['PCID'],
            configured: configuration.defaultConnection
        });
        const policies = [configuration.connections[pcid]?.policy, configuration.narrowedTo, caller.policy];
        assertAllowed(tool, policies);
        const notes = checkArguments(tool, given, apiOnly);
        checkMessageRules(tool, given);
        const client = connections.client(pcid);
        const meant = Object.fromEntries(
            Object.entries(given).filter(([name]) => name !== 'PCID' && !Object.hasOwn(ADDITIONS, name))
        );
        if (given['dryRun'] === true) return { kind: 'result', structured: previewOf(client, tool, meant) };
        await withinLimit(pcid, policies);
        if (tool.readOnly) return read(client, tool, meant, call, given as RestAsked, notes);
        if (tool.customerFacing && replicas > 1 && !store.isShared) throw noSharedStore();

        const hash = argumentHash(pcid, tool.name, meant);
        const question = await confirmed(call, tool, hash, policies, () => previewOf(client, tool, meant));
        if (question !== undefined) return question;
        return change(client, tool, meant, { call, hash, pcid, notes });
    }

    async function withinLimit(pcid: string, policies: readonly (Policy | undefined)[]): Promise<void> {
        const limits = policies.flatMap((one) => one?.callsPerMinute ?? []);
        if (limits.length === 0) return;
        if ((await store.count(`calls:${pcid}`, 60_000)) > Math.min(...limits)) {
            const retryAfterSeconds = 60 - (Math.floor(clock.now() / 1_000) % 60);
            throw new CallError({
                reason: 'tooManyCalls',
                message: 'This connection takes no more calls in this minute. Nothing was done.',
                hint: `Try it after ${retryAfterSeconds} seconds.`,
                retryAfterSeconds
            });
        }
    }

    async function read(
        client: GenesysClient,
        tool: DigitalTool,
        meant: Given,
        { signal }: ToolCall,
        { restOf, restFrom }: RestAsked,
        notes: readonly string[]
    ): Promise<Outcome> {
        const answer = await client.call(tool.operation, meant, signal === undefined ? {} : { signal });
        const rest = { ...(restOf === undefined ? {} : { restOf }), ...(restFrom === undefined ? {} : { restFrom }) };
        return { kind: 'result', structured: resultOf(tool, answer, rest, notes) };
    }

    /** Undefined where it may go ahead. */
    async function confirmed(
        { answered, caller, canAsk, given }: ToolCall,
        tool: DigitalTool,
        hash: string,
        policies: readonly (Policy | undefined)[],
        preview: () => Structured
    ): Promise<Outcome | undefined> {
        if (!tool.customerFacing && !tool.destructive) return undefined;
        const what = { caller: caller.name, hash };
        const word = answered?.word ?? given['confirmation'];
        if (typeof word === 'string') {
            const isGood = await confirmations.redeem(word, what);
            if (answered !== undefined && !answered.goesAhead)
                throw notConfirmed('The user said no. Nothing was done.');
            if (isGood) return undefined;
            throw notConfirmed(
                'This confirmation was used, has ended, or is for a call with other arguments. Nothing was done.'
            );
        }
        if (canAsk)
            return { kind: 'ask', question: questionFor(tool, preview()), word: await confirmations.issue(what) };
        const without = policies.map((one) => one?.withoutAsking).filter((one) => one !== undefined);
        if (without.includes('refuse')) {
            throw notConfirmed(
                'This client cannot ask its user, and the policy of this connection wants that. Nothing was done.'
            );
        }
        if (without.length > 0 && without.every((one) => one === 'allow')) return undefined;
        throw new CallError({
            reason: 'confirmationNeeded',
            message: `Nothing was done yet. ${effectOf(tool)} Ask the person you work for, then call again with the same arguments and this confirmation.`,
            confirmation: await confirmations.issue(what),
            expiresInSeconds: CONFIRMATION_SECONDS,
            wouldSend: preview()['request']
        });
    }

    async function change(
        client: GenesysClient,
        tool: DigitalTool,
        meant: Given,
        { call, hash, pcid, notes }: { call: ToolCall; hash: string; pcid: string; notes: readonly string[] }
    ): Promise<Outcome> {
        const guarded = tool.customerFacing;
        if (guarded) await sentBefore.attempt(hash, clock.now(), call.given['sendAgain'] === true);
        const record = { caller: call.caller.name, pcid, tool: tool.shortName, hash };
        let answer: Answer;
        try {
            answer = await client.call(tool.operation, meant, {
                ...(call.signal === undefined ? {} : { signal: call.signal }),
                onSend: () => audit.attempt(record)
            });
        } catch (error) {
            const facts = error instanceof GenesysError ? error.facts : undefined;
            const isUnknown = facts?.failure === 'outcomeUnknown';
            if (guarded)
                await (isUnknown
                    ? sentBefore.is(hash, clock.now(), 'unknown', facts.correlationId)
                    : sentBefore.forget(hash));
            audit.outcome({
                ...record,
                outcome: facts?.failure ?? 'internal',
                status: facts?.status,
                correlationId: facts?.correlationId
            });
            throw error;
        }
        const { status, correlationId } = answer;
        audit.outcome({ ...record, outcome: 'done', status, correlationId });
        // It was sent: a store that fails now is no reason to say otherwise.
        if (guarded) await sentBefore.is(hash, clock.now(), 'sent', correlationId).catch(() => audit.storeFailed());
        return { kind: 'result', structured: resultOf(tool, answer, {}, notes) };
    }

    return async (call) => {
        const tool = toolNamed(call.name);
        try {
            if (tool === undefined) {
                throw new CallError({
                    reason: 'unknownTool',
                    message: `There is no tool ${JSON.stringify(call.name.slice(0, 100))}.`,
                    hint: 'tools/list names them.'
                });
            }
            return await run(call, tool);
        } catch (error) {
            const facts = factsOf(error);
            if (facts.reason === 'internal') audit.fault(tool?.shortName, error);
            return { kind: 'error', facts };
        }
    };
}

/** What goes to the client: texts of ours, and what Genesys Cloud said. Never another error's text. */
function factsOf(error: unknown): ErrorFacts {
    if (error instanceof CallError) return error.facts;
    if (error instanceof ArgumentError) {
        const { field, given, allowed, message } = error;
        return { reason: 'badArgument', field, given, allowed, message };
    }
    if (error instanceof GenesysError) {
        const { failure, operation: _operation, said: _said, ...facts } = error.facts;
        const [field] = facts.details?.flatMap(({ fieldName }) => fieldName ?? []) ?? [];
        return {
            reason: failure,
            message: error.message,
            hint: hintFor(error.facts),
            ...(field === undefined ? {} : { field }),
            ...facts
        };
    }
    if (error instanceof SecretMissing) {
        return {
            reason: 'signInFailed',
            message: `${error.message} Nothing was done.`,
            hint: 'Tell whoever runs this server.'
        };
    }
    return { reason: 'internal', message: 'This server failed. Nobody can tell from here whether anything was done.' };
}

function previewOf(client: GenesysClient, { operation }: DigitalTool, meant: Given): Structured {
    const { method, path, body } = client.preview(operation, meant);
    const request = { method, path, ...(body === undefined ? {} : { body: JSON.parse(body) as unknown }) };
    return { dryRun: true, sent: false, request };
}

const effectOf = ({ customerFacing, title }: DigitalTool): string =>
    customerFacing ? `"${title}" reaches a customer.` : `"${title}" ends or overwrites something.`;

/** Read by a person: what would happen, and with which values. */
function questionFor(tool: DigitalTool, preview: Structured): string {
    const { body, path } = preview['request'] as { readonly body?: unknown; readonly path: string };
    const shown = body === undefined ? path : `${path}\n${JSON.stringify(body, null, 2)}`;
    return `${effectOf(tool)} Go ahead?\n\n${shown.slice(0, 4_000)}`;
}

const notConfirmed = (message: string): CallError => new CallError({ reason: 'notConfirmed', message });

function noSharedStore(): CallError {
    return new CallError({
        reason: 'notAllowed',
        message:
            'Nothing was sent. Several copies of this server are running without a store that they share, so none of them knows what another one has sent.',
        hint: 'Whoever runs this server sets "store", or "replicas" to 1.'
    });
}
