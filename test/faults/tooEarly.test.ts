import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evidenceWith } from './evidenceWith.ts';
import type { Case } from './handlingCase.ts';
import { USUAL_PROFILE } from './org/profile.ts';
import { createTaskTable } from './org/taskTable.ts';
import { tooEarly } from './tooEarly.ts';
import { createHandling } from './truth.ts';
import type { Tab } from './world/tabs.ts';

const OVER = 276_000;

function tab(device: number, endedAt = Infinity): Tab {
    return { name: `tab ${device}`, device, sleeps: [], endedAt } as unknown as Tab;
}

/** A page of one computer, reloaded meanwhile, makes a Task before the phone's is awaited; so each page of the agent heard the call. */
function madeEarly(heard: readonly (readonly [tab: Tab, at: number])[]): string[] {
    const table = createTaskTable(USUAL_PROFILE, () => OVER + 1_000);
    table.create({ CallObject: 'call-1' }, { by: 'page', user: 'agent', request: 1 });
    const handling = createHandling('agent', 'call-1', 1);
    handling.connectedTime = 3_000;
    handling.endedAt = OVER;
    const evidence = evidenceWith({
        profile: { ...USUAL_PROFILE, 'write-mode': 'follow' },
        log: table.log,
        flights: [{ request: 1, tab: tab(0), target: 'call-1 new', sentAt: OVER, overAt: OVER, lost: false }],
        asks: heard.map(([one, at]) => ({ at, how: 'step', tab: one, handling })),
        clockJumped: false
    });
    return tooEarly({ evidence, handling, log: table.log } as unknown as Case);
}

const RELOADED = [tab(0, 203_000), 3_000] as const;

test('a Task that an agent gets before the phone’s was awaited is found out', () => {
    assert.equal(madeEarly([RELOADED, [tab(0), 204_000]]).length, 1);
});

test('a call that no page of a computer hears for half a minute is taken for ended there, also where another computer hears it', () => {
    assert.deepEqual(madeEarly([RELOADED, [tab(0), 248_000]]), []);
    assert.deepEqual(madeEarly([RELOADED, [tab(0), 248_000], [tab(1), 204_000]]), []);
});
