import { INTERACTION_TYPES } from 'c/attributeMapping';
import type { MappingRule } from 'c/attributeMapping';
import type { InteractionType } from 'c/interactions';
import { fill } from 'c/labelText';
import type { Finding, Level } from 'c/mappingAdvice';
import { detailText } from './detailWords.ts';
import { LABELS } from './labels.ts';
import { takenText } from './takenWords.ts';

/** How a level looks, in words too. */
export const LEVELS: Readonly<
    Record<Level, { readonly icon: string; readonly variant?: string; readonly word: string }>
> = {
    good: { icon: 'utility:success', variant: 'success', word: LABELS.good },
    note: { icon: 'utility:info', word: LABELS.note },
    warning: { icon: 'utility:warning', variant: 'warning', word: LABELS.warning },
    error: { icon: 'utility:error', variant: 'error', word: LABELS.error }
};

export function findingText({ code, words: parts }: Finding): string {
    const words = parts.map((part) => (typeof part === 'string' ? part : detailText(part)));
    if (code === 'switchedOff' && words.length > 0) return fill(LABELS.switchedOffBy, ...words);
    if (code === 'onlySome' || code === 'typeDoesNotFit') return fill(LABELS[code], ...words.map(takenText));
    if (code === 'otherTypes') return fill(LABELS[code], words.map(wordOf).join('; '));
    return fill(LABELS[code], ...words);
}

function wordOf(type: string): string {
    const known = INTERACTION_TYPES.find((one) => one === type);
    return known === undefined ? type : typeText(known);
}

export function typeText(type: InteractionType): string {
    return LABELS[type];
}

export function typesText(types: 'all' | readonly InteractionType[]): string {
    return types === 'all' ? LABELS.allTypes : types.map(typeText).join('; ');
}

export function overwriteText(rule: Pick<MappingRule, 'overwrite'>): string {
    return LABELS[rule.overwrite];
}

export function originText(source: MappingRule['source']): string {
    return source === 'record' ? LABELS.record : LABELS.builtIn;
}

/** The record's name; a built-in rule has none. */
export function ruleText(id: string): string {
    return id.startsWith('default:') ? LABELS.builtIn : id;
}

/** Label and API name, or the name alone where the org told no label. */
export function fieldText(name: string, label: string | undefined): string {
    return label === undefined || label === name ? name : fill(LABELS.field, label, name);
}
