import { generateKeyPairSync, sign } from 'node:crypto';

/** As https.createServer takes it; `cert` trusts itself where it is among those that are trusted. */
export interface TestCertificate {
    readonly key: string;
    readonly cert: string;
}

/** Made anew for each test, for one name, and good for a day: nothing secret lies in the repository. */
export function certificateFor(host: string): TestCertificate {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const name = sequence(der(0x31, sequence(oid(0x55, 0x04, 0x03), der(0x0c, Buffer.from(host)))));
    const ecdsaWithSha256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
    const extensions = sequence(
        extension([0x55, 0x1d, 0x13], sequence(der(0x01, Buffer.from([0xff])))),
        extension([0x55, 0x1d, 0x11], sequence(der(0x82, Buffer.from(host))))
    );
    const day = 24 * 60 * 60 * 1_000;
    const body = sequence(
        der(0xa0, der(0x02, Buffer.from([2]))),
        der(0x02, Buffer.from([1])),
        ecdsaWithSha256,
        name,
        sequence(time(Date.now() - day), time(Date.now() + day)),
        name,
        publicKey.export({ type: 'spki', format: 'der' }),
        der(0xa3, extensions)
    );
    const signature = sign('sha256', body, privateKey);
    const whole = sequence(body, ecdsaWithSha256, der(0x03, Buffer.from([0]), signature));
    const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
    return {
        key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
        cert: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
    };
}

/** One value of ASN.1: its tag, its length, its bytes. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
    const content = Buffer.concat(parts);
    const { length } = content;
    const long = length < 0x1_00 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
    return Buffer.concat([Buffer.from([tag, ...(length < 0x80 ? [length] : long)]), content]);
}

const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts);
const oid = (...bytes: readonly number[]): Buffer => der(0x06, Buffer.from(bytes));
const extension = (id: readonly number[], value: Buffer): Buffer => sequence(oid(...id), der(0x04, value));

/** `261122052354Z` */
const time = (ms: number): Buffer =>
    der(0x17, Buffer.from(`${new Date(ms).toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`));
