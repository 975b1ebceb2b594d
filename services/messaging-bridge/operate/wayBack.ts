import { readSecret } from '@switchboard/genesys-api';
import type { Sender } from '../delivery/sender.ts';
import { ACKNOWLEDGEMENT } from '../inbound/acknowledgement.ts';
import { createAcknowledgementSender } from '../inbound/acknowledgementSender.ts';
import { CONSENT, createConsentSender } from '../inbound/consent.ts';
import { CUSTOMER_MESSAGE } from '../inbound/customerMessage.ts';
import { createCustomerMessageSender } from '../inbound/customerMessageSender.ts';
import { createFetchFile } from '../inbound/fetchFile.ts';
import { createFileOutcomeSender, FILE_OUTCOME } from '../inbound/fileOutcome.ts';
import { createGenesysReceiptSender, GENESYS_RECEIPT } from '../inbound/genesysReceipt.ts';
import { createSalesforceReceiptSender, SALESFORCE_RECEIPT } from '../inbound/salesforceReceipt.ts';
import type { Genesys } from '../genesys/topologies.ts';
import { takeNotifications } from '../inbound/openMessaging/takeNotification.ts';
import { startWebhook } from '../inbound/openMessaging/webhook.ts';
import type { Webhook } from '../inbound/openMessaging/webhook.ts';
import { createTellTyping } from '../inbound/typing.ts';
import type { TellTyping } from '../inbound/typing.ts';
import type { InteractionService } from '../salesforce/interactionService.ts';
import type { Database } from '../store/database.ts';
import type { BridgeConfiguration } from './configuration.ts';
import { genesysFiles } from './genesysOf.ts';
import type { BridgeLog } from './log.ts';
import type { Place } from './place.ts';

/** Kinds of entries that ask no service for anything. */
export const ASKS_NOBODY = [GENESYS_RECEIPT, CONSENT] as const;

export interface WayBackOptions extends Place {
    readonly configuration: BridgeConfiguration;
    readonly database: Database;
    readonly genesys: Genesys;
    readonly service: InteractionService;
    readonly log: BridgeLog;
}

/** What comes from Genesys Cloud and is told to Salesforce. */
export interface WayBack {
    readonly senders: readonly (readonly [kind: string, sender: Sender])[];
    readonly tellTyping: TellTyping;
    /** Undefined where the configuration names no webhook. Rejects where its address is taken or a secret is missing. */
    listen(): Promise<Webhook | undefined>;
}

const TOLD_AGAIN_MS = 60_000;

export function wayBack({ configuration, database, env, folder, genesys, log, service }: WayBackOptions): WayBack {
    const { channels, webhook } = configuration;
    const fetchFile = createFetchFile(genesysFiles(configuration));
    const tellTyping = createTellTyping(service, database);
    return {
        senders: [
            [CUSTOMER_MESSAGE, createCustomerMessageSender({ service, database, channels, fetchFile })],
            [ACKNOWLEDGEMENT, createAcknowledgementSender(service, database)],
            [GENESYS_RECEIPT, createGenesysReceiptSender(database)],
            [SALESFORCE_RECEIPT, createSalesforceReceiptSender(genesys, database, channels)],
            [FILE_OUTCOME, createFileOutcomeSender(service)],
            [CONSENT, createConsentSender()]
        ],
        tellTyping,
        async listen() {
            if (webhook === undefined) return undefined;
            const secrets = new Map(
                channels.flatMap((channel) =>
                    channel.topology === 'openMessaging'
                        ? [[channel.integrationId, readSecret(channel.webhookSecret, env, folder)] as const]
                        : []
                )
            );
            return startWebhook({
                ...webhook,
                secretOf: (integrationId) => secrets.get(integrationId),
                take: takeNotifications({ channels, database, tellTyping }),
                onAnswered: nowAndThen((status) => log.webhook(status)),
                onFault: (error) => log.fault(error)
            });
        }
    };
}

/** Whoever asks the internet's addresses in turn fills no log: each status of a refusal is told once a minute. */
function nowAndThen(tell: (status: number) => void): (status: number) => void {
    const toldAt = new Map<number, number>();
    return (status) => {
        const now = performance.now();
        if (status === 200 || now - (toldAt.get(status) ?? -Infinity) < TOLD_AGAIN_MS) return;
        toldAt.set(status, now);
        tell(status);
    };
}
