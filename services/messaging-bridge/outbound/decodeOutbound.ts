import { createHash } from 'node:crypto';
import { ENTRIES } from './catalogue.ts';
import type { Decoded, Interaction, OutboundEvent, UnknownEvent } from './event.ts';
import { kept, Members } from './members.ts';
import { participantOf } from './participants.ts';
import type { Problem } from './problem.ts';
import { nameInWords } from './problem.ts';
import { isEntryType, readEntry } from './readEntry.ts';
import { readRouting } from './routing.ts';
import type { FieldNames, Unwrapped } from './wrapping.ts';
import { unwrap } from './wrapping.ts';

// A digest, because a subject may be a phone number and a conversation's name stands in tables and logs.
const digestOf = (subject: string): string => createHash('sha256').update(subject).digest('hex').slice(0, 32);

function conversationOf(
    identifier: string | undefined,
    address: string | undefined,
    subject: string | undefined
): string | undefined {
    if (identifier !== undefined) return identifier;
    return address === undefined || subject === undefined ? undefined : `${address}/${digestOf(subject)}`;
}

/** When a record was published, in epoch milliseconds: an Avro long, which some decoders give as a bigint. */
export function createdAtOf(record: unknown): number | undefined {
    const given = new Members(record, '', []).raw('CreatedDate');
    const ms = typeof given === 'bigint' ? Number(given) : given;
    return typeof ms === 'number' && Number.isSafeInteger(ms) && ms > 0 ? ms : undefined;
}

type Common = Omit<UnknownEvent, 'kind' | 'unknown' | 'raw'>;

function unknownEvent(common: Common, found: Unwrapped, unknown: UnknownEvent['unknown']): UnknownEvent {
    return kept({ ...common, kind: 'UnknownEvent', unknown, raw: found.whole.whole });
}

function routingRequested(found: Unwrapped, common: Common): OutboundEvent {
    const details = readRouting(found.payload);
    const identifier =
        found.payload.id('conversationIdentifier') ??
        found.conversationIdentifier ??
        details?.channelData.conversationId;
    const conversation = conversationOf(identifier, common.channelAddress, common.recipient?.subject);
    if (conversation === undefined) found.payload.note('conversationIdentifier', undefined, 'text that is not empty');
    if (details === undefined || conversation === undefined) {
        return unknownEvent(kept({ ...common, key: details?.key, conversation }), found, {});
    }
    return kept({ ...common, ...details, kind: 'RoutingRequested', conversation, conversationIdentifier: identifier });
}

/** The type stands twice. Where the two differ and one is for staff only, it is for staff only. */
function entryTypeOf(entry: Members, entryPayload: Members): string | undefined {
    const outer = entry.id('entryType');
    const inner = entryPayload.id('entryType');
    if (outer !== undefined && inner !== undefined && outer !== inner) {
        entryPayload.note('entryType', inner, "the entry's entryType");
    }
    const given = [outer, inner].filter((name) => name !== undefined);
    return given.find((name) => isEntryType(name) && ENTRIES[name].audience === 'staff') ?? given[0];
}

function interaction(found: Unwrapped, common: Common): OutboundEvent {
    const { payload, wrapping } = found;
    const entryPayload = payload.object('entryPayload');
    const entryType = entryTypeOf(payload, entryPayload);
    const key = payload.id('identifier') ?? entryPayload.id('id');
    const conversation = conversationOf(found.conversationIdentifier, common.channelAddress, common.recipient?.subject);
    const known = kept({ ...common, key, conversation });
    if (conversation === undefined) {
        found.whole.note('conversationIdentifier', undefined, 'text, or a channel address with a recipient');
    }
    if (entryType === undefined) {
        payload.note('entryType', undefined, 'text that is not empty');
        return unknownEvent(known, found, {});
    }
    if (!isEntryType(entryType)) return unknownEvent(known, found, { entryType: nameInWords(entryType) });
    if (key === undefined) payload.note('identifier', undefined, 'text that is not empty');
    if (entryPayload.whole === undefined) payload.note('entryPayload', undefined, 'an object');
    const entry = readEntry(entryType, entryPayload);
    if (entry === undefined || conversation === undefined) return unknownEvent(known, found, {});
    const sender = participantOf(payload.object('sender', 'needed'));
    return kept<Interaction>({
        ...known,
        kind: 'Interaction',
        wrapping,
        conversation,
        conversationIdentifier: found.conversationIdentifier,
        sender: kept({ ...sender, name: payload.text('senderDisplayName') }),
        clientTimestamp: payload.number('clientTimestamp'),
        transcriptedTimestamp: payload.number('transcriptedTimestamp'),
        entry
    });
}

/**
 * What one record of the custom platform event says. `record` is the Avro record as it was decoded, unions wrapped or
 * bare; `names` are the fields as the org's ConversationChannelDefinition names them, and where they are not given the
 * event is found by its content. Pure, never throws, and takes time in proportion to the record.
 *
 * What cannot be read at all is `ok: false`, with a reason that holds no value of the record. What can be read and is
 * not known is an UnknownEvent. What is known and not as documented is kept, with its problems.
 */
export function decodeOutbound(record: unknown, names: FieldNames = {}): Decoded {
    const problems: Problem[] = [];
    const found = unwrap(record, names, problems);
    if (typeof found === 'string') return { ok: false, reason: found };
    const { eventType, payload, whole } = found;
    const common = kept<Common>({
        channelAddress: found.channelAddress,
        recipient: participantOf(found.recipient),
        conversationIdentifier: found.conversationIdentifier,
        createdAt: createdAtOf(record),
        problems
    });
    const isRouting =
        eventType === 'RoutingRequested' ||
        (eventType === undefined && !payload.has('entryType') && payload.has('routingType'));
    if (eventType !== undefined && eventType !== 'Interaction' && !isRouting) {
        const conversation = whole.id('conversationIdentifier');
        const unknown = { eventType: nameInWords(eventType) };
        return { ok: true, event: unknownEvent(kept({ ...common, conversation }), found, unknown) };
    }
    return { ok: true, event: isRouting ? routingRequested(found, common) : interaction(found, common) };
}
