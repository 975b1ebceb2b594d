import type { TaskPatch } from 'c/attributeMapping';
import type { Interaction } from 'c/interactions';
import type { TaskSetup } from 'c/orgReader';
import type { Clock, TaskKey, WriteMode } from 'c/taskSync';
import { createCandidateRecords } from './candidateRecords.ts';
import type { CandidateRecords } from './candidateRecords.ts';
import { handling } from './handling.ts';
import type { KeptPicks, Picks } from './keptPicks.ts';
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
    pickedOf(interaction: Interaction): TaskPatch;
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
    readonly picks?: Picks | undefined;
    readonly shown?: { readonly by: readonly unknown[]; readonly relations: Relations };
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

    /** What another tab picked counts here too. */
    function picksOf(interaction: Interaction): Picks | undefined {
        const key = keyOf(interaction);
        const own = handled.get(handling(interaction));
        const kept = key === undefined ? undefined : picks.read(key.id);
        if (kept === undefined || kept.pickedAt <= (own?.picks?.pickedAt ?? 0)) {
            return own?.picks;
        }
        handled.set(handling(interaction), { ...own, picks: kept });
        for (const record of [kept.relatedTo, kept.name]) {
            if (record) {
                candidates.add(interaction, record);
            }
        }
        return kept;
    }

    /** With the names of what was picked. */
    function named({ name, relatedTo, ...others }: Picks): Picks {
        const known = (record: PageRecord | null | undefined): PageRecord | null | undefined =>
            record && candidates.known(record);
        return {
            ...others,
            ...(name === undefined ? {} : { name: known(name) ?? null }),
            ...(relatedTo === undefined ? {} : { relatedTo: known(relatedTo) ?? null })
        };
    }

    function of(interaction: Interaction): Relations | undefined {
        if (!interaction.handled || keyOf(interaction) === undefined) {
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
            picks: picked && named(picked),
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
            const pickedAt = Math.max(clock.now(), (before?.pickedAt ?? 0) + 1);
            const now = { ...before, [relation]: record ?? null, pickedAt };
            handled.set(handling(interaction), { picks: now });
            picks.keep(key.id, now);
            return true;
        },
        pickedOf(interaction): TaskPatch {
            if (mode() === 'phone') {
                return {};
            }
            const { name, relatedTo } = picksOf(interaction) ?? {};
            const related = name && isLead(name) ? null : relatedTo;
            return {
                ...(name === undefined ? {} : { WhoId: name?.id ?? null }),
                ...(related === undefined ? {} : { WhatId: related?.id ?? null })
            };
        },
        linkedCaller(interaction): PageRecord | undefined {
            const caller = callerOf(interaction);
            return givesWay(caller, picksOf(interaction)) ? undefined : caller;
        },
        of
    };
}
