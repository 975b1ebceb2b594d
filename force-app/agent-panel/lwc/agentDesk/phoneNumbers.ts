import type { Interaction } from 'c/interactions';

/** Digits that tell a subscriber apart whatever the prefix: national and international spelling share them. */
const TELLING_DIGITS = 8;

/** Undefined for names, addresses and short numbers: these never match (T13). */
export function tellingDigits(text: string | undefined): string | undefined {
    if (text === undefined || !/^[+\d\s().-]+$/.test(text)) {
        return undefined;
    }
    const digits = text.replace(/\D/g, '').slice(-TELLING_DIGITS);
    return digits.length === TELLING_DIGITS ? digits : undefined;
}

/** The other side's numbers and addresses as far as they are known, most telling first. */
export function otherSide({ ani, calledNumber, direction, displayAddress, phone }: Interaction): readonly string[] {
    // The other number is our own: on inbound calls the one that was called, on outbound the one that calls.
    return [direction === 'outbound' ? calledNumber : ani, phone, displayAddress].filter((one) => one !== undefined);
}

/** What can be dialled to reach the other side again; an extension counts. */
export function numberToCall(interaction: Interaction): string | undefined {
    return otherSide(interaction).find((text) => /^\+?[\d\s().-]+$/.test(text) && text.replace(/\D/g, '').length >= 3);
}
