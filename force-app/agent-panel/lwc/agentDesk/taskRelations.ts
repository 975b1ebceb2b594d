import type { Interaction } from 'c/interactions';
import type { TaskSetup } from 'c/orgReader';
import { targetOf } from 'c/taskSync';
import type { Clock, PickedValue, Submission, TaskKey, WriteMode } from 'c/taskSync';
import { createCandidateRecords } from './candidateRecords.ts';
import type { CandidateRecords } from './candidateRecords.ts';
import { handling } from './handling.ts';
import { lastPicked } from './keptPicks.ts';
import type { KeptPicks, PickedRecord, Picks } from './keptPicks.ts';
import type { RecordLookUp } from './recordLookUp.ts';
import { isLead } from './relationCandidates.ts';
import { choicesOf, givesWay } from './relationChoices.ts';
import type { PageRecord, RelationChoice, TaskRelation } from './types.ts';

type Relations = Readonly<Record<TaskRelation, RelationChoice>>;

/** Which records a Task names: those the agent could mean, those the agent picked. */
export interface TaskRelations extends Pick<CandidateRecords, 'open' | 'notice' | 'learn'> {
    /** False for what cannot be picked now. */
    pick(interaction: Interaction, relation: TaskRelation, recordId: string | undefined): boolean;
    /** What the agent picked, as Task fields. */
    pickedOf(interaction: Interaction): NonNullable<Submission['picked']>;
    /** Whom the Task names where the agent picked nobody. */
    linkedCaller(interaction: Interaction): PageRecord | undefined;
    /** Undefined until there is a Task to speak of. */
    of(interaction: Interaction): Relations | undefined;
}

export interface TaskRelationsOptions {
    readonly interactions: () => readonly Interaction[];
    readonly callerOf: (interaction: Interaction) => PageRecord | undefined;
    readonly keyOf: (interaction: Interaction) => TaskKey | undefined;
    /** Whether we made the Task. */
    readonly madeByUs: (interaction: Interaction) => boolean;
    readonly setup: () => TaskSetup | undefined;
    readonly lookUp: RecordLookUp;
    readonly picks: KeptPicks;
    readonly clock: Clock;
    readonly onChange: () => void;
}

/** What this page knows of one handling. */
interface Handled {
    readonly picks?: Picks;
    readonly shown?: { readonly by: readonly unknown[]; readonly relations: Relations };
}

const NOTHING_PICKED: Picks = {};

function namesLead({ name }: Picks): boolean {
    return Boolean(name?.record && isLead(name.record));
}

function asPick({ record, at }: PickedRecord): PickedValue {
    return { value: record?.id ?? null, at };
}

export function createTaskRelations(options: TaskRelationsOptions): TaskRelations {
    const { callerOf, clock, keyOf, madeByUs, picks, setup } = options;
    const candidates = createCandidateRecords(options.interactions, options.lookUp, options.onChange);
    const handled = new Map<string, Handled>();

    function mode(): WriteMode | undefined {
        const settings = setup()?.settings;
        return typeof settings === 'object' ? settings.mode : undefined;
    }

    function prune(): void {
        const shown = new Set(options.interactions().map(handling));
        for (const name of [...handled.keys()]) {
            if (!shown.has(name)) {
                handled.delete(name);
            }
        }
    }

    /** What another tab picked counts here too, where it is newer. */
    function picksOf(interaction: Interaction): Picks {
        const key = keyOf(interaction);
        const before = handled.get(handling(interaction));
        const own = before?.picks ?? NOTHING_PICKED;
        const news = Object.entries(key === undefined ? {} : picks.read(key.id)).filter(
            ([relation, { at }]) => at > (own[relation as TaskRelation]?.at ?? 0)
        );
        if (news.length === 0) {
            return own;
        }
        const all: Picks = { ...own, ...Object.fromEntries(news) };
        handled.set(handling(interaction), { ...before, picks: all });
        for (const record of [all.relatedTo?.record, all.name?.record]) {
            if (record) {
                candidates.add(interaction, record);
            }
        }
        return all;
    }

    /** Where the browser's data were cleared, the other tabs learn of it again. */
    function keepAgain(interaction: Interaction, picked: Picks): void {
        const key = keyOf(interaction);
        if (key !== undefined && lastPicked(picked) > lastPicked(picks.read(key.id))) {
            picks.keep(key.id, picked);
        }
    }

    /** With the names of what was picked. */
    function named(picked: Picks): Picks {
        return Object.fromEntries(
            Object.entries(picked).map(([relation, { record, at }]) => [
                relation,
                { record: record && candidates.known(record), at }
            ])
        );
    }

    function of(interaction: Interaction): Relations | undefined {
        const key = keyOf(interaction);
        if (!interaction.handled || key === undefined || targetOf(key.id) !== 'Task') {
            return undefined;
        }
        const picked = picksOf(interaction);
        const caller = callerOf(interaction);
        const ours = madeByUs(interaction);
        const by = [candidates.version(), picked, caller, ours, setup()];
        const before = handled.get(handling(interaction));
        if (before?.shown !== undefined && before.shown.by.every((part, place) => part === by[place])) {
            return before.shown.relations;
        }
        const relations = choicesOf({
            mode: mode(),
            madeByUs: ours,
            caller,
            picks: named(picked),
            candidates: candidates.of(interaction),
            fields: setup()?.fields
        });
        handled.set(handling(interaction), { ...before, shown: { by, relations } });
        return relations;
    }

    return {
        open(records): boolean {
            prune();
            return candidates.open(records);
        },
        notice(interaction): void {
            const name = handling(interaction);
            if (!handled.has(name)) {
                handled.set(name, {});
                prune();
            }
            candidates.notice(interaction);
        },
        learn: candidates.learn,
        pick(interaction, relation, recordId): boolean {
            const key = keyOf(interaction);
            const choice = of(interaction)?.[relation];
            const record = choice?.choices.find(({ id }) => id === recordId);
            if (key === undefined || choice === undefined || choice.closed !== undefined) {
                return false;
            }
            if (recordId !== undefined && record === undefined) {
                return false;
            }
            const before = picksOf(interaction);
            // The newest pick is the newest in every tab, also within one tick of the clock, and after it was set back.
            const at = Math.max(clock.now(), lastPicked(before) + 1);
            const now = {
                ...before,
                // What gave way to a lead counts again.
                ...(relation === 'name' && namesLead(before) && before.relatedTo
                    ? { relatedTo: { ...before.relatedTo, at } }
                    : {}),
                [relation]: { record: record ?? null, at }
            };
            handled.set(handling(interaction), { picks: now });
            picks.keep(key.id, now);
            return true;
        },
        pickedOf(interaction): NonNullable<Submission['picked']> {
            if (mode() === 'phone' || targetOf(keyOf(interaction)?.id ?? '') !== 'Task') {
                return {};
            }
            const picked = picksOf(interaction);
            keepAgain(interaction, picked);
            const { name } = picked;
            const relatedTo = name && namesLead(picked) ? { record: null, at: name.at } : picked.relatedTo;
            return {
                ...(name === undefined ? {} : { WhoId: asPick(name) }),
                ...(relatedTo === undefined ? {} : { WhatId: asPick(relatedTo) })
            };
        },
        linkedCaller(interaction): PageRecord | undefined {
            const caller = callerOf(interaction);
            return givesWay(caller, picksOf(interaction)) ? undefined : caller;
        },
        of
    };
}
