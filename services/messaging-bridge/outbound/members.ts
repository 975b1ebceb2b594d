import type { Problem } from './problem.ts';
import { kindOf, MOST_PROBLEMS } from './problem.ts';

type Need = 'needed' | undefined;

/** The object without the members that are undefined, so that it is stored and compared as it reads. */
export function kept<const T extends object>(object: T): T {
    const known: Record<string, unknown> = {};
    for (const name of Object.keys(object)) {
        const value = object[name as keyof T];
        if (value !== undefined) known[name] = value;
    }
    return known as T;
}

const isObject = (value: unknown): value is object =>
    typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The members of one object of an event, read one by one. `null` is absent, as Salesforce writes it. What is missing
 * though needed, or of a wrong kind, is noted as a problem and otherwise absent: nothing is thrown.
 */
export class Members {
    /** The object as it came; undefined where there was none. */
    readonly whole: object | undefined;
    readonly problems: Problem[];
    private readonly at: string;

    constructor(given: unknown, at: string, problems: Problem[]) {
        this.whole = isObject(given) ? given : undefined;
        this.at = at;
        this.problems = problems;
        if (given !== undefined && given !== null && this.whole === undefined) this.note('', given, 'an object');
    }

    /** The member as it came, own members only. */
    raw(name: string): unknown {
        if (this.whole === undefined || !Object.hasOwn(this.whole, name)) return undefined;
        return (this.whole as Record<string, unknown>)[name] ?? undefined;
    }

    has(name: string): boolean {
        return this.raw(name) !== undefined;
    }

    /** Notes that a member is not as it should be. */
    note(name: string, given: unknown, allowed: string): void {
        if (this.problems.length >= MOST_PROBLEMS) return;
        const field = [this.at, name].filter((part) => part !== '').join('.');
        this.problems.push({ field, given: kindOf(given), allowed });
    }

    text(name: string, need?: Need): string | undefined {
        return this.read(name, need, 'text', (value) => (typeof value === 'string' ? value : undefined));
    }

    /** A name or an id: a text with something in it. */
    id(name: string, need?: Need): string | undefined {
        return this.read(name, need, 'text that is not empty', (value) =>
            typeof value === 'string' && value.trim() !== '' ? value : undefined
        );
    }

    /** A number, or the text of one: Salesforce's own schema types some times as text. */
    number(name: string, need?: Need): number | undefined {
        return this.read(name, need, 'a number', (value) => {
            const number = typeof value === 'string' && /^-?\d{1,20}(\.\d+)?$/.test(value) ? Number(value) : value;
            return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
        });
    }

    flag(name: string, need?: Need): boolean | undefined {
        return this.read(name, need, 'true or false', (value) => (typeof value === 'boolean' ? value : undefined));
    }

    /** An object. Where there is none, one without members: `whole` is undefined then. */
    object(name: string, need?: Need): Members {
        const given = this.read(name, need, 'an object', (value) => (isObject(value) ? value : undefined));
        return new Members(given, this.below(name), this.problems);
    }

    /** The objects of a list. What is no object is left out, and noted. */
    objects(name: string, need?: Need): Members[] {
        const found: Members[] = [];
        for (const [index, item] of this.list(name, need).entries()) {
            if (isObject(item)) found.push(new Members(item, `${this.below(name)}[${index}]`, this.problems));
            else if (this.problems.length < MOST_PROBLEMS) this.note(`${name}[${index}]`, item, 'an object');
        }
        return found;
    }

    texts(name: string, need?: Need): string[] {
        return this.list(name, need).filter((item) => typeof item === 'string');
    }

    list(name: string, need?: Need): readonly unknown[] {
        return (
            this.read(name, need, 'a list', (value) => (Array.isArray(value) ? (value as unknown[]) : undefined)) ?? []
        );
    }

    private below(name: string): string {
        return this.at === '' ? name : `${this.at}.${name}`;
    }

    private read<T>(name: string, need: Need, allowed: string, as: (value: unknown) => T | undefined): T | undefined {
        const value = this.raw(name);
        const read = value === undefined ? undefined : as(value);
        if (read === undefined && (value !== undefined || need !== undefined)) this.note(name, value, allowed);
        return read;
    }
}
