import type { Found } from './found.ts';

/** What looks like a secret and is none. */
export interface Known {
    readonly file: string;
    /** Where it stood before, in git's history. */
    readonly formerly?: string;
    readonly rule: string;
    readonly why: string;
}

export const KNOWN: readonly Known[] = [
    {
        file: 'services/digital-mcp/state/postgresStore.test.ts',
        formerly: 'services/digital-mcp/postgresStore.test.ts',
        rule: 'database-connection-string',
        why: 'invented; the test shows that the word does not stand in the error'
    },
    {
        file: 'services/genesys-api/regions.test.ts',
        rule: 'basicauth',
        why: 'invented; the test shows that such an address is refused'
    },
    {
        file: 'services/messaging-bridge/operate/configuration.test.ts',
        rule: 'database-connection-string',
        why: 'invented; the test shows that a database address in the configuration is refused'
    },
    {
        file: 'services/messaging-bridge/store/database.test.ts',
        rule: 'database-connection-string',
        why: 'invented; the test shows that the password does not stand in the error'
    }
];

const isOf = (known: Known, found: Found): boolean =>
    (known.file === found.file || known.formerly === found.file) && known.rule === found.rule;

/** What nobody has explained, in a sentence each, with what to do; and explanations that nothing needs any more. */
export function unexplained(found: readonly Found[], known: readonly Known[] = KNOWN): string[] {
    const secrets = found
        .filter((one) => !known.some((entry) => isOf(entry, one)))
        .map(
            ({ file, line, rule }) =>
                `${file}:${line} looks like a secret (${rule}). Make it invalid where it is used, take it out of the file ` +
                `and out of git's history. If it was invented, name it in scripts/secrets/known.ts with the reason.`
        );
    const idle = known
        .filter((entry) => !found.some((one) => isOf(entry, one)))
        .map(({ file, rule }) => `scripts/secrets/known.ts names ${file} (${rule}), where nothing is found any more.`);
    return [...secrets, ...idle];
}
