import type { FieldValue, TaskPatch } from 'c/attributeMapping';
import { createKeptEntries, isRecord } from './keptEntries.ts';
import { digestOf } from './keptForm.ts';
import type { OutboxEntry, PickTimes } from './outbox.ts';
import type { Clock, Neighbours, Storage, TaskKey, UnsavedField, WrittenBefore } from './types.ts';

/** How long a Task is remembered after its last save, in milliseconds, and how many: the newest. */
const KEPT_MS = 24 * 60 * 60 * 1_000;
const KEPT_TASKS = 50;
/** Wanted values remembered of one field. */
const KEPT_VALUES = 24;
const VERSION = 1;

const NOTHING = digestOf(null);

/** Digests of one field's values, never the values. */
interface Marks {
    /** What we ever wanted, newest last. */
    readonly wanted: readonly string[];
    /** The value that was dealt with last: the Task has it, or somebody's edit stands in its place. */
    readonly done?: string;
    /** Epoch milliseconds: when it was told, and when the agent picked it. */
    readonly toldAt?: number;
    readonly picked?: number;
    /** What the Task said before our first write. */
    readonly first?: string;
    /** What we last sent to make the Task with. */
    readonly made?: string;
    /** The value that was dealt with last on the Task before, which was deleted or merged. */
    readonly before?: string;
}

/** One handling's Task as this user's pages know it. */
export interface KnownTask {
    readonly taskId?: string;
    /** True when we made the Task. */
    readonly ours?: boolean;
    /** True once somebody deleted it. */
    readonly deleted?: boolean;
    /** Counts the saves, and what else became of it: a tab that slept during its own sees that others know more. */
    readonly turns?: number;
    /** Epoch milliseconds: the phone was given what was kept until then. */
    readonly handedOver?: number;
    /** Epoch milliseconds: it was last saved then by a tab that knows the mapping. */
    readonly mappedAt?: number;
    readonly unsaved: readonly UnsavedField[];
    readonly notMapped?: readonly UnsavedField[];
    readonly doubles?: readonly string[];
    /** True until doubles were looked for a while after the last save. */
    readonly unlooked?: boolean;
}

interface Page extends KnownTask {
    readonly conversationId: string;
    readonly connectedTime: string;
    readonly fields: Readonly<Record<string, Marks>>;
    readonly keptAt: number;
}

export type IsDone = (field: string, value?: FieldValue, picked?: number) => boolean;

/** What this user's pages wrote to the Tasks of the last day: shared by tabs, and known after a reload. */
export interface WrittenTasks {
    of(key: TaskKey): KnownTask;
    /**
     * For one save. `told`: digests of what this page ever wanted, also what was never sent: another browser may have.
     * `picked`: what of it the agent picked.
     */
    during(key: TaskKey, told: ReadonlyMap<string, ReadonlySet<string>>, picked?: PickTimes): WrittenBefore;
    /**
     * Answers whether the Task was given a value last, by whichever tab; without a value, or where the last was told since
     * `since` (epoch milliseconds), whether it, or the Task before, was given any. Of a value that the agent picked at
     * `picked` (epoch milliseconds), whether it was given that pick or a later one. Looks once, when first asked.
     */
    doneOf(key: TaskKey, since?: number): IsDone;
    /** Answers whether the Task before, which was deleted or merged, was given another value after this one or in its place. */
    overtaken(key: TaskKey): (field: string, value: FieldValue) => boolean;
    /** Epoch milliseconds: when the newest of what the Task, or the phone, was given had been told; 0 before that. */
    toldUntil(key: TaskKey): number;
    /** True when some tab has saved the Task since then, epoch milliseconds. */
    savedSince(key: TaskKey, since: number): boolean;
    /** These fields are dealt with, as they were told until `keptAt` (epoch milliseconds) and picked. */
    done(key: TaskKey, values: TaskPatch, task: KnownTask, sent: Pick<OutboxEntry, 'keptAt' | 'picked'>): void;
    /** What else was learnt of the Task: no save, so it is remembered no longer. */
    learnt(key: TaskKey, task: Partial<KnownTask>): void;
    /** Tasks with doubles or not yet looked through for them, and those saved since `since` (epoch milliseconds) and not whole. */
    troubled(since: number): TaskKey[];
    /** The Task is gone: what it said counts no more. */
    deleted(key: TaskKey): void;
    /** Another Task takes its place, or none does yet. */
    moved(key: TaskKey, taskId: string | undefined): void;
    neighboursOf(key: TaskKey): Neighbours;
    /** The key with this id, of a Task that is remembered. */
    keyNamed(id: string): TaskKey | undefined;
    /** Forgets what is too old or too much. */
    sweep(): void;
}

function pageOf(stored: unknown): Page | undefined {
    const page = isRecord(stored) && stored.v === VERSION ? stored.page : undefined;
    const whole =
        isRecord(page) &&
        isRecord(page.fields) &&
        Array.isArray(page.unsaved) &&
        typeof page.keptAt === 'number' &&
        typeof page.conversationId === 'string' &&
        typeof page.connectedTime === 'string';
    return whole ? (page as unknown as Page) : undefined;
}

export function createWrittenTasks(storage: Storage, clock: Clock, org: string, userId: string): WrittenTasks {
    const kept = createKeptEntries(storage, org, userId, 'written');

    function read(key: TaskKey): Page {
        const blank = { conversationId: key.conversationId, connectedTime: key.connectedTime, fields: {}, unsaved: [] };
        return pageOf(kept.read(key.id)) ?? { ...blank, keptAt: clock.now() };
    }

    function write(key: TaskKey, page: Page): void {
        kept.write(key.id, { v: VERSION, page: { ...page, keptAt: clock.now() } });
    }

    function change(key: TaskKey, task: Partial<KnownTask>, marks: (page: Page) => Record<string, Marks>): void {
        const page = read(key);
        write(key, { ...page, ...task, fields: { ...page.fields, ...marks(page) } });
    }

    function wantedAlso(page: Page, values: TaskPatch): Record<string, Marks> {
        return Object.fromEntries(
            Object.entries(values).map(([field, value]) => {
                const { wanted = [], ...others } = page.fields[field] ?? {};
                const digest = digestOf(value);
                const all = [...wanted.filter((one) => one !== digest), digest].slice(-KEPT_VALUES);
                return [field, { ...others, wanted: all }];
            })
        );
    }

    const next = ({ turns = 0 }: Page): Pick<KnownTask, 'turns'> => ({ turns: turns + 1 });

    /** On another Task nothing was written yet. */
    function elsewhere(page: Page, taskId: string | undefined): Page {
        const { taskId: _before, ours: _ours, ...others } = page;
        const fields = Object.entries(page.fields).map(([field, marks]): [string, Marks] => {
            const { done, first: _first, made: _made, picked: _picked, ...still } = marks;
            return [field, done === undefined ? still : { ...still, before: done }];
        });
        return {
            ...others,
            deleted: false,
            fields: Object.fromEntries(fields),
            ...(taskId === undefined ? {} : { taskId })
        };
    }

    function during(
        key: TaskKey,
        told: ReadonlyMap<string, ReadonlySet<string>>,
        picked: PickTimes = {}
    ): WrittenBefore {
        return {
            found(taskId, present, hasOurKey = false): void {
                const known = read(key);
                const page = known.taskId === undefined || known.taskId === taskId ? known : elsewhere(known, taskId);
                const first = Object.entries(present).flatMap(([field, value]): [string, Marks][] => {
                    const marks = page.fields[field] ?? { wanted: [] };
                    const isNew = marks.done === undefined && marks.first === undefined;
                    const digest = digestOf(value);
                    // Empty is what the org left out.
                    const made = hasOurKey && digest !== NOTHING ? known.fields[field]?.made : undefined;
                    return isNew ? [[field, { ...marks, first: made ?? digest }]] : [];
                });
                if (first.length > 0 || known.taskId !== taskId) {
                    write(key, { ...page, taskId, fields: { ...page.fields, ...Object.fromEntries(first) } });
                }
            },
            isEdited(field, present, yields): boolean {
                const marks = read(key).fields[field];
                const digest = digestOf(present);
                if (marks === undefined) {
                    return false;
                }
                if (marks.wanted.includes(digest) || told.get(field)?.has(digest) === true) {
                    return false;
                }
                const pickedAt = picked[field];
                if (pickedAt !== undefined) {
                    return pickedAt <= (marks.picked ?? 0);
                }
                const isTheirs = yields && digest !== NOTHING;
                return isTheirs || marks.done !== undefined || (marks.first !== undefined && marks.first !== digest);
            },
            sends: (values, how) =>
                change(key, {}, (page) =>
                    Object.fromEntries(
                        Object.entries(wantedAlso(page, values)).map(([field, marks]) => [
                            field,
                            how === 'makes' ? { ...marks, made: digestOf(values[field]) } : marks
                        ])
                    )
                ),
            became: (values) => change(key, {}, (page) => wantedAlso(page, values)),
            made: (taskId) => change(key, { taskId, ours: true, deleted: false }, () => ({})),
            isLast(field, value): boolean {
                const { wanted = [], done } = read(key).fields[field] ?? {};
                const digest = digestOf(value);
                return done === digest && wanted.at(-1) === digest;
            },
            knows(field): boolean {
                const { fields, notMapped = [] } = read(key);
                const isWanted = told.has(field) || (fields[field]?.wanted ?? []).length > 0;
                return isWanted || notMapped.some((one) => one.field === field);
            }
        };
    }

    return {
        of: (key) => read(key),
        during,
        doneOf(key, since = Infinity): IsDone {
            let page: Page | undefined;
            return (field, value, pickedAt) => {
                page ??= read(key);
                const { done, before, toldAt = page.keptAt, picked = 0 } = page.fields[field] ?? {};
                if (pickedAt !== undefined) {
                    return pickedAt <= picked;
                }
                // What the Task before was given since is on the one that the agent wants anew.
                return toldAt >= since
                    ? (done ?? before) !== undefined
                    : done !== undefined && (value === undefined || done === digestOf(value));
            };
        },
        overtaken(key): (field: string, value: FieldValue) => boolean {
            const { fields } = read(key);
            return (field, value) => {
                const { wanted = [], before } = fields[field] ?? {};
                return before !== undefined && wanted.indexOf(digestOf(value)) < wanted.indexOf(before);
            };
        },
        toldUntil(key): number {
            const { fields, handedOver = 0 } = read(key);
            return Math.max(handedOver, ...Object.values(fields).map(({ toldAt = 0 }) => toldAt));
        },
        savedSince(key, since): boolean {
            const { fields, keptAt } = read(key);
            return keptAt >= since && Object.values(fields).some(({ done }) => done !== undefined);
        },
        done: (key, values, task, { keptAt: toldAt, picked = {} }) =>
            change(key, { ...task, ...next(read(key)) }, (page) =>
                Object.fromEntries(
                    Object.entries(wantedAlso(page, values)).map(([field, { wanted, picked: before }]) => {
                        const pickedAt = picked[field] ?? before;
                        const done = { wanted, done: digestOf(values[field]), toldAt };
                        return [field, pickedAt === undefined ? done : { ...done, picked: pickedAt }];
                    })
                )
            ),
        learnt: (key, task) => kept.write(key.id, { v: VERSION, page: { ...read(key), ...task } }),
        troubled: (since) =>
            kept.names().flatMap((id) => {
                const page = pageOf(kept.read(id));
                if (page === undefined) {
                    return [];
                }
                const { conversationId, connectedTime, unsaved, unlooked, notMapped = [], doubles = [] } = page;
                const isNew = page.keptAt >= since && unsaved.length + notMapped.length > 0;
                return isNew || unlooked === true || doubles.length > 0
                    ? [{ id, conversationId, userId, connectedTime }]
                    : [];
            }),
        deleted(key): void {
            const page = read(key);
            write(key, { ...elsewhere(page, page.taskId), ...next(page), deleted: true });
        },
        moved(key, taskId): void {
            const page = read(key);
            write(key, { ...elsewhere(page, taskId), ...next(page), unsaved: [], notMapped: [], doubles: [] });
        },
        neighboursOf(key): Neighbours {
            const others = kept
                .names()
                .filter((name) => name !== key.id && name.startsWith(`${key.conversationId}:`))
                .flatMap((name) => pageOf(kept.read(name)) ?? []);
            const later = others
                .map(({ connectedTime }) => connectedTime)
                .filter((time) => Date.parse(time) > Date.parse(key.connectedTime))
                .sort()[0];
            return {
                taken: others.flatMap(({ taskId }) => taskId ?? []),
                ...(later === undefined ? {} : { before: later })
            };
        },
        keyNamed(id): TaskKey | undefined {
            const { taskId, conversationId = '', connectedTime = '' } = pageOf(kept.read(id)) ?? {};
            return taskId === undefined ? undefined : { id, conversationId, userId, connectedTime };
        },
        sweep(): void {
            const pages = kept.names().map((name) => ({ name, keptAt: pageOf(kept.read(name))?.keptAt ?? 0 }));
            pages
                .sort((a, b) => b.keptAt - a.keptAt)
                .filter(({ keptAt }, index) => index >= KEPT_TASKS || clock.now() - keptAt > KEPT_MS)
                .forEach(({ name }) => kept.remove(name));
        }
    };
}
