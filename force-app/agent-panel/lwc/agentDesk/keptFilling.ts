import type { Attributes } from 'c/interactionAttributes';
import type { Interaction, InteractionType } from 'c/interactions';
import type { TaskKey, TaskSync, UnsavedField } from 'c/taskSync';
import { notesAlone, notesCut, notesLeftOut } from './mappedNotes.ts';
import { NOTES } from './notesField.ts';
import { handedOver, mapped, notMappedOf } from './taskSubmission.ts';
import type { Mapping, Reading } from './taskSubmission.ts';

interface KeptFillingOptions {
    readonly sync: () => TaskSync;
    readonly reading: Reading;
    /** Undefined while nobody could read them, and where they are about another object. */
    readonly rulesOf: (key: TaskKey) => Mapping | undefined;
    /** True where this page shows the interaction: then it is submitted again, whole. */
    readonly submitShown: (key: TaskKey) => boolean;
    readonly phoneWrites: () => boolean;
}

/** Fills from what a browser kept, of interactions that this page never heard of. */
export interface KeptFilling {
    /** What a tab that could not read the mapping heard of the same handling: it may be more than was told to this one. */
    unmappedOf(key: TaskKey): Attributes | undefined;
    /** What a tab kept that could not read the mapping, an earlier one or another one of the same call, is mapped by this one. */
    map(key: TaskKey): void;
    /** Notes for the Task with this key id; tells what the mapping leaves out of them. Undefined where nobody here can say. */
    submitNotes(id: string, notes: string, type: InteractionType): { readonly left?: UnsavedField } | undefined;
}

export function createKeptFilling({
    phoneWrites,
    reading,
    rulesOf,
    submitShown,
    sync
}: KeptFillingOptions): KeptFilling {
    function unmappedOf(key: TaskKey): Attributes | undefined {
        return rulesOf(key) === undefined ? undefined : sync().unmapped(key)[0]?.attributes;
    }

    return {
        unmappedOf,
        map(key): void {
            const [kept] = sync().unmapped(key);
            const mapping = rulesOf(key);
            if (mapping === undefined || kept === undefined || submitShown(key)) {
                return;
            }
            const { attributes, interactionType } = kept;
            const type = interactionType as Interaction['type'];
            const { patch, onlyWhenEmpty, builtIn, problems } = mapped(attributes, type, mapping, reading);
            sync().submit(key, {
                attributes: handedOver(attributes, mapping),
                patch,
                onlyWhenEmpty,
                yielding: builtIn,
                notMapped: notMappedOf(problems),
                defaults: {},
                interactionType,
                urgency: 'milestone',
                kept: true
            });
        },
        submitNotes(id, notes, type): { left?: UnsavedField } | undefined {
            const key = sync().keyNamed(id);
            const mapping = key && rulesOf(key);
            if (mapping === undefined || key === undefined || phoneWrites()) {
                return undefined;
            }
            const waiting = unmappedOf(key);
            const attributes = { ...waiting, [NOTES]: notes };
            const told = mapped(attributes, type, waiting === undefined ? notesAlone(mapping, type) : mapping, reading);
            const { patch, onlyWhenEmpty, builtIn, problems } = told;
            const kept = { attributes, defaults: {}, interactionType: type, urgency: 'milestone', kept: true } as const;
            const notMapped = waiting === undefined ? {} : { notMapped: notMappedOf(problems) };
            sync().submit(key, { ...kept, patch, onlyWhenEmpty, yielding: builtIn, ...notMapped });
            const left = notesLeftOut(told) ?? notesCut(told);
            return left === undefined ? {} : { left };
        }
    };
}
