import type { Interaction } from 'c/interactions';
import type { OrgReader } from 'c/orgReader';
import { isCaller, lookUpCaller } from './callerLookUp.ts';
import type { PageCaller } from './callerLookUp.ts';
import { handling } from './handling.ts';
import type { PageRecord } from './types.ts';

/** Who calls, as far as the pages that the agent opens tell. */
export interface PageCallers {
    /** The agent opened a record, or none. `found` runs once its numbers are known. */
    open(record: PageRecord | undefined, found: () => void): void;
    /** Takes the record on the page for the caller when one of its numbers calls; true when that is new. */
    recognise(interaction: Interaction): boolean;
    callerOf(interaction: Interaction): PageRecord | undefined;
}

export function createPageCallers(reader: OrgReader): PageCallers {
    const callers = new Map<string, PageRecord>();
    let onPage: PageCaller | undefined;
    let opened: string | undefined;

    return {
        open(record, found): void {
            opened = record?.id;
            onPage = undefined;
            if (record === undefined) {
                return;
            }
            lookUpCaller(reader, record).then(
                (caller) => {
                    if (caller !== undefined && opened === record.id) {
                        onPage = caller;
                        found();
                    }
                },
                () => {
                    // A record that cannot be read names nobody; the call goes on without.
                }
            );
        },
        recognise(interaction): boolean {
            const { ani, calledNumber, direction, displayAddress, phone } = interaction;
            // The other number is our own: on inbound calls the one that was called, on outbound the one that calls.
            const numbers = [direction === 'outbound' ? calledNumber : ani, phone, displayAddress];
            const name = handling(interaction);
            if (onPage === undefined || interaction.disconnected || callers.has(name) || !isCaller(onPage, numbers)) {
                return false;
            }
            callers.set(name, onPage);
            return true;
        },
        callerOf: (interaction) => callers.get(handling(interaction))
    };
}
