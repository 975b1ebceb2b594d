import type { Clock } from 'c/taskSync';
import type { CommandDetail, CommandOutcome, PanelCommand, Transport } from './transport.ts';

/**
 * Of some phones nothing that they tell shows whether they are muted, and the same word undoes it. So a press holds for
 * this long, in milliseconds, however soon the phone took it: a double click mutes, and does not mute and unmute.
 */
const MUTE_HOLDS_MS = 1_000;

/** Commands that were sent and whose effect was not seen yet. */
export interface SentCommands {
    /**
     * Sends it once: while the same command for the same conversation is on its way a second press is the same press
     * and gets the first one's outcome.
     */
    send(command: PanelCommand, id: string, detail?: CommandDetail): Promise<CommandOutcome>;
    awaiting(id: string): readonly PanelCommand[];
    close(): void;
}

interface Sent {
    readonly command: PanelCommand;
    readonly detail: string;
    readonly outcome: Promise<CommandOutcome>;
}

export function createSentCommands(transport: Transport, clock: Clock, onChange: () => void): SentCommands {
    const sent = new Map<string, readonly Sent[]>();
    const resting = new Set<() => void>();
    const onTheWay = (id: string): readonly Sent[] => sent.get(id) ?? [];

    function arrived(id: string, one: Sent): void {
        const left = onTheWay(id).filter((other) => other !== one);
        if (left.length === 0) {
            sent.delete(id);
        } else {
            sent.set(id, left);
        }
        onChange();
    }

    function rest(ms: number, then: () => void): void {
        const stop = clock.after(ms, () => {
            resting.delete(stop);
            then();
        });
        resting.add(stop);
    }

    function restOf(command: PanelCommand, id: string, sentAt: number): number {
        const isSeen = command !== 'mute' || transport.details?.of(id)?.muted !== undefined;
        return isSeen ? 0 : sentAt + MUTE_HOLDS_MS - clock.now();
    }

    return {
        send(command, id, detail): Promise<CommandOutcome> {
            const text = JSON.stringify(detail ?? null);
            const same = onTheWay(id).find((one) => one.command === command && one.detail === text);
            if (same !== undefined) {
                return same.outcome;
            }
            const sentAt = clock.now();
            const one: Sent = { command, detail: text, outcome: transport.commands[command](id, detail) };
            sent.set(id, [...onTheWay(id), one]);
            onChange();
            one.outcome.then(
                () => {
                    const left = restOf(command, id, sentAt);
                    if (left > 0) {
                        rest(left, () => arrived(id, one));
                    } else {
                        arrived(id, one);
                    }
                },
                () => arrived(id, one)
            );
            return one.outcome;
        },
        awaiting: (id) => onTheWay(id).map(({ command }) => command),
        close(): void {
            resting.forEach((stop) => stop());
        }
    };
}
