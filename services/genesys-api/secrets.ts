import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Where a secret is. A configuration never holds one itself. */
export type SecretReference = { readonly env: string } | { readonly file: string };

/** A secret is not where the configuration says, or something else is there. Names the place. */
export class SecretMissing extends Error {
    override readonly name = 'SecretMissing';
}

/** Throws SecretMissing, which names the reference, never what it leads to. A file is read anew each time: a secret may be exchanged. */
export function readSecret(reference: SecretReference, env: NodeJS.ProcessEnv, folder: string): string {
    const text = 'env' in reference ? env[reference.env] : fileText(path.resolve(folder, reference.file));
    const secret = text?.trim() ?? '';
    if (secret === '') {
        throw new SecretMissing(
            `${placeOf(reference)} is missing or empty. Put the secret there; it is not written in the configuration.`
        );
    }
    return secret;
}

/** As `readSecret`, of what goes into the header of a request. */
export function readToken(reference: SecretReference, env: NodeJS.ProcessEnv, folder: string): string {
    const token = readSecret(reference, env, folder);
    if (!/^[\x21-\x7e]+$/.test(token)) {
        throw new SecretMissing(
            `${placeOf(reference)} holds no token: that is one word of letters, digits and signs, without "Bearer" before it.`
        );
    }
    return token;
}

function placeOf(reference: SecretReference): string {
    return 'env' in reference ? `The environment variable ${reference.env}` : `The file ${reference.file}`;
}

function fileText(file: string): string | undefined {
    try {
        return readFileSync(file, 'utf8');
    } catch {
        return undefined;
    }
}
