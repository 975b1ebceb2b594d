import { ENTRIES } from './catalogue.ts';
import type { Interaction, OutboundEvent } from './event.ts';

/**
 * Whether the customer may see anything of it. Never what staff write for each other, never what is addressed to
 * somebody else than the customer, never what the customers themselves wrote, and never what is not known.
 */
export function isForTheCustomer(event: OutboundEvent): event is Interaction {
    if (event.kind !== 'Interaction' || ENTRIES[event.entry.entryType].audience !== 'customer') return false;
    const addressee = event.recipient?.role;
    return event.sender.role !== 'EndUser' && (addressee === undefined || addressee === 'EndUser');
}
