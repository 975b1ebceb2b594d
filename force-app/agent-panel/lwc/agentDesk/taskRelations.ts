import type { TaskPatch } from 'c/attributeMapping';
import type { Interaction } from 'c/interactions';
import type { TaskSetup } from 'c/orgReader';
import type { Clock, TaskKey, WriteMode } from 'c/taskSync';
import { handling } from './handling.ts';
import type { KeptPicks, Picks } from './keptPicks.ts';
import { asRelation, isLead } from './relationCandidates.ts';
import type { RecordLookUp } from './recordLookUp.ts';
import type { PageRecord, RelationChoice, TaskRelation } from './types.ts';

/** More is no list to pick from. */
const CANDIDATES = 20;

type Relations = Readonly<Record<TaskRelation, RelationChoice>>;

/** Which records a Task names: those the agent could mean, those the agent picked. */
export interface TaskRelations {
    /** These records are in front of the agent now, the one that is looked at first. True when one is new to a call. */
    open(records: readonly PageRecord[]): boolean;
    /** Something was heard of this interaction: what is open now may be about it. */
    notice(interaction: Interaction): void;
    /** The org told more of a record. */
    learn(record: PageRecord): void;
    /** False for what cannot be picked now. */
    pick(interaction: Interaction, relation: TaskRelation, recordId: string | undefined): boolean;
    /** What the agent picked, as Task fields. */
    pickedOf(interaction: Interaction): TaskPatch;
    /** Undefined until there is a Task to speak of. */
    of(interaction: Interaction): Relations | undefined;
    /** The Task has the picks. */
    saved(interaction: Interaction): void;
}

export interface TaskRelationsOptions {
    readonly interactions: () => readonly Interaction[];
    readonly callerOf: (interaction: Interaction) => PageRecord | undefined;
    readonly keyOf: (interaction: Interaction) => TaskKey | undefined;
    readonly setup: () => TaskSetup | undefined;
    readonly lookUp: RecordLookUp;
    readonly picks: KeptPicks;
    readonly clock: Clock;
    readonly onChange: () => void;
}

interface Handled {
    /** Ids, newest first. */
    candidates: readonly string[];
    picks?: Picks;
    shown?: { readonly by: readonly unknown[]; readonly relations: Relations };
}

/** While it goes on, and while its wrap-up is open. */
function isLive({ disconnected, dismissed, done, handled }: Interaction): boolean {
    return dismissed !== true && (!disconnected || (handled && !done));
}

export function createTaskRelations(options: TaskRelationsOptions): TaskRelations {
    const { callerOf, clock, interactions, keyOf, lookUp, onChange, picks, setup } = options;
    const handled = new Map<string, Handled>();
    /** What is known of each record that is a candidate or open. */
    const records = new Map<string, PageRecord>();
    let opened: readonly string[] = [];
    /** Rises with everything that the lists show beside the interaction. */
    let revision = 0;

    function mode(): WriteMode | undefined {
        const settings = setup()?.settings;
        return typeof settings === 'object' ? settings.mode : undefined;
    }

    function stateOf(interaction: Interaction): Handled {
        const name = handling(interaction);
        const known = handled.get(name) ?? { candidates: [] };
        handled.set(name, known);
        return known;
    }

    /** What is in no list any more is forgotten, so that a long shift does not grow. */
    function prune(): void {
        const shown = new Set(interactions().map(handling));
        for (const name of [...handled.keys()]) {
            if (!shown.has(name)) {
                handled.delete(name);
            }
        }
        const wanted = new Set([...opened, ...[...handled.values()].flatMap(({ candidates }) => candidates)]);
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

    /** Deleted, or not for this user: no candidate, unless it is picked already. Then the org will say so. */
    function leaveOut(id: string): void {
        revision += 1;
        for (const one of handled.values()) {
            one.candidates = one.candidates.filter((candidate) => candidate !== id);
        }
    }

    function learn({ accountName, id, name, objectApiName, personContactId }: PageRecord): void {
        if (!records.has(id)) {
            return;
        }
        revision += 1;
        records.set(id, {
            id,
            objectApiName,
            ...(name === undefined ? {} : { name }),
            ...(accountName === undefined ? {} : { accountName }),
            ...(personContactId === undefined ? {} : { personContactId })
        });
    }

    function addTo(interaction: Interaction, ids: readonly string[]): boolean {
        const state = stateOf(interaction);
        const candidates = [...new Set([...ids, ...state.candidates])].slice(0, CANDIDATES);
        if (candidates.join() === state.candidates.join()) {
            return false;
        }
        const known = new Set(state.candidates);
        state.candidates = candidates;
        revision += 1;
        candidates.filter((id) => !known.has(id)).forEach((id) => describe(records.get(id) as PageRecord));
        return true;
    }

    function picksOf(interaction: Interaction): Picks | undefined {
        const key = keyOf(interaction);
        const state = stateOf(interaction);
        const kept = key === undefined ? undefined : picks.read(key.id);
        if (kept !== undefined && kept.pickedAt > (state.picks?.pickedAt ?? 0)) {
            state.picks = kept;
            revision += 1;
            for (const record of [kept.name, kept.relatedTo]) {
                if (record && !records.has(record.id)) {
                    records.set(record.id, record);
                    addTo(interaction, [...state.candidates, record.id]);
                }
            }
        }
        return state.picks;
    }

    function chosenOf(
        interaction: Interaction,
        relation: TaskRelation
    ): { readonly record?: PageRecord; readonly by?: 'agent' | 'recognised' } {
        const picked = picksOf(interaction)?.[relation];
        if (picked !== undefined) {
            return picked === null ? { by: 'agent' } : { record: named(picked), by: 'agent' };
        }
        const caller = callerOf(interaction);
        const record = caller && asRelation(relation, caller, undefined);
        return record === undefined ? {} : { record, by: 'recognised' };
    }

    function named(record: PageRecord): PageRecord {
        return records.get(record.id) ?? record;
    }

    function choiceOf(interaction: Interaction, relation: TaskRelation): RelationChoice {
        const known = setup();
        const { record, by } = chosenOf(interaction, relation);
        const found = stateOf(interaction).candidates.flatMap((id) => {
            const candidate = records.get(id);
            return (candidate && asRelation(relation, candidate, known?.fields)) ?? [];
        });
        const missing = record === undefined || found.some(({ id }) => id === record.id) ? [] : [record];
        const choices = [...missing, ...found];
        if (mode() === 'phone') {
            return { choices, closed: 'phoneWrites' };
        }
        const name = relation === 'relatedTo' ? chosenOf(interaction, 'name') : {};
        if (name.record !== undefined && isLead(name.record) && (name.by === 'agent' || mode() !== 'follow')) {
            return { choices, closed: 'leadHasNone' };
        }
        if (by !== 'agent' && mode() === 'follow') {
            return { choices, by: 'phone' };
        }
        return { choices, ...(record === undefined ? {} : { chosen: record.id }), ...(by === undefined ? {} : { by }) };
    }

    function of(interaction: Interaction): Relations | undefined {
        if (!interaction.handled || keyOf(interaction) === undefined) {
            return undefined;
        }
        // What another tab picked counts here too.
        picksOf(interaction);
        const state = stateOf(interaction);
        const by = [revision, callerOf(interaction), setup()];
        if (state.shown === undefined || state.shown.by.some((part, place) => part !== by[place])) {
            const relations = { name: choiceOf(interaction, 'name'), relatedTo: choiceOf(interaction, 'relatedTo') };
            state.shown = { by, relations };
        }
        return state.shown.relations;
    }

    return {
        open(now): boolean {
            opened = now.map(({ id }) => id);
            now.forEach((record) => records.set(record.id, { ...records.get(record.id), ...record }));
            const changed = interactions()
                .filter(isLive)
                .map((one) => addTo(one, opened));
            prune();
            return changed.includes(true);
        },
        notice(interaction): void {
            if (isLive(interaction) && !handled.has(handling(interaction))) {
                addTo(interaction, opened);
                prune();
            }
        },
        learn,
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
            const state = stateOf(interaction);
            state.picks = { ...picksOf(interaction), [relation]: record ?? null, pickedAt: clock.now() };
            revision += 1;
            picks.keep(key.id, state.picks);
            return true;
        },
        pickedOf(interaction): TaskPatch {
            if (mode() === 'phone') {
                return {};
            }
            const { name, relatedTo } = picksOf(interaction) ?? {};
            const withoutRelated = name !== undefined && name !== null && isLead(name);
            return {
                ...(name === undefined ? {} : { WhoId: name?.id ?? null }),
                ...(withoutRelated
                    ? { WhatId: null }
                    : relatedTo === undefined
                      ? {}
                      : { WhatId: relatedTo?.id ?? null })
            };
        },
        of,
        saved(interaction): void {
            const key = keyOf(interaction);
            if (key !== undefined && picksOf(interaction) !== undefined) {
                picks.drop(key.id);
            }
        }
    };
}
