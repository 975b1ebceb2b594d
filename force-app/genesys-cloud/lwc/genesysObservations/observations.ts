import type { ClientEvent } from 'c/clientEvents';
import type { PhoneObservation } from 'c/phoneOnPage';
import { LABELS } from './labels.ts';
import { createRepeatedWord } from './repeatedWord.ts';

export interface GenesysObservations {
    /** Each message of the channel, what this page sends among them. */
    hear(event: ClientEvent): void;
    /** `now`: epoch milliseconds. */
    observations(now: number): readonly PhoneObservation[];
}

/** Nothing was seen of it, and nothing can be. */
const MUTE: PhoneObservation = {
    id: 'genesysMute',
    title: LABELS.muteTitle,
    tried: LABELS.muteTried,
    outcome: 'fact',
    meaning: LABELS.muteMeaning
};

/** Watches the channel for what the words of the phone do a second time. Keeps ids of the last calls, which never leave it. */
export function createGenesysObservations(): GenesysObservations {
    const hold = createRepeatedWord({
        id: 'genesysHold',
        profile: 'genesys-hold',
        word: 'hold',
        isOn: ({ state }) =>
            state === undefined || !/^(held|connected)$/i.test(state) ? undefined : state.toUpperCase() === 'HELD',
        words: {
            title: LABELS.holdTitle,
            tried: LABELS.holdTried,
            toDo: LABELS.holdToDo,
            switches: LABELS.holdSwitches,
            sets: LABELS.holdSets,
            setsDo: LABELS.holdSetsDo
        }
    });
    const pause = createRepeatedWord({
        id: 'genesysSecurePause',
        profile: 'genesys-secure-pause',
        word: 'securePause',
        isOn: ({ securePause }) => securePause,
        words: {
            title: LABELS.pauseTitle,
            tried: LABELS.pauseTried,
            toDo: LABELS.pauseToDo,
            switches: LABELS.pauseSwitches,
            sets: LABELS.pauseSets,
            setsDo: LABELS.pauseSetsDo
        }
    });
    return {
        hear(event): void {
            hold.hear(event);
            pause.hear(event);
        },
        observations: (now) => [hold.observation(now), pause.observation(now), MUTE]
    };
}
