import type { DeskView, Utterance } from 'c/agentDesk';

/** What was said, by conversation, oldest first: for the next item on the page. */
export function transcriptsOf({ interactions }: DeskView): Readonly<Record<string, readonly Utterance[]>> {
    return Object.fromEntries(
        interactions.flatMap(({ interaction, transcript }) => (transcript ? [[interaction.id, transcript]] : []))
    );
}
