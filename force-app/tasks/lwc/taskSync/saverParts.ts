import type { Outbox } from './outbox.ts';
import type { TaskLine } from './taskLine.ts';
import type { SaveState, TaskSyncOptions } from './types.ts';
import type { WrittenTasks } from './writtenBefore.ts';

/** What everything that saves a Task works with. */
export interface SaverParts {
    readonly options: TaskSyncOptions;
    readonly outbox: Outbox;
    readonly written: WrittenTasks;
    readonly isClosed: () => boolean;
    /** Another vendor writes it: it is kept, shown and told no more. */
    readonly leave: (line: TaskLine) => void;
    /** A part given as undefined is taken away. */
    readonly show: (line: TaskLine, next: { [Part in keyof SaveState]?: SaveState[Part] | undefined }) => void;
}
