import { callerAddress, callerName } from 'c/callerName';
import type { Interaction } from 'c/interactions';
import { partsOf } from './partsOf.ts';
import { numberToCall } from './phoneNumbers.ts';
import type { PageRecord, RecentInteraction } from './types.ts';

const TYPES: readonly unknown[] = ['call', 'callback', 'outboundDialing', 'chat', 'email', 'message', 'voicemail'];
const OUTCOMES: readonly unknown[] = ['handled', 'missed', 'notReached'];

function outcomeOf({ direction, handled }: Interaction): RecentInteraction['outcome'] {
    if (handled) {
        return 'handled';
    }
    return direction === 'outbound' ? 'notReached' : 'missed';
}

/**
 * One line of the list; what this page does not know any more is taken from the line as it was before a reload. Of the other
 * side it has ids, the number to call back, and the name: one that only the phone told is in no record to ask for it again.
 */
export function recentEntry(
    interaction: Interaction,
    caller: PageRecord | undefined,
    key: string,
    endedAt: string,
    before: RecentInteraction | undefined
): RecentInteraction {
    const called = callerName({ interaction, ...(caller === undefined ? {} : { caller }) }, '');
    const name = called === '' || called === callerAddress(interaction) ? before?.name : called;
    const number = numberToCall(interaction) ?? before?.number;
    const direction = interaction.direction ?? before?.direction;
    const record = caller === undefined ? before?.record : recordOf(caller);
    return {
        key,
        type: interaction.type,
        ...(direction === undefined ? {} : { direction }),
        outcome: outcomeOf(interaction),
        ...(name === undefined ? {} : { name }),
        ...(number === undefined ? {} : { number }),
        ...(record === undefined ? {} : { record }),
        endedAt
    };
}

/** What was kept in the browser, checked; undefined when it is no line of the list. */
export function recentOf(kept: unknown): RecentInteraction | undefined {
    const { direction, endedAt, key, name, number, outcome, record, type } = partsOf(kept);
    if (typeof key !== 'string' || typeof endedAt !== 'string' || Number.isNaN(Date.parse(endedAt))) {
        return undefined;
    }
    if (!TYPES.includes(type) || !OUTCOMES.includes(outcome)) {
        return undefined;
    }
    const from = recordOf(record);
    return {
        key,
        type: type as RecentInteraction['type'],
        ...(direction === 'inbound' || direction === 'outbound' ? { direction } : {}),
        outcome: outcome as RecentInteraction['outcome'],
        ...(typeof name === 'string' ? { name } : {}),
        ...(typeof number === 'string' ? { number } : {}),
        ...(from === undefined ? {} : { record: from }),
        endedAt
    };
}

/** Of a record nothing else is kept. */
function recordOf(value: unknown): PageRecord | undefined {
    const { id, name, objectApiName, personContactId } = partsOf(value);
    return typeof id === 'string' && typeof objectApiName === 'string'
        ? {
              id,
              objectApiName,
              ...(typeof name === 'string' ? { name } : {}),
              ...(typeof personContactId === 'string' ? { personContactId } : {})
          }
        : undefined;
}
