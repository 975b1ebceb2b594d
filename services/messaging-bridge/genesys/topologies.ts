import type { GenesysClient } from '@switchboard/genesys-api';
import type { Sender, Sending, Sent } from '../delivery/sender.ts';
import type { Link } from '../store/links.ts';
import type { ServerClock } from './serverClock.ts';
import type { TextPart } from './textParts.ts';

/** Genesys Cloud, as one OAuth client of it sees it: one client, and so one limiter, for everything. */
export interface Genesys {
    /** Made with the `fetch` of the clock. */
    readonly client: GenesysClient;
    readonly clock: ServerClock;
}

export interface OneSend<L extends Link> extends Omit<Sending, 'body'> {
    readonly link: L;
    readonly part: TextPart;
}

/** How a text gets to Genesys Cloud, and how it is looked for there. */
export interface TextWay<L extends Link> {
    send(one: OneSend<L>): Promise<Sent>;
    find(
        one: Omit<OneSend<L>, 'leaving'>,
        startedAgoMs: number,
        claimed: ReadonlySet<string>
    ): ReturnType<Sender['find']>;
}
