import { INTERACTION_TYPES } from 'c/attributeMapping';
import { ATTRIBUTES } from 'c/interactionAttributes';
import { freeName } from 'c/mappingAdvice';
import type { MappingPicture } from 'c/mappingAdvice';
import { typeWord } from 'c/mappingFiles';
import type { MappingRecord } from 'c/mappingFiles';
import { fieldText, overwriteText, typeText } from 'c/mappingWords';
import { LABELS } from './labels.ts';

/** What the form holds, as text. */
export interface Draft {
    readonly attribute: string;
    /** Of participant data, where `attribute` is PARTICIPANT. */
    readonly dataName: string;
    readonly field: string;
    readonly types: readonly string[];
    readonly order: string;
    readonly overwrite: string;
}

export interface Choice {
    readonly label: string;
    readonly value: string;
}

export const PARTICIPANT = 'Participant.';
export const EMPTY_DRAFT: Draft = {
    attribute: '',
    dataName: '',
    field: '',
    types: [],
    order: '100',
    overwrite: 'Always'
};

export function attributeChoices(): Choice[] {
    const named = ATTRIBUTES.filter(({ name }) => !name.includes('{')).map(({ name }) => ({
        label: name,
        value: name
    }));
    return [...named, { label: LABELS.participant, value: PARTICIPANT }];
}

/** Fields that this user may edit; none where the org does not describe Task. */
export function fieldChoices(picture: MappingPicture | undefined): Choice[] {
    return Object.values(picture?.fields ?? {})
        .filter(({ updateable }) => updateable)
        .map(({ name, label }) => ({ label: fieldText(name, label), value: name }))
        .sort((a, b) => a.label.localeCompare(b.label));
}

export function typeChoices(): Choice[] {
    return INTERACTION_TYPES.map((type) => ({ label: typeText(type), value: typeWord(type) }));
}

/** The values are those of the record's picklist, in every language. */
export function overwriteChoices(): Choice[] {
    return [
        { label: overwriteText({ overwrite: 'always' }), value: 'Always' },
        { label: overwriteText({ overwrite: 'onlyWhenEmpty' }), value: 'Only when empty' }
    ];
}

/** The record to make; undefined until an attribute and a field are given. */
export function recordOfDraft(draft: Draft, picture: MappingPicture | undefined): MappingRecord | undefined {
    const attribute = draft.attribute === PARTICIPANT ? named(draft.dataName) : draft.attribute;
    const field = draft.field.trim();
    if (attribute === '' || field === '') return undefined;
    const { others = [], rules = [], unusable = [] } = picture ?? {};
    const taken = [...[...rules, ...others].map(({ id }) => id), ...unusable.map(({ rule }) => rule)];
    const order = Number(draft.order);
    return {
        developerName: freeName(attribute, taken),
        label: attribute.slice(0, 40),
        attribute,
        field,
        active: true,
        interactionTypes: draft.types.join('; '),
        ...(draft.order.trim() !== '' && Number.isInteger(order) && Math.abs(order) <= 99_999 ? { order } : {}),
        overwrite: draft.overwrite
    };
}

function named(dataName: string): string {
    const name = dataName.trim().replace(/^participant\./i, '');
    return name === '' ? '' : PARTICIPANT + name;
}
