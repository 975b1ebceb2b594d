import type { DeskView } from 'c/agentDesk';
import type { Interaction } from 'c/interactions';

/** The interaction that was spoken of last, also one that is over. */
export function lastInteraction({ interactions }: DeskView): Interaction | undefined {
    return interactions
        .map(({ interaction }) => interaction)
        .reduce<Interaction | undefined>(
            (last, one) => (last === undefined || one.lastSeenAt >= last.lastSeenAt ? one : last),
            undefined
        );
}
