import type { DeskInteraction } from 'c/agentDesk';
import type { Interaction } from 'c/interactions';

interface Seen {
    readonly state: Interaction['state'];
    readonly segment: number;
    /** Absent when the state had begun before this page looked. */
    readonly since: number | undefined;
}

export interface Stopwatch {
    observe(items: readonly DeskInteraction[], now: number): void;
    /** Milliseconds since 1970 when the present state began; absent when nobody knows. */
    since(interaction: Interaction): number | undefined;
}

function moment(time: string | undefined): number | undefined {
    const parsed = time === undefined ? Number.NaN : Date.parse(time);
    return Number.isFinite(parsed) ? parsed : undefined;
}

/** The phone says when a call connected and ended; when it rang or was held, only who watched knows. */
export function createStopwatch(): Stopwatch {
    let seen: Readonly<Record<string, Seen>> = {};

    function look(interaction: Interaction, now: number): Seen {
        const { id, segment, state } = interaction;
        const before = Object.hasOwn(seen, id) ? seen[id] : undefined;
        if (before?.state === state && before.segment === segment) return before;
        return { state, segment, since: before ? now : undefined };
    }

    return {
        observe(items, now): void {
            seen = Object.fromEntries(items.map(({ interaction }) => [interaction.id, look(interaction, now)]));
        },
        since(interaction): number | undefined {
            const watched = seen[interaction.id]?.since;
            switch (interaction.state) {
                case 'alerting':
                case 'dialing':
                    return moment(interaction.firstSeenAt);
                case 'connected':
                    return moment(interaction.connectedTime) ?? watched;
                case 'disconnected':
                    return watched ?? moment(interaction.endTime);
                default:
                    return watched;
            }
        }
    };
}
