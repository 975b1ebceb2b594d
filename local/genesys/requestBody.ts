import type { ParticipantValue } from './clientMessage.ts';
import { queueFor, QUEUES } from './directory.ts';
import { hasNumber, MEDIA } from './medium.ts';
import type { Medium } from './medium.ts';
import { LOGGING_MOMENTS } from './taskLog.ts';
import type { TaskLogging } from './taskLog.ts';
import type { ConsultStep, Offer, OutboundCall } from './telephony.ts';

/** A request that cannot be understood. The message names the field, what is allowed and what to do. */
export class BadRequest extends Error {}

export type CallRequest =
    | { readonly direction: 'inbound'; readonly call: Offer }
    | { readonly direction: 'outbound'; readonly call: OutboundCall };

export type Body = Readonly<Record<string, unknown>>;

export async function readBody(request: Request): Promise<Body> {
    let body: unknown;
    try {
        body = await request.json();
    } catch {
        throw new BadRequest('The body is not JSON. Send a JSON object.');
    }
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
        throw new BadRequest('The body is not a JSON object. Send a JSON object.');
    }
    return body as Body;
}

/**
 * `{medium?, direction?, user?, number | email, name?, queue?, ivrSeconds?, queueSeconds?, attributes?}`; a call to the
 * signed-in user by default. Only media with a phone take a number, and only an email takes an address.
 */
export function readCall(body: Body, signedIn: string): CallRequest {
    const { direction = 'inbound' } = body;
    const userName = optionalText(body, 'user') ?? signedIn;
    const name = optionalText(body, 'name');
    const medium = readMedium(body.medium);
    if (direction === 'outbound') {
        if (medium !== 'call') {
            throw new BadRequest('direction "outbound" is for medium "call": leave one of them out.');
        }
        const number = readNumber(body.number);
        const queueName = readQueue(body.queue, null);
        return { direction, call: { userName, number, ...known({ name, queueName }) } };
    }
    if (direction !== 'inbound') {
        throw new BadRequest('direction must be "inbound" or "outbound".');
    }
    const call = {
        medium,
        userName,
        ...known({
            number: numberFor(medium, body.number),
            email: emailFor(medium, body.email),
            name,
            queueName: readQueue(body.queue, QUEUES[0]?.name ?? null),
            ivrSeconds: optionalSeconds(body, 'ivrSeconds'),
            queueSeconds: optionalSeconds(body, 'queueSeconds'),
            participantData: readAttributes(body.attributes)
        })
    };
    return { direction, call };
}

export function readConsultStep(body: Body): ConsultStep {
    const { action } = body;
    if (action !== 'answer' && action !== 'decline' && action !== 'callOff') {
        throw new BadRequest('action must be "answer", "decline" or "callOff".');
    }
    return action;
}

/** `{conversationId, speaker, text}` */
export function readSaying(body: Body): { id: string; speaker: 'customer' | 'agent'; text: string } {
    const { speaker } = body;
    if (speaker !== 'customer' && speaker !== 'agent') {
        throw new BadRequest('speaker must be "customer" or "agent".');
    }
    return { id: requiredText(body, 'conversationId'), speaker, text: requiredText(body, 'text') };
}

/** The id of a station, or null for an agent without one. */
export function readStation(body: Body): string | null {
    return body.id === null ? null : requiredText(body, 'id');
}

export function readTaskLogging(body: Body, present: TaskLogging): TaskLogging {
    const { when = present.when } = body;
    const known = LOGGING_MOMENTS.find((one) => one === when);
    if (known === undefined) {
        throw new BadRequest(`when must be one of ${LOGGING_MOMENTS.join(', ')}.`);
    }
    return { when: known, lateSeconds: optionalSeconds(body, 'lateSeconds') ?? present.lateSeconds };
}

export function requiredText(body: Body, field: string): string {
    const value = optionalText(body, field);
    if (value === undefined) {
        throw new BadRequest(`${field} is missing: give a text.`);
    }
    return value;
}

function optionalText(body: Body, field: string): string | undefined {
    const value = body[field];
    if (value === undefined || value === null || value === '') {
        return undefined;
    }
    if (typeof value !== 'string') {
        throw new BadRequest(`${field} is a ${typeof value}: give a text.`);
    }
    return value;
}

function optionalSeconds(body: Body, field: string): number | undefined {
    const value = body[field];
    if (value === undefined || value === null) {
        return undefined;
    }
    if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) {
        throw new BadRequest(`${field} must be a number of seconds from 0 up.`);
    }
    return value;
}

function readMedium(value: unknown): Medium {
    const medium = value === undefined ? 'call' : MEDIA.find((one) => one === value);
    if (!medium) {
        throw new BadRequest(`medium must be one of ${MEDIA.join(', ')}.`);
    }
    return medium;
}

function numberFor(medium: Medium, value: unknown): string | undefined {
    if (hasNumber(medium)) {
        return readNumber(value);
    }
    if (value !== undefined) {
        throw new BadRequest(`number is given, but medium "${medium}" has none: leave it out.`);
    }
    return undefined;
}

function emailFor(medium: Medium, value: unknown): string | undefined {
    if (medium === 'email' && typeof value === 'string' && /^[^\s@]+@[^\s@]+$/.test(value)) {
        return value;
    }
    if (medium === 'email') {
        throw new BadRequest('email must be a mail address, for example edna@example.com.');
    }
    if (value !== undefined) {
        throw new BadRequest(`email is given, but medium "${medium}" has none: leave it out.`);
    }
    return undefined;
}

/** Without spaces, brackets and dashes. */
export function readNumber(value: unknown): string {
    const number = typeof value === 'string' ? value.replace(/[\s()-]/g, '') : '';
    if (!/^(\+?\d{3,15}|anonymous|unavailable)$/.test(number)) {
        throw new BadRequest('number must be a phone number of 3 to 15 digits, for example +61491570006.');
    }
    return number;
}

function readQueue(value: unknown, otherwise: string | null): string | undefined {
    const wanted = value === undefined ? otherwise : value;
    if (wanted === null || wanted === '') {
        return undefined;
    }
    const queue = typeof wanted === 'string' ? queueFor(wanted) : undefined;
    if (!queue) {
        throw new BadRequest(`queue must be one of ${QUEUES.map(({ name }) => name).join(', ')}, or null for none.`);
    }
    return queue.name;
}

function readAttributes(value: unknown): Record<string, ParticipantValue> | undefined {
    if (value === undefined || value === null) {
        return undefined;
    }
    const flat =
        typeof value === 'object' &&
        !Array.isArray(value) &&
        Object.values(value).every((one) => one === null || ['string', 'number', 'boolean'].includes(typeof one));
    if (!flat) {
        throw new BadRequest('attributes must be an object of texts, numbers, true, false or null.');
    }
    return value as Record<string, ParticipantValue>;
}

type Known<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Leaves out what is undefined. */
function known<T extends Record<string, unknown>>(values: T): Known<T> {
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Known<T>;
}
