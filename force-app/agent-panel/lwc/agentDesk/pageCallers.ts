import type { Interaction } from 'c/interactions';
import { isCaller, isPersonOrCompany } from './callerLookUp.ts';
import type { PageCaller } from './callerLookUp.ts';
import type { DialledRecords } from './dialledRecords.ts';
import { handling } from './handling.ts';
import { createLastUsed } from './lastUsed.ts';
import { otherSide } from './phoneNumbers.ts';
import type { RecordLookUp } from './recordLookUp.ts';
import type { PageRecord } from './types.ts';

/** Who calls, as far as the pages that the agent opens and the numbers that the agent clicks tell. */
export interface PageCallers {
    /** The agent opened a record, or none. `found` runs once its numbers are known. */
    open(record: PageRecord | undefined, found: (record: PageRecord) => void): void;
    /** Takes the record that was dialled from, or the one on the page whose number calls; true when that is new. */
    recognise(interaction: Interaction): boolean;
    readonly callerOf: (interaction: Interaction) => PageRecord | undefined;
}

export function createPageCallers(lookUp: RecordLookUp, dialled: DialledRecords): PageCallers {
    const callers = createLastUsed<PageRecord>();
    let onPage: PageCaller | undefined;
    let opened: string | undefined;

    return {
        open(record, found): void {
            opened = record?.id;
            onPage = undefined;
            if (record === undefined || !isPersonOrCompany(record)) {
                return;
            }
            lookUp(record).then(
                (caller) => {
                    if (caller !== undefined && opened === record.id) {
                        onPage = caller;
                        found(caller);
                    }
                },
                () => {
                    // A record that cannot be read names nobody; the call goes on without.
                }
            );
        },
        recognise(interaction): boolean {
            const name = handling(interaction);
            if (interaction.disconnected || callers.get(name) !== undefined) {
                return false;
            }
            const isOnPage = onPage !== undefined && isCaller(onPage, otherSide(interaction));
            const caller = dialled.recordFor(interaction) ?? (isOnPage ? onPage : undefined);
            if (caller !== undefined) {
                callers.set(name, caller);
            }
            return caller !== undefined;
        },
        callerOf: (interaction) => callers.get(handling(interaction))
    };
}
