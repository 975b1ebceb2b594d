import type { Interaction } from 'c/interactions';
import type { OrgSettings } from 'c/orgReader';
import { givesWay, onPhoneOnPage, phonesOnPage, writerFor } from 'c/phoneOnPage';
import { createKeptEntries } from 'c/taskSync';
import type { Clock, Storage, TaskKey } from 'c/taskSync';
import { createLastUsed } from './lastUsed.ts';
import { partsOf } from './partsOf.ts';

/** Longer than the items of a utility bar take to come up, or to be popped out, in milliseconds. */
const STEADY_MS = 3_000;

/** A call that nobody heard of for so long has ended, in milliseconds. */
const QUIET_MS = 2 * 60 * 60_000;

/** Two phones tell of the same step within this time, in milliseconds. */
const APART_MS = 2_000;

/** How often it is kept that a call goes on, and how long who wrote it, in milliseconds. */
const KEEP_AGAIN_MS = 60_000;
const KEPT_MS = 24 * 60 * 60_000;

/** Only these can be the same call, told by two phones. */
const CALLS: readonly Interaction['type'][] = ['call', 'outboundDialing'];

export interface WritersOptions {
    readonly vendor: string;
    readonly storage: Storage;
    readonly clock: Clock;
    readonly org: string;
    readonly userId: string;
    /** Undefined while nobody could read them. */
    readonly settings: () => OrgSettings | undefined;
    /** Whether its Task is made already, or its values wait for that. */
    readonly begun: (key: TaskKey) => boolean;
    /** What could not be told before may be told now. */
    readonly onSteady: () => void;
}

/** Which vendor writes a Task, where the phones of several are on one page. */
export interface Writers {
    /** Of this handling: once told it stays, also when the setting changes, in all tabs. Undefined while nobody can tell. */
    of(key: TaskKey, interaction: Interaction): string | undefined;
    /** Of a call of this vendor that begins now. */
    now(vendor: string): string | undefined;
    close(): void;
}

/** Kept by the key of the Task. */
interface Kept {
    readonly vendor: string;
    readonly writer: string;
    /** When the interaction was heard of, epoch milliseconds. */
    readonly at: number;
    /** A call that goes on. */
    readonly live: boolean;
}

export function createWriters(options: WritersOptions): Writers {
    const { vendor, clock, settings } = options;
    const kept = createKeptEntries(options.storage, options.org, options.userId, 'writer');
    const known = createLastUsed<Kept>();
    let steady = false;
    let cancel = (): void => undefined;

    function read(id: string): Kept | undefined {
        const { vendor: of, writer, at, live } = partsOf(kept.read(id));
        const isWhole = typeof of === 'string' && typeof writer === 'string' && typeof at === 'number';
        return isWhole && Math.abs(clock.now() - at) < KEPT_MS
            ? { vendor: of, writer, at, live: live === true }
            : undefined;
    }

    function phonesChanged(): void {
        steady = false;
        cancel();
        cancel = clock.after(STEADY_MS, () => {
            steady = true;
            options.onSteady();
        });
    }

    function now(of: string): string | undefined {
        const told = settings();
        if (told === undefined) {
            return undefined;
        }
        const writer = writerFor(of, told.writingVendor, [vendor, ...phonesOnPage().map((phone) => phone.vendor)]);
        const mayStillCome = told.writingVendor === undefined && writer === of && givesWay(of) && !steady;
        return mayStillCome ? undefined : writer;
    }

    /** The other phone may tell the same call, under an id of its own: it goes on there too, or went on until it ended here. */
    function ofSameCall({ disconnected, firstSeenAt, lastSeenAt, type }: Interaction): string | undefined {
        if (!CALLS.includes(type)) {
            return undefined;
        }
        const [from, until] = [Date.parse(firstSeenAt) - APART_MS, Date.parse(lastSeenAt) + APART_MS];
        const isSame = ({ at, live }: Kept): boolean =>
            disconnected ? at >= from && at <= until : live && clock.now() - at < QUIET_MS;
        return kept
            .names()
            .flatMap((id) => read(id) ?? [])
            .find((one) => one.vendor !== vendor && isSame(one))?.writer;
    }

    function keep(id: string, writer: string, { disconnected, lastSeenAt, type }: Interaction): void {
        const before = known.get(id) ?? read(id);
        const live = !disconnected && CALLS.includes(type);
        const heard = Date.parse(lastSeenAt);
        const at = Number.isNaN(heard) ? clock.now() : heard;
        const isNews = before === undefined || before.live !== live || at - before.at >= KEEP_AGAIN_MS;
        const next = isNews ? { vendor, writer, at, live } : before;
        known.set(id, next);
        // Where there is one vendor only, and the one that goes before, nobody asks.
        const isAsked = givesWay(vendor) || settings()?.writingVendor !== undefined || phonesOnPage().length > 1;
        if (isNews && isAsked) {
            kept.write(id, next);
        }
    }

    kept.names()
        .filter((id) => read(id) === undefined)
        .forEach((id) => kept.remove(id));
    const stop = onPhoneOnPage(phonesChanged);
    phonesChanged();

    return {
        of(key, interaction): string | undefined {
            const writer =
                (known.get(key.id) ?? read(key.id))?.writer ??
                (options.begun(key) ? vendor : undefined) ??
                (settings() === undefined ? undefined : ofSameCall(interaction)) ??
                now(vendor);
            if (writer !== undefined) {
                keep(key.id, writer, interaction);
            }
            return writer;
        },
        now,
        close(): void {
            cancel();
            stop();
        }
    };
}
