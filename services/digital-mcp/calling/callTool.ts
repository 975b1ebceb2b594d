import { GenesysError } from '@switchboard/genesys-api';
import type { Answer, Clock, GenesysClient } from '@switchboard/genesys-api';
import { assertAllowed, connectionOf } from '../callers/access.ts';
import type { Caller, NamedConnection } from '../callers/access.ts';
import { argumentHash, meantOf } from '../arguments/argumentHash.ts';
import type { Audit } from './audit.ts';
import { CallError } from './callError.ts';
import type { ErrorFacts } from './callError.ts';
import { createCallLimits } from './callLimits.ts';
import { checkArguments } from '../arguments/checkArguments.ts';
import type { Given } from '../arguments/checkArguments.ts';
import type { Configuration } from '../connections/configuration.ts';
import { createConfirming } from '../sending/confirming.ts';
import type { Connections } from '../connections/connections.ts';
import { errorFacts } from './errorFacts.ts';
import { howToCheck } from '../sending/howToCheck.ts';
import { checkMessageRules } from '../arguments/messageRules.ts';
import { offeredTool } from '../tools/offeredTools.ts';
import { previewOf } from '../sending/preview.ts';
import { resultOf } from '../results/results.ts';
import type { RestAsked, Structured } from '../results/results.ts';
import { SecretMissing } from '../connections/secrets.ts';
import { createSentBefore } from '../sending/sentBefore.ts';
import type { StateStore } from '../state/stateStore.ts';
import type { DigitalTool } from '../tools/tools.ts';
import type { UploadMedia } from '../media/uploadMedia.ts';
import { UPLOAD_MEDIA } from '../media/uploadMediaTool.ts';

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
    /** How far it is, where the client asked to be told: the first is 1. */
    readonly onProgress?: (step: number, message: string) => void;
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
    readonly uploadMedia?: UploadMedia | undefined;
}

/** Whether a request of this call has gone out. */
interface Sending {
    hasLeft: boolean;
}

interface Changing {
    readonly call: ToolCall;
    readonly hash: string;
    readonly pcid: string;
    readonly notes: readonly string[];
    readonly sending: Sending;
}

export type CallTool = (call: ToolCall) => Promise<Outcome>;

/** One call of a tool, from its arguments to its result. Never throws. */
export function createCalling(options: CallingOptions): CallTool {
    const { configuration, connections, store, clock, audit, uploadMedia } = options;
    const confirmed = createConfirming(store);
    const withinLimits = createCallLimits({ configuration, store, clock });
    const sentBefore = createSentBefore(store);
    const { apiOnlyParameters: apiOnly = false, replicas = 1 } = configuration;

    async function run(call: ToolCall, tool: DigitalTool, sending: Sending): Promise<Outcome> {
        const { caller } = call;
        // Only what was given itself: nothing that every object has.
        const given: Given = Object.assign(Object.create(null), call.given);
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
        const meant = meantOf(given);
        if (tool.shortName === UPLOAD_MEDIA && uploadMedia !== undefined) {
            return upload(uploadMedia, client, {
                call: { ...call, given },
                hash: argumentHash(pcid, tool.name, meant),
                pcid,
                sending
            });
        }
        if (given['dryRun'] === true) return { kind: 'result', structured: previewOf(client, tool, meant) };
        await withinLimits(pcid, caller);
        if (tool.readOnly) return read(client, tool, meant, call, given as RestAsked, notes);
        if (tool.customerFacing && replicas > 1 && !store.isShared) throw noSharedStore();

        const hash = argumentHash(pcid, tool.name, meant);
        const question = await confirmed({ ...call, given }, tool, hash, policies, () =>
            previewOf(client, tool, meant)
        );
        if (question !== undefined) return question;
        return change(client, tool, meant, { call: { ...call, given }, hash, pcid, notes, sending });
    }

    async function upload(run: UploadMedia, client: GenesysClient, about: Omit<Changing, 'notes'>): Promise<Outcome> {
        const { call, hash, pcid, sending } = about;
        const { given, signal, onProgress } = call;
        const isHere = configuration.connections[pcid]?.baseUrl !== undefined;
        const record = { caller: call.caller.name, pcid, tool: UPLOAD_MEDIA, hash };
        const asked = {
            client,
            given,
            isHere,
            onSend(): void {
                audit.attempt(record);
                sending.hasLeft = true;
            }
        };
        if (given['dryRun'] === true) return { kind: 'result', structured: await run.preview(asked) };
        await withinLimits(pcid, call.caller);
        try {
            const structured = await run.upload({
                ...asked,
                ...(signal === undefined ? {} : { signal }),
                ...(onProgress === undefined ? {} : { onProgress })
            });
            audit.outcome({ ...record, outcome: String(structured['status']) });
            return { kind: 'result', structured };
        } catch (error) {
            const { reason, status, correlationId } = errorFacts(error, sending.hasLeft) as ErrorFacts & {
                readonly status?: number;
                readonly correlationId?: string;
            };
            audit.outcome({ ...record, outcome: reason, status, correlationId });
            throw error;
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
        try {
            return { kind: 'result', structured: resultOf(tool, answer, rest, notes) };
        } catch (error) {
            if (error instanceof CallError) throw error;
            audit.fault(tool.shortName, error);
            const { attempts, correlationId, status } = answer;
            const facts = { operation: tool.shortName, status, attempts };
            throw new GenesysError({
                ...facts,
                failure: 'unreadable',
                ...(correlationId === undefined ? {} : { correlationId })
            });
        }
    }

    async function change(
        client: GenesysClient,
        tool: DigitalTool,
        meant: Given,
        { call, hash, pcid, notes, sending }: Changing
    ): Promise<Outcome> {
        const guarded = tool.customerFacing;
        const before = guarded
            ? await sentBefore.attempt(hash, clock.now(), call.given['sendAgain'] === true)
            : undefined;
        const record = { caller: call.caller.name, pcid, tool: tool.shortName, hash };
        let answer: Answer;
        try {
            answer = await client.call(tool.operation, meant, {
                ...(call.signal === undefined ? {} : { signal: call.signal }),
                onSend: () => {
                    audit.attempt(record);
                    sending.hasLeft = true;
                }
            });
        } catch (error) {
            const { status, correlationId } = error instanceof GenesysError ? error.facts : {};
            const { reason } = errorFacts(error, sending.hasLeft);
            const isUnknown = reason === 'outcomeUnknown' || (reason === 'internal' && sending.hasLeft);
            const now = clock.now();
            if (guarded)
                await afterwards(() =>
                    isUnknown ? sentBefore.is(hash, now, 'unknown', correlationId) : sentBefore.undo(hash, before)
                );
            audit.outcome({ ...record, outcome: reason, status, correlationId });
            throw error;
        }
        const { status, correlationId } = answer;
        if (guarded) await afterwards(() => sentBefore.is(hash, clock.now(), 'sent', correlationId));
        audit.outcome({ ...record, outcome: 'done', status, correlationId });
        return { kind: 'result', structured: doneWith(tool, answer, notes) };
    }

    /** What became of it is known: a store that fails now is no reason to say otherwise. */
    async function afterwards(keep: () => Promise<void>): Promise<void> {
        try {
            await keep();
        } catch {
            audit.storeFailed();
        }
    }

    function doneWith(tool: DigitalTool, answer: Answer, notes: readonly string[]): Structured {
        try {
            return resultOf(tool, answer, {}, notes);
        } catch (error) {
            audit.fault(tool.shortName, error);
            return resultOf(tool, { ...answer, data: undefined, unreadable: true }, {}, notes);
        }
    }

    return async (call) => {
        const tool = offeredTool(uploadMedia === undefined ? {} : configuration, call.name);
        const sending: Sending = { hasLeft: false };
        try {
            if (tool === undefined) throw noSuchTool(call.name);
            return await run(call, tool, sending);
        } catch (error) {
            const facts = errorFacts(error, sending.hasLeft);
            if (error instanceof SecretMissing) audit.misconfigured(error.message);
            else if (facts.reason === 'internal') audit.fault(tool?.shortName, error);
            const check = facts.reason === 'outcomeUnknown' && tool ? howToCheck(tool, call.given) : {};
            return { kind: 'error', facts: { ...facts, ...check } };
        }
    };
}

function noSharedStore(): CallError {
    return new CallError({
        reason: 'notAllowed',
        message:
            'Nothing was sent. Several copies of this server are running without a store that they share, so none of them knows what another one has sent.',
        hint: 'Whoever runs this server sets "store", or "replicas" to 1.'
    });
}

const noSuchTool = (name: string): CallError =>
    new CallError({
        reason: 'unknownTool',
        message: `There is no tool ${JSON.stringify(name.slice(0, 100))}.`,
        hint: 'tools/list names them.'
    });
