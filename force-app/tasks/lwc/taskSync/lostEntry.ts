import type { TaskPatch } from 'c/attributeMapping';
import type { OutboxEntry, PickTimes } from './outbox.ts';
import { isEmpty, stillWaiting, without } from './pending.ts';
import type { SaverParts } from './saverParts.ts';
import { adopt, keepsDefaults } from './taskLine.ts';
import type { TaskLine } from './taskLine.ts';
import type { TaskSyncSettings } from './types.ts';
import { guardsOf } from './waitingEntry.ts';
import type { IsDone } from './writtenBefore.ts';

function open(isDone: IsDone, values: TaskPatch, picked: PickTimes = {}): TaskPatch {
    return Object.fromEntries(Object.entries(values).filter(([name, value]) => !isDone(name, value, picked[name])));
}

/** What is kept was kept anew by another tab, after what this one had told was lost: that waits, too. */
export function withLost({ outbox, written }: SaverParts, line: TaskLine, entry: OutboxEntry): OutboxEntry {
    const told = line.unacknowledged ?? entry;
    const { patch, picked, keptAt } = told;
    const named = new Set([...line.state.unsaved, ...written.of(line.key).unsaved].map(({ field }) => field));
    const lost = Object.entries(open(written.doneOf(line.key, keptAt), patch, picked)).filter(
        ([name]) => !Object.hasOwn(entry.patch, name) && !named.has(name)
    );
    if (lost.length === 0) {
        return entry;
    }
    const whole = {
        ...entry,
        ...guardsOf({ lastEntry: told }, entry),
        patch: { ...Object.fromEntries(lost), ...entry.patch }
    };
    outbox.write(whole);
    return whole;
}

/**
 * Nothing is kept any more: another tab saved it, or the browser's data were cleared. What is not known done is kept
 * again; undefined when all of it is.
 */
export function keepLostAgain(
    { outbox, written }: SaverParts,
    line: TaskLine,
    { mode }: TaskSyncSettings
): OutboxEntry | undefined {
    const lost = line.unacknowledged;
    line.unacknowledged = undefined;
    const { handedOver = 0, mappedAt = 0 } = written.of(line.key);
    if (lost === undefined || (mode === 'phone' && handedOver >= lost.keptAt)) {
        line.handedOver = lost?.attributes ?? line.handedOver;
        return undefined;
    }
    adopt(line, written);
    // A tab that slept does not bring an older value back.
    const isDone = written.doneOf(line.key, lost.keptAt);
    // What the org did not take from another tab it is not asked for again.
    const named = written.of(line.key).unsaved.map(({ field }) => field);
    const patch = open(isDone, without(lost.patch, named), lost.picked);
    const defaults = keepsDefaults(line, mode) ? open(isDone, lost.defaults) : {};
    line.savedPatch = { ...line.savedPatch, ...stillWaiting(lost.patch, patch) };
    line.savedDefaults = { ...line.savedDefaults, ...stillWaiting(lost.defaults, defaults) };
    // Who knows the mapping and saved it since has mapped all attributes that were kept.
    const isMapped = lost.unmapped !== true || mappedAt >= lost.keptAt;
    if (isEmpty(patch) && isEmpty(defaults) && isMapped && line.taskId !== undefined) {
        return undefined;
    }
    const { unmapped: _open, attributes: _mapped, ...values } = lost;
    const again = {
        ...(lost.unmapped === true && isMapped ? values : lost),
        patch,
        defaults: line.taskId === undefined ? lost.defaults : defaults,
        due: Math.max(1, lost.due)
    };
    outbox.write(again);
    line.unacknowledged = again;
    return again;
}
