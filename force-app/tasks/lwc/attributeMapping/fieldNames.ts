import type { TargetObject } from './types.ts';

/** The objects that may stand before a field. */
export const TARGET_OBJECTS: readonly TargetObject[] = ['Task', 'VoiceCall'];

/** A field as a record of the mapping names it: of one object, or without one for whichever is filled. */
export interface NamedField {
    readonly field: string;
    readonly target?: TargetObject;
}

/**
 * Reads `VoiceCall.Priority__c`, `Task.Priority__c` or `Priority__c`, the object in any case. `odd` is what stands in the
 * place of an object and is none that is filled.
 */
export function readField(text: string): NamedField | { readonly odd: string } {
    const dot = text.indexOf('.');
    if (dot === -1) {
        return { field: text };
    }
    const object = text.slice(0, dot).trim();
    const target = targetNamed(object);
    return target === undefined ? { odd: object } : { field: text.slice(dot + 1).trim(), target };
}

/** The same as text, the object in the platform's spelling. */
export function writeField({ field, target }: NamedField): string {
    return target === undefined ? field : `${target}.${field}`;
}

function targetNamed(object: string): TargetObject | undefined {
    const name = object.toLowerCase();
    // Admins make the custom fields of Task on Activity.
    return name === 'activity' ? 'Task' : TARGET_OBJECTS.find((one) => one.toLowerCase() === name);
}
