import { randomUUID } from 'node:crypto';
import type { Clock } from '@switchboard/genesys-api';
import { assertAllowed, connectionOf } from '../callers/access.ts';
import { assertRecipients } from '../callers/assertRecipients.ts';
import { meantOf } from '../arguments/argumentHash.ts';
import type { Audit, NotDone } from './audit.ts';
import { CallError } from './callError.ts';
import type { ErrorFacts } from './callError.ts';
import { createCallLimits } from './callLimits.ts';
import { createChanging } from './changing.ts';
import { badArgument, checkArguments } from '../arguments/checkArguments.ts';
import type { Given } from '../arguments/checkArguments.ts';
import type { Configuration } from '../connections/configuration.ts';
import type { Connections } from '../connections/connections.ts';
import { errorFacts } from './errorFacts.ts';
import { howToCheck } from '../sending/howToCheck.ts';
import { checkMessageRules } from '../arguments/messageRules.ts';
import { offeredTool } from '../tools/offeredTools.ts';
import { previewOf } from '../sending/preview.ts';
import { createReading } from './reading.ts';
import { createRecording, UNRECORDED } from './recording.ts';
import type { Structured } from '../results/results.ts';
import { SecretMissing } from '@switchboard/genesys-api';
import type { StateStore } from '../state/stateStore.ts';
import type { CallTool, Outcome, Sending, ToolCall } from './toolCall.ts';
import { createTurns, USUAL_AT_ONCE } from './turns.ts';
import type { DigitalTool } from '../tools/tools.ts';
import type { UploadMedia } from '../media/uploadMedia.ts';
import { UPLOAD_MEDIA } from '../media/uploadMediaTool.ts';
import { createUploading } from './uploading.ts';

export interface CallingOptions {
    readonly configuration: Configuration;
    readonly connections: Connections;
    readonly store: StateStore;
    readonly clock: Clock;
    readonly audit: Audit;
    readonly uploadMedia?: UploadMedia | undefined;
}

/** One call of a tool, from its arguments to its result. Never throws. */
export function createCalling(options: CallingOptions): CallTool {
    const { configuration, connections, store, clock, audit, uploadMedia } = options;
    const { apiOnlyParameters: apiOnly = false, replicas = 1 } = configuration;
    const switches = uploadMedia === undefined ? { ...configuration, mediaUpload: undefined } : configuration;
    const limits = createCallLimits({ configuration, store });
    const inTurn = createTurns({
        clock,
        atOnce: (pcid) => configuration.connections[pcid]?.callsAtOnce ?? USUAL_AT_ONCE
    });
    const recorded = createRecording(audit);
    const isHere = (pcid: string): boolean => configuration.connections[pcid]?.baseUrl !== undefined;
    const upload = uploadMedia && createUploading({ uploadMedia, withinLimits: limits.calls, recorded, isHere });
    const read = createReading(audit);
    const change = createChanging({ store, clock, audit, recorded, limits, replicas });

    async function run(call: ToolCall, tool: DigitalTool, sending: Sending): Promise<Outcome> {
        const { caller, noObject } = call;
        if (noObject !== undefined) throw badArgument('arguments', noObject, AN_OBJECT);
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
        assertRecipients(tool, given, policies);
        const client = connections.client(pcid);
        const meant = meantOf(given);
        const checked = { call: { ...call, given }, tool, pcid, client, meant, notes, sending };
        const uploads = tool.shortName === UPLOAD_MEDIA ? upload : undefined;
        if (given['dryRun'] === true)
            return uploads?.(checked) ?? { kind: 'result', structured: previewOf(client, tool, meant) };
        return inTurn(pcid, call.signal, async () => {
            if (uploads !== undefined) return uploads(checked);
            await limits.calls(pcid, caller);
            return tool.readOnly ? read(checked) : change(checked, policies);
        });
    }

    return async (call) => {
        const tool = offeredTool(switches, call.name);
        const sending: Sending = { callId: randomUUID(), hasLeft: false };
        try {
            if (tool === undefined) throw noSuchTool(call.name);
            return withCallId(withWarning(await run(call, tool, sending), sending), sending);
        } catch (error) {
            const facts = errorFacts(error, sending.hasLeft);
            if (error instanceof SecretMissing) audit.misconfigured(error.message, sending.callId);
            if (facts.reason === 'internal') audit.fault(sending.callId, tool?.shortName, error);
            else if (sending.isTold !== true) audit.notDone(lineFor(call, tool, sending, facts));
            const check = facts.reason === 'outcomeUnknown' && tool ? howToCheck(tool, call.given) : {};
            return withCallId(withWarning({ kind: 'error', facts: { ...facts, ...check } }, sending), sending);
        }
    };
}

/** In the result, or in the error that tells what became of it. */
function withWarning(outcome: Outcome, { isUnrecorded = false }: Sending): Outcome {
    if (!isUnrecorded || outcome.kind === 'ask') return outcome;
    if (outcome.kind === 'error') return { kind: 'error', facts: { ...outcome.facts, warning: UNRECORDED } };
    const about = outcome.structured['_call'] as Structured | undefined;
    const notes = (about?.['notes'] ?? []) as readonly string[];
    return {
        kind: 'result',
        structured: { ...outcome.structured, _call: { ...about, notes: [...notes, UNRECORDED] } }
    };
}

/** Under both names: who reads only `correlationId` finds the log line also where Genesys Cloud gave none. */
function withCallId(outcome: Outcome, { callId }: Sending): Outcome {
    if (outcome.kind === 'ask') return outcome;
    if (outcome.kind === 'error')
        return {
            kind: 'error',
            facts: { ...outcome.facts, correlationId: outcome.facts['correlationId'] ?? callId, callId }
        };
    const about = outcome.structured['_call'] as Structured | undefined;
    return {
        kind: 'result',
        structured: {
            ...outcome.structured,
            _call: { ...about, correlationId: about?.['correlationId'] ?? callId, callId }
        }
    };
}

function lineFor(call: ToolCall, tool: DigitalTool | undefined, { callId }: Sending, facts: ErrorFacts): NotDone {
    const { correlationId, status } = facts as ErrorFacts & Pick<NotDone, 'correlationId' | 'status'>;
    return { callId, caller: call.caller.name, tool: tool?.shortName, reason: facts.reason, status, correlationId };
}

const AN_OBJECT = 'an object: { "PCID": "…" } and the other arguments of the tool';

const noSuchTool = (name: string): CallError =>
    new CallError({
        reason: 'unknownTool',
        message: `There is no tool ${JSON.stringify(name.slice(0, 100))}.`,
        hint: 'tools/list names them.'
    });
