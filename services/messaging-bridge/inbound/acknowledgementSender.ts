import { REPEATABLE, Unplanned } from '../delivery/sender.ts';
import type { Sender } from '../delivery/sender.ts';
import { acknowledgementBodies, MOST_IN_ONE_CALL } from '../salesforce/bodies/acknowledgementBody.ts';
import type { AcknowledgementBody } from '../salesforce/bodies/acknowledgementBody.ts';
import type { InteractionService } from '../salesforce/interactionService.ts';
import type { Database } from '../store/database.ts';
import { settleAlong, waitingBehind } from '../store/entries.ts';
import type { Entry } from '../store/entries.ts';
import { sentOf } from '../telling/sentOf.ts';
import type { Acknowledgement } from './acknowledgement.ts';

/** One call: that of the entry itself, and of those behind it that go along. */
interface Call {
    readonly body: AcknowledgementBody;
    readonly alone: AcknowledgementBody;
    /** Numbers of the entries that go along. */
    readonly along: readonly number[];
}

/** Tells Salesforce what became of messages of reps: what waits in a lane goes together, 25 in one call. */
export function createAcknowledgementSender(service: InteractionService, database: Database): Sender {
    return {
        async plan(entry) {
            const along = (await waitingBehind(database, entry, MOST_IN_ONE_CALL - 1)).filter((one) =>
                goWith(entry, one)
            );
            const alone = bodyOf([entry]);
            if (alone === undefined)
                throw new Unplanned({
                    kind: 'refused',
                    reason: 'it names somebody or something that Salesforce takes not'
                });
            const body = bodyOf([entry, ...along]);
            const call: Call =
                body === undefined
                    ? { body: alone, alone, along: [] }
                    : { body, alone, along: along.map(({ seq }) => seq) };
            return [call];
        },
        async send({ body: planned, entry: { lane }, leaving, signal }) {
            const { along, alone, body } = planned as Call;
            const sent = sentOf(await service('acknowledgement', body, { leaving, signal }));
            if (sent.kind === 'sent') return { ...sent, also: (statements) => settleAlong(statements, lane, along) };
            // One of them may be why: the others are not to go with it.
            if (sent.kind !== 'refused' || along.length === 0) return sent;
            return sentOf(await service('acknowledgement', alone, { leaving, signal }));
        },
        ...REPEATABLE
    };
}

const toldIn = ({ body }: Pick<Entry, 'body'>): Acknowledgement => body as Acknowledgement;

/** One call is about one customer in one conversation. */
function goWith(entry: Entry, other: Pick<Entry, 'body' | 'kind'>): boolean {
    const [one, two] = [toldIn(entry), toldIn(other)];
    return (
        entry.kind === other.kind &&
        one.customer === two.customer &&
        one.conversationIdentifier === two.conversationIdentifier
    );
}

/** Undefined where a name is too long for Salesforce. */
function bodyOf(entries: readonly [Entry, ...Pick<Entry, 'body'>[]]): AcknowledgementBody | undefined {
    const { conversationIdentifier, customer } = toldIn(entries[0]);
    try {
        return acknowledgementBodies(conversationIdentifier, customer, entries.map(toldIn))[0];
    } catch (error) {
        if (error instanceof RangeError) return undefined;
        throw error;
    }
}
