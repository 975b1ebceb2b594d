import type { Sender, Sent } from '../delivery/sender.ts';
import type { Undelivered } from '../genesys/undelivered.ts';
import type { InteractionAnswer } from '../salesforce/interactionAnswer.ts';
import type { InteractionService } from '../salesforce/interactionService.ts';
import { entryInteraction } from '../salesforce/bodies/interactionBody.ts';

/** Tells the rep that a message was not delivered, or may not have been. Told twice, it has the same id. */
export function createUndeliveredSender(service: InteractionService): Sender {
    return {
        plan: async ({ body }) => [body],
        async send({ body, entry, leaving, signal }): Promise<Sent> {
            const { channelAddress, entryPayload } = body as Undelivered;
            const { subject } = entryPayload.recipient;
            if (channelAddress === undefined || subject === undefined)
                return { kind: 'refused', reason: 'the event named no channel or no customer' };
            const from = { channelAddress, customer: subject, at: Date.now(), genesysId: entry.key };
            return sentOf(await service('interactions', entryInteraction(from, entryPayload), { leaving, signal }));
        },
        find: async () => 'repeat',
        undelivered: () => []
    };
}

function sentOf(answer: InteractionAnswer): Sent {
    switch (answer.kind) {
        case 'done':
            return { kind: 'sent' };
        case 'later':
            return { kind: 'notNow', reason: answer.reason, ...waitOf(answer) };
        case 'unknown':
            return { kind: 'unknown', reason: answer.reason };
        case 'refused':
            return { kind: 'refused', reason: answer.reason };
    }
}

const waitOf = ({ waitMs }: { readonly waitMs?: number }): { readonly waitMs?: number } =>
    waitMs === undefined ? {} : { waitMs };
