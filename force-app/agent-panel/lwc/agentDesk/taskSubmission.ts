import {
    asOrgSpells,
    builtInRules,
    checkRules,
    defaultFields,
    effectiveRules,
    isFor,
    mapAttributes,
    RULED_FIELDS
} from 'c/attributeMapping';
import type { FieldDescriptions, InteractionWords, MappingProblem, MappingRule } from 'c/attributeMapping';
import type { Attributes } from 'c/interactionAttributes';
import type { Interaction, InteractionType } from 'c/interactions';
import type { TaskSetup } from 'c/orgReader';
import type { Submission, UnsavedField } from 'c/taskSync';
import { notesFieldOf } from './notesField.ts';
import type { PageRecord } from './types.ts';

/** The admin's mapping as it applies: checked, completed by the defaults. */
export interface Mapping {
    readonly rules: readonly MappingRule[];
    /** What is wrong with the rules themselves, whatever an interaction brings. */
    readonly problems: readonly MappingProblem[];
    readonly fields: FieldDescriptions;
    /** Where the agent's notes go when nothing else is known that goes there. */
    readonly notesField: string | undefined;
}

/** How this user reads dates and words. */
export interface Reading {
    readonly locale: string;
    /** IANA name. */
    readonly timeZone: string;
    readonly words?: InteractionWords;
}

/** Undefined when this user may not read the mapping. */
export function mappingOf(setup: TaskSetup): Mapping | undefined {
    if (setup.mapping === 'noAccess') {
        return undefined;
    }
    const { fields, mapping, target } = setup;
    const own = mapping.rules.filter((rule) => isFor(target, rule));
    const rules = asOrgSpells(effectiveRules(own, builtInRules(target)), fields);
    const problems = [...mapping.problems.filter((row) => isFor(target, row)), ...checkRules(rules, fields)];
    return { rules, problems, fields, notesField: notesFieldOf(rules) };
}

/** Every field that a rule may fill, whatever the interaction. */
export function mappedFieldsOf({ rules }: Mapping): string[] {
    return rules.filter((rule) => rule.active).map((rule) => rule.field);
}

export interface Told {
    readonly patch: Submission['patch'];
    readonly onlyWhenEmpty: readonly string[];
    /** Fields of the patch that a built-in rule fills. */
    readonly builtIn: readonly string[];
    /** Attributes whose text no field takes whole. */
    readonly cutOff: readonly string[];
    readonly problems: readonly MappingProblem[];
}

/** What the mapping makes of the attributes; without a mapping they wait. */
export function mapped(
    attributes: Attributes,
    type: InteractionType,
    mapping: Mapping | undefined,
    reading: Reading
): Told {
    if (mapping === undefined) {
        return { patch: undefined, onlyWhenEmpty: [], builtIn: [], cutOff: [], problems: [] };
    }
    const told = mapAttributes(attributes, mapping.rules, mapping.fields, type, { timeZone: reading.timeZone });
    return { ...told, problems: distinct([...mapping.problems, ...told.problems]) };
}

/** `ruled`: the mapping can be read, so what the built-in rules are for is left to them, and to whoever switches them off. */
export function defaultsFor(
    interaction: Interaction,
    attributes: Attributes,
    caller: PageRecord | undefined,
    reading: Reading,
    ruled: boolean
): Submission['defaults'] {
    const related =
        caller === undefined
            ? {}
            : caller.objectApiName === 'Contact' || caller.objectApiName === 'Lead'
              ? { whoId: caller.id }
              : {
                    whatId: caller.id,
                    ...(caller.personContactId === undefined ? {} : { whoId: caller.personContactId })
                };
    const all = Object.entries(defaultFields({ interaction, attributes, ...related, ...reading }));
    const defaults = Object.fromEntries(all.filter(([field]) => !ruled || !RULED_FIELDS.includes(field)));
    return interaction.handled ? defaults : { ...defaults, ...missedSubject(interaction, defaults, reading) };
}

/** An interaction that was never connected to the agent says so first. */
function missedSubject(
    { direction }: Interaction,
    { Subject }: Submission['defaults'],
    { words }: Reading
): { readonly Subject?: string } {
    const word = direction === 'outbound' ? (words?.notReached ?? 'Not reached') : (words?.missed ?? 'Missed');
    return typeof Subject === 'string' ? { Subject: [...`${word}: ${Subject}`].slice(0, 255).join('') } : {};
}

const NOT_ABOUT_A_VALUE: ReadonlySet<MappingProblem['code']> = new Set(['ruleShadowed']);

/** Fields that the mapping could not fill as the admin wants, each once. */
export function notMappedOf(problems: readonly MappingProblem[]): UnsavedField[] {
    const told = problems.filter(({ code, field }) => !NOT_ABOUT_A_VALUE.has(code) && /^\w+$/.test(field));
    const byField = new Map(
        told.map(({ code, field }) => [field, { field, code: 'notMapped', reason: code } as const])
    );
    return [...byField.values()];
}

/** What the phone is to write: the mapped attributes. What came from the phone as participant data it has already. */
export function handedOver(attributes: Attributes, mapping: Mapping): Attributes {
    const wanted = new Set(mapping.rules.filter((rule) => rule.active).map((rule) => rule.attribute));
    return Object.fromEntries(
        Object.entries(attributes).filter(([name]) => wanted.has(name) && !name.startsWith('Participant.'))
    );
}

function distinct(problems: readonly MappingProblem[]): MappingProblem[] {
    const seen = new Set<string>();
    return problems.filter(({ rule, code, field }) => {
        const id = `${rule}|${code}|${field}`;
        return !seen.has(id) && seen.add(id);
    });
}
