import type { AttributeValue } from 'c/interactionAttributes';
import type { Fitted } from './fitted.ts';
import { objectOfId } from './keyPrefixes.ts';
import type { FieldDescription } from './types.ts';

/** A record id, of an object that the field may point to where both are known. */
export function fitReference(value: Exclude<AttributeValue, null>, { referenceTo }: FieldDescription): Fitted {
    const text = String(value).trim();
    if (!/^(?:[a-z0-9]{15}|[a-z0-9]{18})$/i.test(text)) {
        return { code: 'valueDoesNotFit', allowed: { kind: 'recordId' } };
    }
    const object = objectOfId(text);
    if (object !== undefined && referenceTo !== undefined && !referenceTo.includes(object)) {
        return { code: 'valueDoesNotFit', allowed: { kind: 'recordOf', names: referenceTo.slice(0, 10) } };
    }
    return { value: text };
}
