import { watch } from './evidence.ts';
import type { Shown } from './evidence.ts';
import type { Page } from './page.ts';

/** Somebody who looks at all open tabs, all the time. */
export interface Watching {
    readonly shown: Map<string, Shown>;
    /** Names of tabs that were shown something of another user. */
    readonly leaks: string[];
    /** At what is new since the last look. */
    lookAround(): void;
    /** At everything, when all rests. */
    lookLast(): void;
}

export function createWatching(open: () => readonly Page[], users: readonly string[]): Watching {
    const shown = new Map<string, Shown>();
    const leaks: string[] = [];

    function look(page: Page): void {
        const view = page.desk.view();
        if (view.version === page.seen) return;
        page.seen = view.version;
        watch(shown, view);
        const others = users.filter((one) => one !== page.tab.user);
        if (others.some((other) => JSON.stringify(view).includes(other))) leaks.push(page.tab.name);
    }

    return {
        shown,
        leaks,
        lookAround: () => open().forEach(look),
        lookLast: () => open().forEach(({ desk }) => watch(shown, desk.view(), true))
    };
}
