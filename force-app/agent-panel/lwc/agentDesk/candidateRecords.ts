import type { Interaction } from 'c/interactions';
import { handling } from './handling.ts';
import type { RecordLookUp } from './recordLookUp.ts';
import type { PageRecord } from './types.ts';

/** More is no list to pick from. */
const CANDIDATES = 20;

/** The records that were in front of the agent while an interaction went on. */
export interface CandidateRecords {
    /** These records are open now, the one that is looked at first. True when one is new to an interaction. */
    open(records: readonly PageRecord[]): boolean;
    /** Something was heard of this interaction: what is open now may be about it. */
    notice(interaction: Interaction): void;
    /** The org told more of a record. */
    readonly learn: (record: PageRecord) => void;
    /** This one belongs to the interaction, wherever the agent saw it. */
    add(interaction: Interaction, record: PageRecord): void;
    /** Newest first, as far as the org has told of them. */
    of(interaction: Interaction): readonly PageRecord[];
    /** The same record with what the org has told of it. */
    known(record: PageRecord): PageRecord;
    /** Rises with each change. */
    version(): number;
}

/** While it goes on, and while its wrap-up is open. */
function isLive({ disconnected, dismissed, done, handled }: Interaction): boolean {
    return dismissed !== true && (!disconnected || (handled && !done));
}

export function createCandidateRecords(
    interactions: () => readonly Interaction[],
    lookUp: RecordLookUp,
    onChange: () => void
): CandidateRecords {
    /** Ids by handling, newest first. */
    const candidates = new Map<string, readonly string[]>();
    /** What is known of each record that is a candidate or open. */
    const records = new Map<string, PageRecord>();
    let opened: readonly string[] = [];
    let version = 0;

    /** What is in no list any more is forgotten, so that a long shift does not grow. */
    function prune(): void {
        const shown = new Set(interactions().map(handling));
        for (const name of [...candidates.keys()]) {
            if (!shown.has(name)) {
                candidates.delete(name);
            }
        }
        const wanted = new Set([...opened, ...[...candidates.values()].flat()]);
        for (const id of [...records.keys()]) {
            if (!wanted.has(id)) {
                records.delete(id);
            }
        }
    }

    /** The name is asked for once, and only of what is in a list. */
    function describe(record: PageRecord): void {
        if (records.get(record.id)?.name !== undefined) {
            return;
        }
        lookUp(record).then(
            (found) => {
                if (found === undefined) {
                    leaveOut(record.id);
                } else {
                    learn(found);
                }
                onChange();
            },
            () => {
                // Shown by object and id.
            }
        );
    }

    /** Deleted, or not for this user. */
    function leaveOut(id: string): void {
        version += 1;
        for (const [name, ids] of candidates) {
            candidates.set(
                name,
                ids.filter((candidate) => candidate !== id)
            );
        }
    }

    function learn({ accountName, id, name, objectApiName, personContactId }: PageRecord): void {
        if (!records.has(id)) {
            return;
        }
        version += 1;
        records.set(id, {
            id,
            objectApiName,
            ...(name === undefined ? {} : { name }),
            ...(accountName === undefined ? {} : { accountName }),
            ...(personContactId === undefined ? {} : { personContactId })
        });
    }

    function addAll(interaction: Interaction, ids: readonly string[]): boolean {
        const before = candidates.get(handling(interaction)) ?? [];
        const now = [...new Set([...ids, ...before])].slice(0, CANDIDATES);
        candidates.set(handling(interaction), now);
        if (now.join() === before.join()) {
            return false;
        }
        version += 1;
        now.filter((id) => !before.includes(id)).forEach((id) => describe(records.get(id) as PageRecord));
        return true;
    }

    return {
        open(now): boolean {
            opened = now.map(({ id }) => id);
            now.forEach((record) => records.set(record.id, { ...records.get(record.id), ...record }));
            const changed = interactions()
                .filter(isLive)
                .map((one) => addAll(one, opened));
            prune();
            return changed.includes(true);
        },
        notice(interaction): void {
            if (isLive(interaction) && !candidates.has(handling(interaction))) {
                addAll(interaction, opened);
                prune();
            }
        },
        learn,
        add(interaction, record): void {
            records.set(record.id, records.get(record.id) ?? record);
            addAll(interaction, [record.id]);
        },
        of: (interaction) => (candidates.get(handling(interaction)) ?? []).flatMap((id) => records.get(id) ?? []),
        known: (record) => records.get(record.id) ?? record,
        version: () => version
    };
}
