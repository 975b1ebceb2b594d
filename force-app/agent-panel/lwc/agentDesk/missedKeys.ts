import type { Interaction } from 'c/interactions';
import { missedKeyOf } from 'c/taskSync';
import type { TaskKey, TaskSyncSettings } from 'c/taskSync';
import { handling } from './handling.ts';
import { createLastUsed } from './lastUsed.ts';

/** The Tasks of interactions that were never connected to the agent, where the admin wants them. */
export interface MissedKeys {
    /** Undefined where it gets none: one Task for a conversation, however often it rang. */
    keyOf(interaction: Interaction, settings: TaskSyncSettings | undefined): TaskKey | undefined;
    has(key: TaskKey): boolean;
}

export function createMissedKeys(userId: string): MissedKeys {
    /** By conversation: which time it rang. */
    const first = createLastUsed<string>();

    return {
        keyOf(interaction, settings): TaskKey | undefined {
            if (settings?.logMissed !== true || settings.mode === 'phone') {
                return undefined;
            }
            const key = missedKeyOf(interaction, userId);
            if (key === undefined) {
                return undefined;
            }
            const name = first.get(interaction.id) ?? handling(interaction);
            first.set(interaction.id, name);
            return name === handling(interaction) ? key : undefined;
        },
        has: (key) => key.id.endsWith(':missed')
    };
}
