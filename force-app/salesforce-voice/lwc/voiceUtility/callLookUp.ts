import { knownFacts } from 'c/interactions';
import type { InteractionFacts } from 'c/interactions';
import { ReadError, recordsQuery, rowsOf } from 'c/orgReader';
import type { OrgReader, QueryDocument, Row } from 'c/orgReader';
import type { CallLookUp } from 'c/voiceTransport';

const FIELDS = [
    'CallAcceptDateTime',
    'CallQueuedDateTime',
    'CallStartDateTime',
    'CallType',
    'FromPhoneNumber',
    // API version 66.0 and later.
    'IvrDuration',
    'QueueName'
] as const;

/** The newest, should one key ever stand on two. */
function callQuery(fields: readonly string[]): QueryDocument {
    return recordsQuery({
        name: 'SwitchboardVoiceCall($callId: String)',
        object: 'VoiceCall',
        which: 'where: { VendorCallKey: { eq: $callId } }, orderBy: { CreatedDate: { order: DESC } }, first: 1',
        fields: ['Id', ...fields]
    });
}

const ALL = callQuery(FIELDS);

/**
 * What the record VoiceCall tells of a call, and no event does. What this user may not read, or the org does not know, is
 * left out: one such field has the whole question refused, so then each is asked for by itself, and the refused ones no
 * more.
 */
export function createCallLookUp(reader: OrgReader): CallLookUp {
    let allowed: readonly string[] | undefined;

    async function ask(query: QueryDocument, callId: string): Promise<Row | undefined> {
        return rowsOf(await reader.query(query, { callId }), 'VoiceCall')[0];
    }

    async function askEach(callId: string): Promise<Row> {
        const asked = FIELDS.map(async (field) => {
            try {
                return { field, row: await ask(callQuery([field]), callId) };
            } catch (error) {
                if (isRefused(error)) return undefined;
                throw error;
            }
        });
        const told = (await Promise.all(asked)).flatMap((one) => one ?? []);
        allowed = told.map(({ field }) => field);
        return Object.assign({}, ...told.map(({ row }) => row)) as Row;
    }

    async function rowOf(callId: string): Promise<Row | undefined> {
        if (allowed !== undefined) return allowed.length === 0 ? undefined : ask(callQuery(allowed), callId);
        try {
            return await ask(ALL, callId);
        } catch (error) {
            if (isRefused(error)) return askEach(callId);
            throw error;
        }
    }

    return async (callId) => {
        const row = await rowOf(callId);
        return row && factsOf(row);
    };
}

function isRefused(error: unknown): boolean {
    return error instanceof ReadError && error.failure === 'refused';
}

function factsOf(row: Row): InteractionFacts {
    const accepted = timeOf(row.CallAcceptDateTime);
    const queued = timeOf(row.CallQueuedDateTime);
    const type = textOf(row.CallType)?.toLowerCase();
    const direction = type === 'inbound' || type === 'outbound' ? type : undefined;
    const from = direction === 'inbound' ? textOf(row.FromPhoneNumber) : undefined;
    return knownFacts({
        connectedTime: accepted?.toISOString(),
        startTime: timeOf(row.CallStartDateTime)?.toISOString(),
        queueName: textOf(row.QueueName),
        acdSeconds: secondsBetween(queued, accepted),
        ivrSeconds: secondsOf(row.IvrDuration),
        direction,
        ani: from,
        phone: from,
        displayAddress: from
    });
}

function textOf(value: unknown): string | undefined {
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function timeOf(value: unknown): Date | undefined {
    const text = textOf(value);
    const at = text === undefined ? undefined : new Date(text);
    return at === undefined || Number.isNaN(at.getTime()) ? undefined : at;
}

/** In which unit the record has it no document says; its other durations are in seconds. */
function secondsOf(value: unknown): number | undefined {
    return typeof value === 'number' && value >= 0 ? value : undefined;
}

function secondsBetween(from: Date | undefined, to: Date | undefined): number | undefined {
    if (from === undefined || to === undefined || to < from) return undefined;
    return Math.round((to.getTime() - from.getTime()) / 1000);
}
