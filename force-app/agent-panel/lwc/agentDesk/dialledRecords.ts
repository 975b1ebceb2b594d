import type { Interaction } from 'c/interactions';
import type { Clock } from 'c/taskSync';
import { otherSide, tellingDigits } from './phoneNumbers.ts';
import type { RecordLookUp } from './recordLookUp.ts';
import type { PageRecord } from './types.ts';

/** How long after the click the phone may take to begin the call, in milliseconds. */
const BEGINS_WITHIN_MS = 2 * 60 * 1_000;

/** Records whose number the agent is about to call. */
export interface DialledRecords {
    readonly dials: (number: string, record: PageRecord | undefined) => void;
    /** The record that this call was begun from; it is given once. */
    recordFor(interaction: Interaction): PageRecord | undefined;
}

interface Dialled {
    readonly digits: string;
    readonly at: number;
    record: PageRecord;
}

export function createDialledRecords(lookUp: RecordLookUp, clock: Clock): DialledRecords {
    let waiting: readonly Dialled[] = [];

    /** A record that was clicked in a list has no name yet. */
    function name(one: Dialled): void {
        lookUp(one.record).then(
            (found) => {
                if (found !== undefined) {
                    const { phones: _phones, ...record } = found;
                    one.record = record;
                }
            },
            () => {
                // The Task takes the record's id; only the card goes without a name.
            }
        );
    }

    return {
        dials(number, record): void {
            const digits = tellingDigits(number);
            const at = clock.now();
            waiting = waiting.filter((one) => one.digits !== digits && at - one.at <= BEGINS_WITHIN_MS);
            if (digits === undefined || record === undefined) {
                return;
            }
            const one: Dialled = { digits, at, record };
            waiting = [...waiting, one];
            if (record.name === undefined) {
                name(one);
            }
        },
        recordFor(interaction): PageRecord | undefined {
            if (interaction.direction !== 'outbound') {
                return undefined;
            }
            const began = Date.parse(interaction.firstSeenAt);
            const numbers = otherSide(interaction).map(tellingDigits);
            const found = waiting.find(
                ({ at, digits }) => began >= at && began - at <= BEGINS_WITHIN_MS && numbers.includes(digits)
            );
            waiting = waiting.filter((one) => one !== found);
            return found?.record;
        }
    };
}
