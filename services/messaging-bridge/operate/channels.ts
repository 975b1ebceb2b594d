import * as z from 'zod';
import { secret } from './secretReference.ts';

const common = {
    /** Channel address identifier of the channel in Salesforce. */
    channelAddress: z.string().min(1).max(240),
    /** What the customer reads with: it says how long one text may be. */
    messenger: z.enum(['sms', 'other']).default('other')
};

const id = z.guid('give the id as Genesys Cloud shows it: 8-4-4-4-12 characters');

/** The customers are on a messaging channel of Genesys Cloud; what they write there comes in by this queue. */
const genesysChannel = z.strictObject({ ...common, topology: z.literal('genesysChannel'), queueId: id });

/** Genesys Cloud is the far side: what the rep writes comes in there by an open messaging integration. */
const openMessaging = z.strictObject({
    ...common,
    topology: z.literal('openMessaging'),
    integrationId: id,
    /** The integration's outbound notification webhook signs with it. */
    webhookSecret: secret
});

/** Each channel of Salesforce, and where its conversations go on at Genesys Cloud. */
export const channels = z
    .array(z.discriminatedUnion('topology', [genesysChannel, openMessaging]))
    .superRefine((given, issue) => {
        for (const key of ['channelAddress', 'queueId', 'integrationId'] as const) {
            const values = given.flatMap((channel) => (key in channel ? [channel[key as 'channelAddress']] : []));
            const twice = values.find((value, at) => values.indexOf(value) !== at);
            if (twice !== undefined) issue.addIssue(`two channels have the ${key} ${twice}: give each one of its own`);
        }
    })
    .default([]);

/** Who a rep of Salesforce is at Genesys Cloud. */
export const reps = z
    .array(
        z.strictObject({
            salesforceUserId: z
                .string()
                .regex(/^005[A-Za-z0-9]{15}$/, 'give the 18 characters of the user’s id, beginning with 005'),
            genesysUserId: id,
            /** As the agent at Genesys Cloud reads it, where that is the far side. */
            name: z.string().min(1).max(100).optional()
        })
    )
    .default([]);
