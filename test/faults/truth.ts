import type { Value } from './org/taskTable.ts';

/** A value that a page was told, and whether a page surely took it: a page that died meanwhile may not have. */
export interface Told {
    readonly value: Value;
    sure: boolean;
}

/** What really happened in one handling of a conversation: known to the model, never read from the product. */
export interface Handling {
    readonly name: string;
    readonly user: string;
    readonly conversation: string;
    readonly segment: number;
    connectedTime: number | undefined;
    /** True once a page surely heard that the agent was connected. */
    heard: boolean;
    readonly told: Map<string, Told[]>;
    /** Values that the phone sent and that fit no number field. */
    readonly unfit: Set<string>;
}

export function createHandling(user: string, conversation: string, segment: number): Handling {
    return {
        name: `${user} ${conversation} part ${segment}`,
        user,
        conversation,
        segment,
        connectedTime: undefined,
        heard: false,
        told: new Map(),
        unfit: new Set()
    };
}

export function tell(handling: Handling, field: string, value: Value, sure: boolean): void {
    const told = handling.told.get(field) ?? [];
    handling.told.set(field, told);
    const last = told.at(-1);
    if (last?.value === value) last.sure = last.sure || sure;
    else told.push({ value, sure });
}

/** A browser that keeps nothing, or whose data were damaged, may have lost what was told until now. */
export function doubtAll(handling: Handling): void {
    for (const told of handling.told.values()) {
        for (const one of told) one.sure = false;
    }
    handling.heard = false;
}

/** What the Task may say: the last value that was surely taken, or a later one; anything told where none was. */
export function mayBe(
    handling: Handling,
    field: string
): { readonly values: readonly Value[]; readonly orNothing: boolean } {
    const told = handling.told.get(field) ?? [];
    const last = told.findLastIndex(({ sure }) => sure);
    return { values: told.slice(Math.max(0, last)).map(({ value }) => value), orNothing: last < 0 };
}

/** The name that a handling's Task has everywhere (docs/architecture.md, "One Task"). */
export function keyOf({ conversation, user, connectedTime }: Handling): string {
    return `${conversation}:${user}:${connectedTime === undefined ? '' : new Date(connectedTime).toISOString()}`;
}
