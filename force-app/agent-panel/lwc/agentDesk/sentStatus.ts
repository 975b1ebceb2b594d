import type { AgentPresence, AgentPresencePort, CommandOutcome } from './transport.ts';

/** The status that the agent asked for, until the phone shows it. */
export interface SentStatus {
    /** Sends it once while it is on its way. */
    send(status: string): Promise<CommandOutcome>;
    awaited(): string | undefined;
}

/** `ON_QUEUE`, `On Queue` and `on queue` are one word. */
function plain(word: string): string {
    return word
        .trim()
        .toUpperCase()
        .replace(/[\s_-]+/g, '_');
}

/** True when the phone shows the status, by its id or by its word (T5); an org's own status stands below. */
export function shows({ status, statusId, subStatus }: AgentPresence, asked: string): boolean {
    return [status, statusId, subStatus].some((told) => told !== undefined && plain(told) === plain(asked));
}

export function createSentStatus(port: AgentPresencePort, onChange: () => void): SentStatus & { close(): void } {
    let sent: { readonly status: string; readonly outcome: Promise<CommandOutcome> } | undefined;

    function settled(one: typeof sent): void {
        if (sent === one) {
            sent = undefined;
            onChange();
        }
    }

    const stop = port.onChange(() => {
        if (sent !== undefined && shows(port.read(), sent.status)) {
            sent = undefined;
        }
        onChange();
    });

    return {
        send(status): Promise<CommandOutcome> {
            if (sent?.status === status) {
                return sent.outcome;
            }
            const one = { status, outcome: port.setStatus(status) };
            sent = one;
            onChange();
            one.outcome.then(
                () => settled(one),
                () => settled(one)
            );
            return one.outcome;
        },
        awaited: () => sent?.status,
        close: stop
    };
}
