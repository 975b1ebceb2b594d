import { REPEATABLE, Unplanned } from '../delivery/sender.ts';
import type { Sender, Sent } from '../delivery/sender.ts';
import type { Undelivered } from '../genesys/undelivered.ts';
import { deliveryFailedBody } from '../salesforce/bodies/deliveryFailedBody.ts';
import type { InteractionService } from '../salesforce/interactionService.ts';
import type { Entry } from '../store/entries.ts';
import { sentOf } from './sentOf.ts';

/** Tells the rep that a message was not delivered, or may not have been. Told twice, it has the same id. */
export function createUndeliveredSender(service: InteractionService): Sender {
    return {
        plan: async (entry) => [toldOf(entry)],
        async send({ body, leaving, signal }): Promise<Sent> {
            return sentOf(await service('interactions', body as ReturnType<typeof toldOf>, { leaving, signal }));
        },
        ...REPEATABLE
    };
}

/** The body of the call. Throws Unplanned where nobody could be told by it. */
function toldOf({ body, key }: Entry) {
    const { channelAddress, customer, entryId, ...told } = body as Undelivered;
    if (channelAddress === undefined || customer === undefined || entryId === undefined)
        throw new Unplanned({ kind: 'refused', reason: 'the event named no channel, no customer or no entry' });
    try {
        return deliveryFailedBody({ ...told, channelAddress, customer, entryId, at: Date.now(), failure: key });
    } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        throw new Unplanned({ kind: 'refused', reason: `Salesforce would not take it: ${error.message}` });
    }
}
