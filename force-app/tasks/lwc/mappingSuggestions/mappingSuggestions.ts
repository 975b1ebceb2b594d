import { fill } from 'c/labelText';
import { suggestions } from 'c/mappingAdvice';
import type { MappingPicture, Suggestions } from 'c/mappingAdvice';
import { fieldText } from 'c/mappingWords';
import { LightningElement, api } from 'lwc';
import { LABELS_OF } from './callRecordLabels.ts';
import { LABELS } from './labels.ts';
import { MEANINGS } from './meanings.ts';

interface Row {
    readonly name: string;
    readonly shown: string;
    readonly meaning: string;
    readonly comes: string;
    readonly fits: string;
    readonly attribute: string;
    readonly field: string;
    readonly compose: string;
}

/** What could be mapped yet. Event `compose`, detail `{ attribute, field }` (either may be empty). */
export default class MappingSuggestions extends LightningElement {
    @api picture: MappingPicture | undefined;

    get labels(): typeof LABELS_OF.Task {
        return LABELS_OF[this.picture?.target ?? 'Task'];
    }

    get all(): Suggestions {
        return this.picture ? suggestions(this.picture) : { attributes: [], fields: [] };
    }

    get attributes(): readonly Row[] {
        return this.all.attributes.map(({ attribute, availability, fields }) => ({
            name: attribute,
            shown: attribute,
            meaning: MEANINGS[attribute] ?? '',
            comes: availability === 'notOnThisChannel' ? '' : LABELS[availability],
            fits: fields.map(({ field, fieldLabel }) => fieldText(field, fieldLabel)).join('; ') || LABELS.nothing,
            attribute,
            field: fields[0]?.field ?? '',
            compose: fill(LABELS.composeOne, attribute)
        }));
    }

    get fields(): readonly Row[] {
        return this.all.fields.map(({ field, fieldLabel, attributes }) => ({
            name: field,
            shown: fieldText(field, fieldLabel),
            meaning: '',
            comes: '',
            fits: attributes.join('; ') || LABELS.noAttribute,
            attribute: attributes[0] ?? '',
            field,
            compose: fill(LABELS.composeOne, fieldLabel)
        }));
    }

    get hasAttributes(): boolean {
        return this.attributes.length > 0;
    }

    get hasFields(): boolean {
        return this.fields.length > 0;
    }

    handleCompose(event: Event): void {
        const { attribute = '', field = '' } = (event.currentTarget as HTMLElement).dataset;
        this.dispatchEvent(new CustomEvent('compose', { detail: { attribute, field } }));
    }
}
