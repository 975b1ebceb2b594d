import { LABELS_OF } from '../callRecordLabels.ts';

/** Of modes and fields that a Voice Call does not have. */
const STAYS: readonly string[] = ['byItself', 'followMode', 'phoneMode', 'phoneWritesNone'];

it('nothing that is said of a Voice Call speaks of a Task', () => {
    const speaking = Object.entries(LABELS_OF.VoiceCall).filter(([, words]) => /Task/.test(words));
    expect(speaking.map(([name]) => name)).toEqual(STAYS);
});
