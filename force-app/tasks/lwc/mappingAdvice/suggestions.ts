import { ATTRIBUTES } from 'c/interactionAttributes';
import type { Availability } from 'c/interactionAttributes';
import { effectiveRules } from 'c/attributeMapping';
import type { FieldDescription, MappingRule } from 'c/attributeMapping';
import { ruleFindings, worst } from './ruleFindings.ts';
import { builtInOf } from './targets.ts';
import type { MappingPicture } from './types.ts';

export interface FittingField {
    readonly field: string;
    readonly fieldLabel: string;
}

/** An attribute that no rule uses, with free fields that would take it, the likeliest first. */
export interface AttributeSuggestion {
    readonly attribute: string;
    readonly availability: Availability;
    readonly fields: readonly FittingField[];
}

/** A custom field that nothing fills, with the attributes that it looks made for. */
export interface FieldSuggestion extends FittingField {
    readonly attributes: readonly string[];
}

export interface Suggestions {
    readonly attributes: readonly AttributeSuggestion[];
    readonly fields: readonly FieldSuggestion[];
}

const MOST = 3;
const CERTAINTY: readonly Availability[] = ['carried', 'derived', 'participantData'];

/** What could be mapped yet: attributes that arrive, the surest first, and custom fields that nothing fills. */
export function suggestions(picture: MappingPicture): Suggestions {
    const { rules, fields } = picture;
    const inUse = effectiveRules(rules, builtInOf(picture)).filter(({ active }) => active);
    const used = new Set(inUse.map(({ attribute }) => attribute));
    const filled = new Set(rules.map(({ field }) => field.toLowerCase()));
    const free = Object.values(fields ?? {}).filter(
        ({ name, updateable }) =>
            updateable && name.endsWith('__c') && !filled.has(name.toLowerCase()) && !KEPT.test(name)
    );
    const arriving = ATTRIBUTES.filter(
        ({ name, availability }) => !name.includes('{') && CERTAINTY.includes(availability)
    ).sort((a, b) => CERTAINTY.indexOf(a.availability) - CERTAINTY.indexOf(b.availability));
    const open = arriving.filter(({ name }) => !used.has(name));
    // An attribute may fill several fields; one that fills none yet comes first.
    const forFields = [...open, ...arriving.filter(({ name }) => used.has(name))];
    return {
        attributes: open.map(({ name, availability }) => ({
            attribute: name,
            availability,
            fields: likeliest(
                free,
                (field) => likeness(name, field),
                (field) => takes(field, name)
            ).map(fitting)
        })),
        fields: free.map((field) => ({
            ...fitting(field),
            attributes: likeliest(
                forFields,
                ({ name }) => likeness(name, field),
                ({ name }) => takes(field, name)
            ).map(({ name }) => name)
        }))
    };
}

/** Fields that Switchboard fills itself. */
const KEPT = /^(?:\w+__)?Switchboard(?:Key|Unsaved)__c$/i;

function fitting({ name, label }: FieldDescription): FittingField {
    return { field: name, fieldLabel: label };
}

function likeliest<T>(all: readonly T[], score: (one: T) => number, fits: (one: T) => boolean): T[] {
    return all
        .map((one) => ({ one, score: score(one) }))
        .filter((rated) => rated.score > 0 && fits(rated.one))
        .sort((a, b) => b.score - a.score)
        .slice(0, MOST)
        .map((rated) => rated.one);
}

function takes(field: FieldDescription, attribute: string): boolean {
    const rule: MappingRule = {
        id: '',
        attribute,
        field: field.name,
        active: true,
        interactionTypes: 'all',
        order: 0,
        overwrite: 'always',
        source: 'record'
    };
    return worst(ruleFindings(rule, { [field.name]: field })) !== 'error';
}

/** Words that stand in so many names that they tell nothing. */
const COMMON = new Set(['c', 'call', 'task', 'salesforce', 'interaction', 'total', 'name', 'switchboard', 'genesys']);
/** What people call the vendor's words. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
    ani: ['caller', 'phone', 'number'],
    acd: ['queue', 'wait', 'waiting'],
    ivr: ['menu'],
    disconnected: ['ended', 'end'],
    connected: ['answered', 'start'],
    wrap: ['disposition', 'result', 'outcome'],
    duration: ['length'],
    conversation: ['id']
};

/** What another word for the same is worth beside the word itself. */
const OTHER_WORD = 0.75;

/** Share of the attribute's telling words that the field's name or label has, 0 to 1. */
export function likeness(attribute: string, field: Pick<FieldDescription, 'name' | 'label'>): number {
    const wanted = words(attribute).filter((word) => !COMMON.has(word));
    const has = new Set([...words(field.name), ...words(field.label)]);
    const worth = (word: string): number => {
        if (has.has(word)) return 1;
        return (ALSO[word] ?? []).some((other) => has.has(other)) ? OTHER_WORD : 0;
    };
    return wanted.length === 0 ? 0 : wanted.reduce((sum, word) => sum + worth(word), 0) / wanted.length;
}

function words(name: string): string[] {
    return name
        .replace(/__c$/i, '')
        .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
        .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word !== '');
}
