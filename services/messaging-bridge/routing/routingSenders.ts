import type { Sender } from '../delivery/sender.ts';
import { ROUTING, ROUTING_ENDED } from './requestedRouting.ts';
import { createRoutingEndedSender } from './routingEndedSender.ts';
import { createRoutingSender } from './routingSender.ts';
import type { RoutingSenderOptions } from './routingSender.ts';

/** Who does what Salesforce asks of the owner of the routing, by kind of entry. */
export const routingSenders = (options: RoutingSenderOptions): ReadonlyMap<string, Sender> =>
    new Map([
        [ROUTING, createRoutingSender(options)],
        [ROUTING_ENDED, createRoutingEndedSender(options)]
    ]);
