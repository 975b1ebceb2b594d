import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Where a secret is. A configuration never holds one itself. */
export type SecretReference = { readonly env: string } | { readonly file: string };

/** A secret is not where the configuration says. Names the place. */
export class SecretMissing extends Error {
    override readonly name = 'SecretMissing';
}

/** Throws SecretMissing, which names the reference, never what it leads to. A file is read anew each time: a secret may be exchanged. */
export function readSecret(reference: SecretReference, env: NodeJS.ProcessEnv, folder: string): string {
    const text = 'env' in reference ? env[reference.env] : fileText(path.resolve(folder, reference.file));
    const secret = text?.trim() ?? '';
    if (secret === '') {
        const where = 'env' in reference ? `The environment variable ${reference.env}` : `The file ${reference.file}`;
        throw new SecretMissing(
            `${where} is missing or empty. Put the secret there; it is not written in the configuration.`
        );
    }
    return secret;
}

function fileText(file: string): string | undefined {
    try {
        return readFileSync(file, 'utf8');
    } catch {
        return undefined;
    }
}
