import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeskView } from 'c/agentDesk';
import { watch } from './evidence.ts';
import type { Shown } from './evidence.ts';

test('notes that are listed with the reason why the Task lacks them are told to the agent', () => {
    const save = { version: 1, key: 'call-1:agent:', phase: 'saved', pending: false, writes: 0 };
    const unsaved = [{ field: 'Description', code: 'edited' }];
    const keptNotes = [{ key: save.key, notes: 'Wants a quote', keptAt: '', save: { ...save, unsaved } }];
    const shown = new Map<string, Shown>();
    watch(shown, { interactions: [], earlier: [], keptNotes } as unknown as DeskView, true);
    assert.deepEqual([...(shown.get(save.key)?.lastUnsaved ?? [])], ['Description']);
});
