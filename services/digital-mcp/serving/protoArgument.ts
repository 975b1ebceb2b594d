import { randomUUID } from 'node:crypto';
import { kindOf } from '../arguments/checkArguments.ts';
import type { Given } from '../arguments/checkArguments.ts';

const NAME = '__proto__';
/** Nobody can give an argument this name. */
const STAND_IN = `${NAME} ${randomUUID()}`;
const NO_OBJECT = `no object ${randomUUID()}`;

/**
 * The SDK takes an argument `__proto__` away without a word (zod has no such key); under another name it comes through.
 * Arguments that are no object it refuses with words of its library; an object that says so comes through.
 */
export function withStandIn<Message>(message: Message): Message {
    if (Array.isArray(message)) return message.map(withStandIn) as Message;
    const { method, params } = asObject(message);
    const { arguments: given } = asObject(params);
    if (method === 'tools/call' && given !== undefined && !isObject(given))
        return { ...message, params: { ...asObject(params), arguments: { [NO_OBJECT]: kindOf(given) } } };
    if (!Object.hasOwn(asObject(given), NAME)) return message;
    return { ...message, params: { ...asObject(params), arguments: renamed(asObject(given), NAME, STAND_IN) } };
}

/** What was given in the place of an object of arguments: `a text`. */
export function noObject(given: Given): { readonly noObject?: string } {
    const kind = given[NO_OBJECT];
    return typeof kind === 'string' ? { noObject: kind } : {};
}

/** The arguments as they were given. */
export function withoutStandIn(given: Given): Given {
    return Object.hasOwn(given, STAND_IN) ? renamed(given, STAND_IN, NAME) : given;
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

const asObject = (value: unknown): Given => (typeof value === 'object' && value !== null ? (value as Given) : {});

const renamed = (given: Given, from: string, to: string): Given =>
    Object.fromEntries(Object.entries(given).map(([name, value]) => [name === from ? to : name, value]));
