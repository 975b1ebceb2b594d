import { createBreaker } from '../delivery/breaker.ts';
import type { Breaker } from '../delivery/breaker.ts';
import { MESSAGE } from '../delivery/messageEntry.ts';
import type { MessageBody } from '../delivery/messageEntry.ts';
import { REMARK } from '../delivery/remark.ts';
import type { Sender } from '../delivery/sender.ts';
import { FILE } from '../files/fileEntries.ts';
import { createFileSender } from '../files/fileSender.ts';
import { linkByChannel } from '../genesys/linkByChannel.ts';
import { createMessageSender } from '../genesys/messageSender.ts';
import type { OpenSender } from '../genesys/openMessages.ts';
import { createRemarkSender } from '../genesys/remarkSender.ts';
import type { Genesys } from '../genesys/topologies.ts';
import { UNDELIVERED } from '../genesys/undelivered.ts';
import { ACKNOWLEDGEMENT } from '../inbound/acknowledgement.ts';
import { SALESFORCE_RECEIPT } from '../inbound/salesforceReceipt.ts';
import { agentSenders, routingSenders } from '../routing/routingSenders.ts';
import type { Database } from '../store/database.ts';
import { createUndeliveredSender } from '../telling/undeliveredSender.ts';
import type { BridgeConfiguration } from './configuration.ts';
import { fileLimitsOf } from './files.ts';
import type { Salesforce } from './salesforceOf.ts';
import { ASKS_NOBODY } from './wayBack.ts';
import type { WayBack } from './wayBack.ts';

export interface DeliveriesOptions {
    readonly configuration: BridgeConfiguration;
    readonly database: Database;
    readonly genesys: Genesys;
    readonly salesforce: Salesforce;
    readonly back: Pick<WayBack, 'senders'>;
    readonly openSender: (message: MessageBody) => OpenSender;
}

/** Who delivers each kind of entry, and the breaker of the service that takes it. */
export interface Deliveries {
    readonly senderOf: (kind: string) => Sender | undefined;
    readonly breakerOf: (kind: string) => Breaker;
    /** Services that rest after failures in a row. */
    readonly resting: () => readonly ('Genesys Cloud' | 'Salesforce')[];
}

export function deliveriesOf(options: DeliveriesOptions): Deliveries {
    const { back, configuration, database, genesys, openSender, salesforce } = options;
    const { channels, files, reps } = configuration;
    const messages = createMessageSender({
        database,
        genesys,
        filesWithinMs: files.withinSeconds * 1_000,
        openSender,
        linkFor: linkByChannel(database, channels)
    });
    const agents = agentSenders({ database, genesys, reps });
    const senders = new Map<string, Sender>([
        [MESSAGE, messages],
        [REMARK, createRemarkSender(messages)],
        [FILE, createFileSender({ ...fileLimitsOf(configuration), database })],
        [UNDELIVERED, createUndeliveredSender(salesforce.service)],
        ...back.senders,
        ...routingSenders({ database, ...salesforce }),
        ...agents
    ]);

    const [toGenesys, toSalesforce] = [createBreaker(), createBreaker()];
    const toGenesysToo = [MESSAGE, REMARK, SALESFORCE_RECEIPT, ...agents.keys()];
    // A channel that takes no receipts, or a server of files that is away, keeps no message waiting; and what asks nobody
    // tells of no service whether it works.
    const byThemselves = [ACKNOWLEDGEMENT, FILE, ...ASKS_NOBODY];
    const breakers = new Map<string, Breaker>([
        ...toGenesysToo.map((kind) => [kind, toGenesys] as const),
        ...byThemselves.map((kind) => [kind, createBreaker()] as const)
    ]);

    return {
        senderOf: (kind) => senders.get(kind),
        breakerOf: (kind) => breakers.get(kind) ?? toSalesforce,
        resting: () => [
            ...(toGenesys.isOpen ? ['Genesys Cloud' as const] : []),
            ...(toSalesforce.isOpen ? ['Salesforce' as const] : [])
        ]
    };
}
