import type { GenesysClient } from '@switchboard/genesys-api';
import type { Sender, Sending, Sent } from '../delivery/sender.ts';
import type { Link } from '../store/links.ts';
import type { FilePart, MessagePart, TextPart } from './messageParts.ts';
import type { ServerClock } from './serverClock.ts';

/** Genesys Cloud, as one OAuth client of it sees it: one client, and so one limiter, for everything. */
export interface Genesys {
    /** Made with the `fetch` of the clock. */
    readonly client: GenesysClient;
    readonly clock: ServerClock;
    /** How much of what may be sent in a minute is left, from 0 to 1. */
    readonly spare: () => number;
    /** It is on this machine, and so may its store for files be. */
    readonly isHere?: boolean;
}

export interface OneSend<L extends Link, P extends MessagePart> extends Omit<Sending, 'body' | 'whileHeld'> {
    readonly link: L;
    readonly part: P;
}

/** How a part of a message gets to Genesys Cloud, and how it is looked for there. */
export interface Way<L extends Link, P extends MessagePart> {
    send(one: OneSend<L, P>): Promise<Sent>;
    find(
        one: Omit<OneSend<L, P>, 'leaving'>,
        startedAgoMs: number,
        claimed: ReadonlySet<string>
    ): ReturnType<Sender['find']>;
}

export interface Ways<L extends Link> {
    readonly texts: Way<L, TextPart>;
    /** Refused: only the file is; the customer may be told in words. */
    readonly files: Way<L, FilePart>;
}
