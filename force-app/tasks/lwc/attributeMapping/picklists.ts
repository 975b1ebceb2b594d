import type { FieldDescription } from './types.ts';
import type { Fitted } from './fitted.ts';
import { limitOf } from './limits.ts';
import { isRestricted } from './standardFields.ts';

/** A value in the spelling of the list. One that is not listed is left to the org, unless it is known to refuse it. */
export function fitChoice(text: string, field: FieldDescription): Fitted {
    return fitAll([text], field, limitOf(field, 'picklist'));
}

/** Values separated by semicolons: all of them fit, or none is saved. */
export function fitChoices(text: string, field: FieldDescription): Fitted {
    return fitAll(text.split(';'), field, limitOf(field, 'multipicklist'));
}

function fitAll(given: readonly string[], field: FieldDescription, length: number): Fitted {
    const choices = given.map((text) => text.trim()).filter((text) => text !== '');
    const listed = field.picklistValues ?? [];
    if (isRestricted(field) && !choices.every((choice) => spelling(choice, listed))) {
        return { code: 'notInPicklist', allowed: { kind: 'listed', count: listed.length } };
    }
    const value = [...new Set(choices.map((choice) => spelling(choice, listed) ?? choice))].join(';');
    return value !== '' && value.length <= length
        ? { value }
        : { code: 'valueDoesNotFit', allowed: { kind: 'choice', count: length } };
}

/** The listed value as the org spells it. */
function spelling(text: string, listed: readonly string[]): string | undefined {
    return listed.includes(text) ? text : listed.find((value) => value.toLowerCase() === text.toLowerCase());
}
