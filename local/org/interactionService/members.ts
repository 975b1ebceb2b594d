import { Refusal } from './refusal.ts';
import type { ErrorCode } from './refusal.ts';

export type Members = Readonly<Record<string, unknown>>;

/** An object with these members and no others. Whether Salesforce takes others is not said: here a misspelled one is told. */
export function members(given: unknown, names: readonly string[], code: ErrorCode = 10089): Members {
    if (typeof given !== 'object' || given === null || Array.isArray(given)) throw new Refusal(code);
    const unknown = Object.keys(given).find((name) => !names.includes(name));
    if (unknown !== undefined) throw new Refusal(code, `${unknown} is not known`);
    return given as Members;
}

export function text(given: Members, name: string, code: ErrorCode = 10089, most = Infinity): string {
    const value = given[name];
    if (typeof value !== 'string' || value.length === 0 || value.length > most) throw new Refusal(code, name);
    return value;
}

export function textOrNone(given: Members, name: string, code: ErrorCode = 10089): string | undefined {
    return given[name] === undefined || given[name] === null ? undefined : text(given, name, code);
}

export function oneOf<Word extends string>(
    given: Members,
    name: string,
    words: readonly Word[],
    code: ErrorCode = 10089
): Word {
    const found = words.find((word) => word === given[name]);
    if (found === undefined) throw new Refusal(code, name);
    return found;
}

export function flag(given: Members, name: string): boolean {
    const value = given[name];
    if (typeof value !== 'boolean') throw new Refusal(10089, name);
    return value;
}

export function moment(given: Members, name: string, code: ErrorCode = 10089): number {
    const value = given[name];
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw new Refusal(code, name);
    return value;
}

export function list(given: Members, name: string, least: number, most: number, code: ErrorCode = 10089): unknown[] {
    const value = given[name];
    if (!Array.isArray(value) || value.length < least || value.length > most) throw new Refusal(code, name);
    return value as unknown[];
}

export interface Person {
    readonly appType: string;
    readonly subject: string;
    readonly role: string;
}

/** The end user of a custom channel: any other is refused. */
export function endUser(given: unknown): Person {
    const person = members(given, ['appType', 'subject', 'role']);
    return {
        appType: oneOf(person, 'appType', ['custom'], 10037),
        role: oneOf(person, 'role', ['EndUser'], 10038),
        subject: text(person, 'subject')
    };
}
