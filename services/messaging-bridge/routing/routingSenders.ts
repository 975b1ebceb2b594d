import type { Sender } from '../delivery/sender.ts';
import { PRESENCE, SESSION_ENDED, WORK_RESULT } from './agentEntries.ts';
import { createPresenceSender } from './presenceSender.ts';
import type { PresenceSenderOptions } from './presenceSender.ts';
import { ROUTING, ROUTING_ENDED } from './requestedRouting.ts';
import { createRoutingEndedSender } from './routingEndedSender.ts';
import { createRoutingSender } from './routingSender.ts';
import type { RoutingSenderOptions } from './routingSender.ts';
import { createSessionEndedSender } from './sessionEndedSender.ts';
import { createWorkResultSender } from './workResultSender.ts';

/** Who does what Salesforce asks of the owner of the routing, by kind of entry. */
export const routingSenders = (options: RoutingSenderOptions): ReadonlyMap<string, Sender> =>
    new Map([
        [ROUTING, createRoutingSender(options)],
        [ROUTING_ENDED, createRoutingEndedSender(options)],
        [WORK_RESULT, createWorkResultSender(options)]
    ]);

/** Who lets Genesys Cloud follow the reps of Salesforce, by kind of entry. */
export const agentSenders = (options: PresenceSenderOptions): ReadonlyMap<string, Sender> =>
    new Map([
        [PRESENCE, createPresenceSender(options)],
        [SESSION_ENDED, createSessionEndedSender(options)]
    ]);
