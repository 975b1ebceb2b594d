import type { ToolkitMethod } from './methods.ts';

/**
 * Sees what goes in and out of every toolkit element that a bridge of this page has, before anything is checked: all
 * calls, repeats and what is refused with them. It may keep no value (V14), and what it throws reaches nobody.
 */
export interface ToolkitWatch {
    attached(element: VoiceToolkitElement): void;
    detached(element: VoiceToolkitElement): void;
    heard(event: unknown, element: VoiceToolkitElement): void;
    /** Before a method runs: what it does may be told while it runs. */
    calling(method: ToolkitMethod): void;
    /** What it returned at once. */
    called(method: ToolkitMethod, returned: unknown): void;
}

const watches = new Set<ToolkitWatch>();

/** Returns how to stop watching. */
export function watchToolkits(watch: ToolkitWatch): () => void {
    watches.add(watch);
    return () => watches.delete(watch);
}

export function tellWatches(tell: (watch: ToolkitWatch) => void): void {
    for (const watch of watches) {
        try {
            tell(watch);
        } catch {
            // Nobody's call depends on who looks on.
        }
    }
}
