import type { Interaction } from 'c/interactions';

/** Names one handling of a conversation: it may come back to the agent after a transfer. */
export function handling({ id, segment }: Interaction): string {
    return `${id}#${segment}`;
}
