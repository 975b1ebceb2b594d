import type { Value } from './org/taskTable.ts';

/** A value that a page was told, and whether a page surely took it: a page that died meanwhile may not have. */
export interface Told {
    readonly value: Value;
    sure: boolean;
    /** Epoch milliseconds. */
    at: number;
    /** A page that was behind may have put an older one in its place: only a page to which it is news brings it back. */
    overwritten: boolean;
}

/** What really happened in one handling of a conversation: known to the model, never read from the product. */
export interface Handling {
    readonly name: string;
    readonly user: string;
    readonly conversation: string;
    readonly segment: number;
    connectedTime: number | undefined;
    /** The phone's own package logs it after its end, and not when it is connected. */
    phoneLogsAtEnd: boolean;
    /** Ids of the Tasks that the phone's own package made. */
    readonly phoneTasks: string[];
    /** When it was over for the agent. */
    endedAt: number | undefined;
    /** True once a page surely heard that the agent was connected. */
    heard: boolean;
    /** Names of the tabs that heard it connected, or missed. */
    readonly heardBy: Set<string>;
    /** True once a page that lives on, or that keeps things, surely heard that it was missed. */
    missed: boolean;
    readonly told: Map<string, Told[]>;
}

export function createHandling(user: string, conversation: string, segment: number): Handling {
    return {
        name: `${user} ${conversation} part ${segment}`,
        user,
        conversation,
        segment,
        connectedTime: undefined,
        phoneLogsAtEnd: false,
        phoneTasks: [],
        endedAt: undefined,
        heard: false,
        heardBy: new Set(),
        missed: false,
        told: new Map()
    };
}

/** A slower page that surely hears an older value makes that one sure, and not the newest. */
export function tell(handling: Handling, field: string, value: Value, sure: boolean, isNews = true, at = 0): void {
    const told = handling.told.get(field) ?? [];
    handling.told.set(field, told);
    const known = sure ? told.findLast((one) => one.value === value) : told.at(-1);
    if (known?.value !== value) told.push({ value, sure, at, overwritten: false });
    else if (sure && (isNews || !known.overwritten)) Object.assign(known, { sure, at, overwritten: false });
}

/** Nothing is wanted of the field any more. */
export function untell(handling: Handling, field: string): void {
    handling.told.delete(field);
}

/** What only the agent can say: no other page hears it from the phone. */
export const BY_AGENT = ['Description', 'WhoId', 'WhatId'];

/** A browser that keeps nothing, or whose data were damaged, may have lost what was told until now. */
export function doubtAll(handling: Handling, overwritten = false): void {
    for (const told of handling.told.values()) {
        for (const one of told) Object.assign(one, { sure: false, overwritten: one.overwritten || overwritten });
    }
    handling.heard = false;
    handling.missed = false;
}

/** What only the tabs of one computer know, because it is kept no more, is lost with any of them that goes or sleeps on. */
export function doubtUnkept(unkept: ReadonlyMap<Handling, number>, device: number): void {
    for (const [handling, where] of unkept) {
        if (where === device) doubtAll(handling);
    }
}

/** Another page heard the phone as well; what the agent typed and picked may be lost. */
export function doubtAgent(handling: Handling): void {
    for (const field of BY_AGENT) {
        for (const one of handling.told.get(field) ?? []) one.sure = false;
    }
}

/** An older value may stand in the place of this one, where there is one. */
export function doubtOverwritten(handling: Handling, field: string, value: Value): void {
    const told = handling.told.get(field) ?? [];
    const index = told.findLastIndex((one) => one.value === value);
    const known = told[index];
    if (known !== undefined && index > 0) Object.assign(known, { sure: false, overwritten: true });
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

/** When the last value that was surely taken was told, epoch milliseconds; 0 where none was. */
export function sureSince(handling: Handling, field: string): number {
    return handling.told.get(field)?.findLast(({ sure }) => sure)?.at ?? 0;
}

/** The name that a handling's Task has everywhere (docs/architecture.md, "One Task"). */
export function keyOf({ conversation, user, connectedTime }: Handling): string {
    return `${conversation}:${user}:${connectedTime === undefined ? '' : new Date(connectedTime).toISOString()}`;
}
