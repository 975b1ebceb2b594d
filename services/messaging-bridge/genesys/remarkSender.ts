import type { Sender } from '../delivery/sender.ts';

/** Later than this it is no news any more. */
const WITHIN_MS = 60_000;

/**
 * Delivers entries of kind `remark` as messages are, once and in their turn; but one that comes too late is not sent, and
 * nobody is told of one that did not arrive.
 */
export function createRemarkSender({ find, plan, send }: Sender, withinMs = WITHIN_MS): Sender {
    return {
        plan: async (entry) => (entry.ageMs > withinMs ? [] : plan(entry)),
        send,
        find,
        undelivered: () => []
    };
}
