/** A value of an unchecked message: only what it holds itself, never what it inherits. */
export function own(value: unknown, name: string): unknown {
    return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

export function isObject(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A non-blank text. */
export function isText(value: unknown): value is string {
    return typeof value === 'string' && value.trim() !== '';
}

/** The text of a field, absent where it says nothing. */
export function textOf(value: unknown, name: string): string | undefined {
    const text = own(value, name);
    return isText(text) ? text : undefined;
}

/** Conversation ids are UUIDs. Longer than a Task's Call Object Identifier (255) no Task could be found by it again. */
export function isConversationId(value: unknown): value is string {
    return typeof value === 'string' && value.length <= 255 && /^[0-9A-Za-z][\w.:-]*$/.test(value);
}
