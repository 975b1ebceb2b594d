import type { AttributeValue } from 'c/interactionAttributes';
import type { Fitted } from './coerce.ts';
import type { FieldDescription } from './types.ts';

/** First three characters of the ids of standard objects, the same in every org. */
const PREFIXES: Readonly<Record<string, string>> = {
    '001': 'Account',
    '003': 'Contact',
    '005': 'User',
    '006': 'Opportunity',
    '00Q': 'Lead',
    '00T': 'Task',
    '00U': 'Event',
    '500': 'Case',
    '701': 'Campaign',
    '800': 'Contract'
};

/** A record id, of an object that the field may point to where both are known. */
export function fitReference(value: Exclude<AttributeValue, null>, { referenceTo }: FieldDescription): Fitted {
    const text = String(value).trim();
    if (!/^(?:[a-z0-9]{15}|[a-z0-9]{18})$/i.test(text)) {
        return { code: 'valueDoesNotFit', allowed: 'a record id of 15 or 18 letters and digits' };
    }
    const prefix = text.slice(0, 3);
    const object = Object.hasOwn(PREFIXES, prefix) ? PREFIXES[prefix] : undefined;
    if (object !== undefined && referenceTo !== undefined && !referenceTo.includes(object)) {
        return { code: 'valueDoesNotFit', allowed: `the id of one of: ${referenceTo.slice(0, 10).join(', ')}` };
    }
    return { value: text };
}
