import { LABELS_OF } from '../callRecordLabels.ts';

/** The name of the field in Setup. */
const STAYS: readonly string[] = ['taskField'];

it('nothing that is said of a Voice Call speaks of a Task', () => {
    const speaking = Object.entries(LABELS_OF.VoiceCall).filter(([, words]) => /Task/.test(words));
    expect(speaking.map(([name]) => name)).toEqual(STAYS);
});
