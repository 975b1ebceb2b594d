import type { AgentDesk } from 'c/agentDesk';
import type { InteractionEvent } from 'c/interactions';
import type { Handling } from './truth.ts';
import type { Said } from './world/phone.ts';
import type { Tab } from './world/tabs.ts';

/** One of the pages that the agent has open, and what it knows. */
export interface Page {
    readonly tab: Tab;
    readonly desk: AgentDesk;
    readonly listeners: Set<(event: InteractionEvent) => void>;
    /** Handlings whose connection this page heard, and those that it heard ring. */
    readonly knows: Set<Handling>;
    readonly rang: Set<Handling>;
    /** The version of the view that was looked at last. */
    seen: number;
    /** A page hears everything in its order: when the latest of it comes, and what of it is still to come. */
    hearsAt: number;
    readonly unheard: Unheard[];
    /** What it heard last of each handling. */
    readonly heardLast: Map<Handling, Said['facts']>;
}

export interface Unheard extends Said {
    readonly saidAt: number;
    begun: boolean;
}
