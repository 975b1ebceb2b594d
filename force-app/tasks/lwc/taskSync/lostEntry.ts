import type { OutboxEntry, PickTimes } from './outbox.ts';
import { isEmpty, stillWaiting } from './pending.ts';
import type { SaverParts } from './saverParts.ts';
import { adopt, keepsDefaults } from './taskLine.ts';
import type { TaskLine } from './taskLine.ts';
import type { TaskSyncSettings } from './types.ts';

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
    const { handedOver = 0 } = written.of(line.key);
    if (lost === undefined || (mode === 'phone' && handedOver >= lost.keptAt)) {
        line.handedOver = lost?.attributes ?? line.handedOver;
        return undefined;
    }
    adopt(line, written);
    // A tab that slept does not bring an older value back.
    const isDone = written.doneOf(line.key, lost.keptAt);
    const open = (values: OutboxEntry['patch'], picked: PickTimes = {}): OutboxEntry['patch'] =>
        Object.fromEntries(Object.entries(values).filter(([name, value]) => !isDone(name, value, picked[name])));
    const patch = open(lost.patch, lost.picked);
    const defaults = keepsDefaults(line, mode) ? open(lost.defaults) : {};
    line.savedPatch = { ...line.savedPatch, ...stillWaiting(lost.patch, patch) };
    line.savedDefaults = { ...line.savedDefaults, ...stillWaiting(lost.defaults, defaults) };
    if (isEmpty(patch) && isEmpty(defaults) && line.taskId !== undefined) {
        return undefined;
    }
    // Who saved it since has mapped all attributes that were kept.
    const { unmapped: _open, attributes: _mapped, ...values } = lost;
    const again = {
        ...(written.savedSince(line.key, lost.keptAt) ? values : lost),
        patch,
        defaults: line.taskId === undefined ? lost.defaults : defaults,
        due: Math.max(1, lost.due)
    };
    outbox.write(again);
    line.unacknowledged = again;
    return again;
}
