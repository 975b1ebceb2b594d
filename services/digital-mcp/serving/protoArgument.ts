import { randomUUID } from 'node:crypto';
import type { Given } from '../arguments/checkArguments.ts';

const NAME = '__proto__';
/** Nobody can give an argument this name. */
const STAND_IN = `${NAME} ${randomUUID()}`;

/** The SDK takes an argument `__proto__` away without a word (zod has no such key); under another name it comes through. */
export function withStandIn<Message>(message: Message): Message {
    if (Array.isArray(message)) return message.map(withStandIn) as Message;
    const { params } = asObject(message);
    const { arguments: given } = asObject(params);
    if (!Object.hasOwn(asObject(given), NAME)) return message;
    return { ...message, params: { ...asObject(params), arguments: renamed(asObject(given), NAME, STAND_IN) } };
}

/** The arguments as they were given. */
export function withoutStandIn(given: Given): Given {
    return Object.hasOwn(given, STAND_IN) ? renamed(given, STAND_IN, NAME) : given;
}

const asObject = (value: unknown): Given => (typeof value === 'object' && value !== null ? (value as Given) : {});

const renamed = (given: Given, from: string, to: string): Given =>
    Object.fromEntries(Object.entries(given).map(([name, value]) => [name === from ? to : name, value]));
