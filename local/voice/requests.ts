import { BadRequest, readNumber, requiredText } from '../genesys/requestBody.ts';
import type { Body } from '../genesys/requestBody.ts';
import { SPEAKERS } from './messages.ts';
import type { Speaker, Writer } from './messages.ts';
import type { Move } from './moves.ts';
import { isMethod, METHOD_NAMES } from './toolkitMethods.ts';
import { CALL_TYPES } from './voiceCall.ts';
import { LINES, ODD_SHAPES, RECORDS, TELEPHONIES } from './voiceSettings.ts';
import type { VoiceSettings } from './voiceSettings.ts';

/** More would only fill the page's memory. */
const MOST_REPORTS = 5000;
const WRITERS = ['agent', 'supervisor'] as const;

const MOVES: Readonly<Record<Exclude<Move['move'], 'method'>, (body: Body) => Move>> = {
    ring: (body) => ({ move: 'ring', number: readNumber(body.number), callType: inboundType(body), ...callOf(body) }),
    dial: (body) => ({ move: 'dial', number: readNumber(body.number) }),
    answer: () => ({ move: 'answer' }),
    hangUp: () => ({ move: 'hangUp' }),
    addedAnswers: () => ({ move: 'addedAnswers' }),
    addedLeaves: () => ({ move: 'addedLeaves' }),
    finishWrapUp: (body) => ({ move: 'finishWrapUp', callId: requiredText(body, 'callId') }),
    say: (body) => ({
        move: 'say',
        by: oneOf<Speaker>(body, 'by', SPEAKERS, 'customer'),
        text: requiredText(body, 'text'),
        ...callOf(body)
    }),
    note: (body) => ({ move: 'note', by: writer(body), text: requiredText(body, 'text'), ...callOf(body) }),
    raiseFlag: (body) => ({ move: 'raiseFlag', by: writer(body), text: requiredText(body, 'text'), ...callOf(body) }),
    lowerFlag: (body) => ({ move: 'lowerFlag', by: writer(body), ...callOf(body) }),
    report: ({ count = 1 }) => {
        if (!Number.isInteger(count) || Number(count) < 1 || Number(count) > MOST_REPORTS) {
            throw new BadRequest(`count must be a whole number from 1 to ${MOST_REPORTS}.`);
        }
        return { move: 'report', count: Number(count) };
    }
};

/** `{ move, … }`: what a person does at one end of the line or the other. Throws BadRequest. */
export function readMove(body: Body): Move {
    const { move } = body;
    if (typeof move !== 'string' || !Object.hasOwn(MOVES, move)) {
        throw new BadRequest(`move must be one of ${Object.keys(MOVES).join(', ')}.`);
    }
    return MOVES[move as keyof typeof MOVES](body);
}

/** `{ method, args }`: what a component asked of the toolkit. Throws BadRequest. */
export function readMethod({ args = [], method }: Body): Extract<Move, { move: 'method' }> {
    if (!isMethod(method)) {
        throw new BadRequest(`method must be one of ${METHOD_NAMES.join(', ')}.`);
    }
    if (!Array.isArray(args)) {
        throw new BadRequest('args must be a list.');
    }
    return { move: 'method', method, args };
}

/** What the body names is changed. Throws BadRequest. */
export function readSettings(body: Body, present: VoiceSettings): VoiceSettings {
    return {
        telephony: oneOf(body, 'telephony', TELEPHONIES, present.telephony),
        line: oneOf(body, 'line', LINES, present.line),
        records: oneOf(body, 'records', RECORDS, present.records),
        wrapUp: yesOrNo(body, 'wrapUp', present.wrapUp),
        doubles: yesOrNo(body, 'doubles', present.doubles),
        toldAgain: yesOrNo(body, 'toldAgain', present.toldAgain),
        odd: body.odd === undefined ? present.odd : oddShapes(body.odd)
    };
}

function oddShapes(value: unknown): VoiceSettings['odd'] {
    if (!Array.isArray(value) || value.some((one) => !(ODD_SHAPES as readonly unknown[]).includes(one))) {
        throw new BadRequest(`odd must be a list of ${ODD_SHAPES.join(', ')}.`);
    }
    return ODD_SHAPES.filter((shape) => value.includes(shape));
}

function inboundType(body: Body): (typeof INBOUND_TYPES)[number] {
    return oneOf(body, 'callType', INBOUND_TYPES, 'inbound');
}
const INBOUND_TYPES = CALL_TYPES.filter((type) => type !== 'outbound');

function writer(body: Body): Writer {
    return oneOf<Writer>(body, 'by', WRITERS, 'agent');
}

function callOf({ callId }: Body): { callId?: string } {
    return typeof callId === 'string' && callId !== '' ? { callId } : {};
}

function oneOf<Allowed extends string>(
    body: Body,
    field: string,
    allowed: readonly Allowed[],
    otherwise: Allowed
): Allowed {
    const value = body[field] ?? otherwise;
    const known = allowed.find((one) => one === value);
    if (known === undefined) throw new BadRequest(`${field} must be one of ${allowed.join(', ')}.`);
    return known;
}

function yesOrNo(body: Body, field: string, otherwise: boolean): boolean {
    const value = body[field] ?? otherwise;
    if (typeof value !== 'boolean') throw new BadRequest(`${field} must be true or false.`);
    return value;
}
