import type { FieldDescription } from './types.ts';
import type { Fitted } from './coerce.ts';
import { lengthOf } from './limits.ts';
import { isRestricted } from './standardFields.ts';

/** A value in the spelling of the list. One that is not listed is left to the org, unless it is known to refuse it. */
export function fitChoice(text: string, field: FieldDescription): Fitted {
    return fitAll([text], field);
}

/** Values separated by semicolons: all of them fit, or none is saved. */
export function fitChoices(text: string, field: FieldDescription): Fitted {
    return fitAll(text.split(';'), field);
}

function fitAll(given: readonly string[], field: FieldDescription): Fitted {
    const choices = given.map((text) => text.trim()).filter((text) => text !== '');
    const listed = field.picklistValues ?? [];
    if (isRestricted(field) && !choices.every((choice) => spelling(choice, listed))) {
        return { code: 'notInPicklist', allowed: `one of ${listed.length} listed values` };
    }
    const value = [...new Set(choices.map((choice) => spelling(choice, listed) ?? choice))].join(';');
    const length = lengthOf(field);
    return value !== '' && (length === undefined || value.length <= length)
        ? { value }
        : { code: 'valueDoesNotFit', allowed: `a value of at most ${length} characters` };
}

/** The listed value as the org spells it. */
function spelling(text: string, listed: readonly string[]): string | undefined {
    return listed.includes(text) ? text : listed.find((value) => value.toLowerCase() === text.toLowerCase());
}
