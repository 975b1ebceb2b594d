/** One thing that the org said about a request, whatever the shape of its answer. */
export interface OrgProblem {
    readonly text: string;
    /** The platform's own code, where it stands apart from the text. */
    readonly code?: string;
    /** Fields that the org names in their own place, not inside a sentence. */
    readonly fields: readonly string[];
}

type Shape = Readonly<Record<string, unknown>>;

function isShape(value: unknown): value is Shape {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textsOf(value: unknown): string[] {
    return (Array.isArray(value) ? (value as unknown[]) : [value]).filter(
        (one): one is string => typeof one === 'string' && one !== ''
    );
}

/** Deeper than any answer that was seen; an object that holds itself ends here. */
const DEPTH = 6;

/**
 * Reads the shapes that the platform's errors come in: GraphQL errors with `extensions`, bodies of UI API with `output`,
 * `errors` and `fieldErrors`, lists of `errorCode` and `message`, Error objects.
 */
export function orgProblems(cause: unknown, field?: string, depth = 0): OrgProblem[] {
    if (depth > DEPTH) {
        return [];
    }
    if (Array.isArray(cause)) {
        return cause.flatMap((one: unknown) => orgProblems(one, field, depth + 1));
    }
    if (!isShape(cause)) {
        return textsOf(cause).map((text) => ({ text, fields: field === undefined ? [] : [field] }));
    }
    const { message, body, output, errors, fieldErrors, pageErrors, extensions } = cause;
    const inner = [body, output, pageErrors, errors].flatMap((part) =>
        isShape(part) || Array.isArray(part) ? orgProblems(part, undefined, depth + 1) : []
    );
    const byField = isShape(fieldErrors)
        ? Object.entries(fieldErrors).flatMap(([name, part]) => orgProblems(part, name, depth + 1))
        : [];
    const more = isShape(extensions) ? extensions : {};
    const code = [cause.errorCode, more.errorCode, more.statusCode, more.code, cause.statusCode].flatMap(textsOf)[0];
    const fields = [
        ...[field, cause.field, more.field].flatMap(textsOf),
        ...[cause.fields, more.fields].flatMap(textsOf)
    ];
    const own = textsOf(message).map((text) => ({ text, fields, ...(code === undefined ? {} : { code }) }));
    // What stands inside says more than the sentence around it.
    const inside = [...byField, ...inner];
    return inside.length > 0 ? inside : own;
}

/** All of it in one line: codes first, as the platform writes them itself. */
export function wordsOf(problems: readonly OrgProblem[]): string {
    return problems
        .map(({ code, text }) => (code === undefined || text.includes(code) ? text : `${code}: ${text}`))
        .join('; ');
}
