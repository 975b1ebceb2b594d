import type { InteractionType } from 'c/interactions';
import { participantValue } from 'c/interactionAttributes';
import type { Attributes, AttributeValue } from 'c/interactionAttributes';
import type { FieldDescriptions, FieldValue, Mapped, MappingProblem, MappingRule } from './types.ts';
import type { FieldTarget } from './access.ts';
import { coerce } from './coerce.ts';
import type { Fitted } from './fitted.ts';
import { kindOf, problem, refusedField, shadowed, unknownAttribute } from './problems.ts';
import { prepared } from './preparedRules.ts';
import { appliesTo } from './rules.ts';
import { standardField } from './standardFields.ts';
import { wholeTranscript } from './transcripts.ts';

export interface MappingOptions {
    /** IANA name; decides the day that a time falls on in a date field. Default UTC. */
    readonly timeZone?: string;
}

/**
 * Attributes to Task fields, by the rules that apply to the interaction's type. Never throws. A rule whose attribute is
 * not known yet says nothing; every value that is known and not saved as mapped is named in `problems`, also one whose
 * built-in rule gave way to a record while no other rule takes it.
 */
export function mapAttributes(
    attributes: Attributes,
    rules: readonly MappingRule[],
    fields: FieldDescriptions,
    interactionType: InteractionType,
    options: MappingOptions = {}
): Mapped {
    const patch = new Map<string, FieldValue>();
    const winners = new Map<string, MappingRule>();
    const problems: MappingProblem[] = [];
    const onlyWhenEmpty: string[] = [];
    const builtIn: string[] = [];
    const cut = new Set<string>();
    const whole = new Set<string>();
    const replaced: [MappingRule, MappingRule][] = [];
    for (const { rule, key, known, target } of prepared(rules, fields)) {
        if (!appliesTo(rule, interactionType)) {
            continue;
        }
        if (!known) {
            problems.push(unknownAttribute(rule));
            continue;
        }
        const value = told(attributes, rule.attribute);
        if (value === undefined) {
            continue;
        }
        const winner = winners.get(key);
        if (winner) {
            if (rule.source === 'default') {
                replaced.push([rule, winner]);
            } else {
                problems.push(shadowed(rule, winner));
            }
            continue;
        }
        winners.set(key, rule);
        if ('code' in target) {
            problems.push(refusedField(rule, target));
            continue;
        }
        const fitted = wholeTranscript(rule.attribute, value, fit(value, target, options.timeZone ?? 'UTC'));
        if ('code' in fitted) {
            problems.push(problem(fitted.code, rule, fitted.allowed, kindOf(value)));
            continue;
        }
        patch.set(target.name, fitted.value);
        if (fitted.cutTo !== undefined) {
            cut.add(rule.attribute);
            problems.push(problem('textCut', rule, { kind: 'characters', count: fitted.cutTo }, kindOf(value)));
        } else {
            whole.add(rule.attribute);
        }
        if (rule.overwrite === 'onlyWhenEmpty') {
            onlyWhenEmpty.push(target.name);
        }
        if (rule.source === 'default') {
            builtIn.push(target.name);
        }
    }
    const placed = new Set([...winners.values()].map(({ attribute }) => attribute));
    const homeless = replaced.filter(([{ attribute }]) => !placed.has(attribute));
    problems.push(...homeless.map(([rule, winner]) => shadowed(rule, winner)));
    const cutOff = [...cut].filter((attribute) => !whole.has(attribute));
    return { patch: Object.fromEntries(patch), problems, cutOff, onlyWhenEmpty, builtIn };
}

/**
 * Participant data is found whatever its prefix and case (T12). An attribute of the vendor's own table is read under its
 * own name only: participant data of that name was left by somebody else, perhaps by the agent before.
 */
function told(attributes: Attributes, name: string): AttributeValue | undefined {
    if (/^participant\./i.test(name)) {
        return participantValue(attributes, name);
    }
    return Object.hasOwn(attributes, name) ? attributes[name] : undefined;
}

/**
 * Without a description the mapping is trusted, except for the fields that are the same in every org: the value goes as
 * it is, and the org's answer teaches.
 */
function fit(value: AttributeValue, { name, description }: FieldTarget, timeZone: string): Fitted {
    const described = description ?? standardField(name);
    if (described) {
        return coerce(value, described, timeZone);
    }
    return typeof value === 'number' && !Number.isFinite(value)
        ? { code: 'valueDoesNotFit', allowed: { kind: 'number' } }
        : { value };
}
