import { LABELS_OF } from '../callRecordLabels.ts';

it('nothing that is said of a Voice Call speaks of a Task', () => {
    const speaking = Object.entries(LABELS_OF.VoiceCall).filter(([, words]) => /Task/.test(words));
    expect(speaking.map(([name]) => name)).toEqual([]);
});
