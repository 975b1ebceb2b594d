import type { FieldDescription, FieldValue, MappingRule } from 'c/attributeMapping';
import type { Interaction } from 'c/interactions';
import { descriptionOf } from './attributeFacts.ts';
import { preview } from './preview.ts';
import type { PreviewRow, ReadingPlace } from './preview.ts';
import { fieldNamed, leftOutOfNew } from './ruleFindings.ts';
import { explainedOf } from './targets.ts';
import type { MappingPicture } from './types.ts';
import { withoutTask } from './withoutTask.ts';
import type { WithoutTask } from './withoutTask.ts';

/** What this user may do with a field. */
export type Permission = 'mayEdit' | 'mayNotEdit' | 'notSeen' | 'notDescribed';

/** The first reason that keeps a field empty, or that nothing does. */
export type EmptyReason =
    | WithoutTask
    | 'noRule'
    | 'switchedOff'
    | 'otherTypes'
    | 'unknownAttribute'
    | 'notSeen'
    | 'mayNotEdit'
    | 'closed'
    | 'notOnChannel'
    | 'noInteraction'
    | 'notSetAsParticipantData'
    | 'notKnown'
    | 'doesNotFit'
    | 'notInPicklist'
    | 'refused'
    | 'clears'
    | 'onlyWhenEmpty'
    | 'writes'
    | 'byItself';

export interface WhyEmpty {
    readonly field: string;
    readonly fieldLabel?: string;
    readonly reason: EmptyReason;
    readonly permission: Permission;
    readonly rule?: MappingRule;
    /** What the interaction would write. A customer's data: for the screen only. */
    readonly value?: FieldValue;
}

/** Why a Task field stays empty, by the rules and, where one is given, by an interaction. Pure. */
export function whyEmpty(
    field: string,
    picture: MappingPicture,
    interaction: Interaction | undefined,
    reading: ReadingPlace
): WhyEmpty {
    const description = fieldNamed(field, picture.fields);
    const permission = permissionOf(description, picture);
    const all = explainedOf(picture).filter((one) => one.field.toLowerCase() === field.toLowerCase());
    const here = interaction ? all.filter((one) => one.interactionType === interaction.type) : all;
    const explained = here.flatMap((one) => one.rules);
    const inForce = here.find((one) => one.inForce)?.inForce;
    const unknown = explained.find(({ stands }) => stands === 'unknownAttribute')?.rule;
    // Rules for other types, or switched off, leave it as it is without any.
    const byItself = !inForce && !unknown && here.some((one) => one.origin === 'defaultField');
    const rule = inForce ?? unknown ?? (byItself ? undefined : explained[0]?.rule);
    const rows = interaction ? preview(interaction, picture, reading).filter((row) => same(row.field, field)) : [];
    const row = rows.find((one) => one.outcome !== 'notKnown' && one.outcome !== 'otherRule') ?? rows[0];
    const base = {
        field: description?.name ?? field,
        ...(description ? { fieldLabel: description.label } : {}),
        permission,
        ...(rule ? { rule } : {}),
        ...(row?.value === undefined ? {} : { value: row.value })
    };
    return { ...base, reason: ruleReason() ?? taskReason() ?? rowReason(row, rule, interaction) };

    function taskReason(): EmptyReason | undefined {
        return interaction && withoutTask(interaction, picture);
    }

    function ruleReason(): EmptyReason | undefined {
        if (byItself) return leftOutReason(field, picture);
        if (!rule) return all.some((one) => one.rules.length > 0) ? 'otherTypes' : 'noRule';
        if (!inForce) return unknown ? 'unknownAttribute' : 'switchedOff';
        if (description?.closed) return 'closed';
        if (permission === 'notSeen' || permission === 'mayNotEdit') return permission;
        // A flow may have set participant data of this name all the same.
        const told = row !== undefined && row.outcome !== 'notKnown';
        return descriptionOf(rule.attribute)?.availability === 'notOnThisChannel' && !told ? 'notOnChannel' : undefined;
    }
}

function leftOutReason(field: string, { fields }: MappingPicture): EmptyReason | undefined {
    const why = leftOutOfNew(field, fields);
    return why && (why === 'unknownField' ? 'notSeen' : 'mayNotEdit');
}

function permissionOf(description: FieldDescription | undefined, { fields }: MappingPicture): Permission {
    if (fields === undefined) return 'notDescribed';
    if (!description) return 'notSeen';
    return description.updateable ? 'mayEdit' : 'mayNotEdit';
}

function rowReason(row: PreviewRow | undefined, rule: MappingRule | undefined, interaction: unknown): EmptyReason {
    if (!rule) return 'byItself';
    if (!interaction) return 'noInteraction';
    switch (row?.outcome) {
        case 'refused':
            if (row.problem === 'notInPicklist') return 'notInPicklist';
            return row.problem === 'valueDoesNotFit' ? 'doesNotFit' : 'refused';
        case 'written':
        case 'cut':
            if (row.value === null) return 'clears';
            return row.onlyWhenEmpty ? 'onlyWhenEmpty' : 'writes';
        case 'byItself':
            return 'byItself';
        default:
            return descriptionOf(rule.attribute)?.availability === 'participantData'
                ? 'notSetAsParticipantData'
                : 'notKnown';
    }
}

function same(a: string, b: string): boolean {
    return a.toLowerCase() === b.toLowerCase();
}
