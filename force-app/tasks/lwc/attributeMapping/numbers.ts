import type { AttributeValue } from 'c/interactionAttributes';
import type { FieldDescription } from './types.ts';
import type { Fitted } from './fitted.ts';
import { integerDigits } from './limits.ts';

/** A number, or text that is one, rounded to the field's decimals. */
export function fitNumber(value: Exclude<AttributeValue, null>, field: FieldDescription): Fitted {
    const digits = integerDigits(field);
    const number = readNumber(value);
    const rounded = number === undefined ? undefined : round(number, field.scale);
    // Beyond this a JavaScript number no longer holds every digit, and the platform would store another one.
    const limit = Math.min(10 ** digits, Number.MAX_SAFE_INTEGER);
    return rounded !== undefined && Math.abs(rounded) < limit
        ? { value: rounded }
        : { code: 'valueDoesNotFit', allowed: { kind: 'digits', count: digits } };
}

function readNumber(value: string | number | boolean): number | undefined {
    if (typeof value === 'number') {
        return value;
    }
    return typeof value === 'string' && /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(value.trim()) ? Number(value) : undefined;
}

/** Half away from zero, as the platform rounds, on the decimal digits: 1.005 is nearer to 1.01 than its bits are. */
function round(number: number, scale: number | undefined): number {
    const digits = String(Math.abs(number));
    if (scale === undefined || digits.includes('e')) {
        return exponential(number, scale);
    }
    const rounded = Number(`${Math.round(Number(`${digits}e${scale}`))}e-${scale}`);
    return number < 0 && rounded !== 0 ? -rounded : rounded;
}

/** So small or so large that its text has an exponent. */
function exponential(number: number, scale: number | undefined): number {
    // Adding zero turns -0 into 0.
    return (scale === undefined || Math.abs(number) >= 1e21 ? number : Number(number.toFixed(Math.min(scale, 20)))) + 0;
}
