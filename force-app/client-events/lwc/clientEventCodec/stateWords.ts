import type { StateAction } from './types.ts';

export const STATE_ACTIONS: readonly StateAction[] = [
    'pickup',
    'disconnect',
    'hold',
    'mute',
    'securePause',
    'blindTransfer',
    'consultTransfer',
    'concludeTransfer',
    'secureSession'
];
