import type { Interaction } from 'c/interactions';
import type { MappingPicture } from './types.ts';

/** Why Switchboard writes nothing of an interaction: it is not connected to the agent yet, or it was never. */
export type WithoutTask = 'notConnectedYet' | 'neverConnected';

/** Undefined where there is a Task, or where nobody can tell because the settings cannot be read. */
export function withoutTask(
    { disconnected, handled }: Interaction,
    { settings, target }: MappingPicture
): WithoutTask | undefined {
    if (handled) return undefined;
    if (!disconnected) return 'notConnectedYet';
    // Of a missed call nothing is written on a record that Salesforce made itself.
    if (target === 'VoiceCall') return 'neverConnected';
    // In phone mode nothing is handed over of what nobody answered, whatever the setting says.
    return settings && (!settings.logMissed || settings.mode === 'phone') ? 'neverConnected' : undefined;
}
