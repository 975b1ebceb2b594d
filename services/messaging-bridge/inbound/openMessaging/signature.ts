import { createHmac, timingSafeEqual } from 'node:crypto';

/** The header by which Genesys Cloud signs a notification. */
export const SIGNATURE = 'x-hub-signature-256';

/** `sha256=` and the HMAC of the bytes as they came, in base64. */
export const signatureOf = (secret: string, bytes: Uint8Array): string =>
    `sha256=${createHmac('sha256', secret).update(bytes).digest('base64')}`;

/** Takes the same time whatever was given. */
export function isSigned(secret: string, bytes: Uint8Array, given: string): boolean {
    const [right, told] = [Buffer.from(signatureOf(secret, bytes)), Buffer.from(given)];
    return right.length === told.length && timingSafeEqual(right, told);
}
