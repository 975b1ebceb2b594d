/**
 * Between the toolkit elements of a page and the page's phone: every element hears every event, and whichever method is
 * called, the phone gets it.
 */
type Hear = (type: string, detail: unknown) => void;
type Asked = (method: string, args: readonly unknown[]) => void;

const elements = new Set<Hear>();
let phone: Asked | undefined;

/** An element comes to the page; the answer takes it away again. It is told nothing of what was before. */
export function joinToolkit(hear: Hear): () => void {
    elements.add(hear);
    return () => elements.delete(hear);
}

/** Tells each element, with a copy of the detail for each. */
export function tellToolkits({ detail, type }: { readonly type: string; readonly detail: unknown }): void {
    for (const hear of [...elements]) hear(type, structuredClone(detail));
}

/** One phone for a page: the last one counts. The answer takes it away again. */
export function connectVoicePhone(asked: Asked): () => void {
    phone = asked;
    return () => {
        if (phone === asked) phone = undefined;
    };
}

/** A method of an element was called. Where the page has no phone, nothing happens. */
export function askVoicePhone(method: string, args: readonly unknown[]): void {
    phone?.(method, args);
}
