/** One row, as both databases give it: bytea is a Uint8Array, bigint a string or a number, jsonb what it says. */
export type Row = Readonly<Record<string, unknown>>;

export interface Statements {
    /** Rows of one statement; `$1` is the first value. Throws DatabaseFault. */
    query<R extends Row = Row>(text: string, values?: readonly unknown[]): Promise<R[]>;
}

/** Where the bridge keeps what it must not lose: PGlite in this process, or PostgreSQL. */
export interface Database extends Statements {
    /** Everything or nothing; what the work throws takes all of it back. */
    transaction<T>(work: (statements: Statements) => Promise<T>): Promise<T>;
    /** Told in every process, some time after the transaction that notified has been committed. */
    listen(channel: string, told: () => void): Promise<() => Promise<void>>;
    /** Several processes may have it open at once. */
    readonly isShared: boolean;
    /**
     * Since when this process has had it open without a break, by performance.now(). Before that somebody may have put an
     * earlier state in its place: a backup, or a replica that had not everything.
     */
    unbrokenSince(): number;
    close(): Promise<void>;
}

/**
 * The database refused or could not be reached. The message has our words and the database's code, no value of a
 * row; the cause may have one, and is never logged.
 */
export class DatabaseFault extends Error {
    readonly code: string;
    /** It stays so until somebody does something, which the message says. */
    readonly isToMend: boolean;
    constructor(cause: unknown) {
        const code = codeOf(cause);
        const hint = TO_MEND[code] ?? MAY_PASS[code];
        super(`The bridge's database cannot be used (${code})${hint === undefined ? '' : `: ${hint}`}.`, { cause });
        this.name = 'DatabaseFault';
        this.code = code;
        this.isToMend = TO_MEND[code] !== undefined;
    }
}

/** What it means and what to do, by PostgreSQL's code. */
const TO_MEND: Readonly<Record<string, string>> = {
    25006: 'it takes no changes, as a standby does. Name the one that does, or make this one the primary',
    28000: 'it does not let this user in. Look at the user in its address, and at pg_hba.conf of the server',
    '28P01': 'the user or the password in its address is wrong',
    '3D000': 'the server has no database of this name. Make it (createdb), or give another address',
    42501: 'its user may not do this. Let the bridge own the database: it makes its tables itself',
    53100: 'its disk is full. Make room there; the bridge goes on by itself, and Salesforce keeps its events for 72 hours'
};

/** What may be otherwise in a moment, by the operating system's code. */
const MAY_PASS: Readonly<Record<string, string>> = {
    ECONNREFUSED: 'nobody listens at the host and port of its address',
    ENOTFOUND: 'the host of its address is not known. An address is postgres://user:password@host:5432/database',
    EAI_AGAIN: 'the host of its address cannot be looked up',
    ETIMEDOUT: 'the host of its address does not answer'
};

/** PostgreSQL's five characters, or those of the operating system. */
function codeOf(error: unknown): string {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    return typeof code === 'string' && /^\w{1,40}$/.test(code) ? code : 'no code';
}

/** What asks a database: PGlite, a pool or one of its connections. */
interface Asked {
    query<R extends Row>(text: string, values?: unknown[]): Promise<{ rows: R[] }>;
}

/** The statements of whatever asks, with faults in our words. */
export function statementsOf(asked: Asked): Statements {
    return {
        async query<R extends Row>(text: string, values: readonly unknown[] = []): Promise<R[]> {
            try {
                return (await asked.query<R>(text, [...values])).rows;
            } catch (error) {
                throw new DatabaseFault(error);
            }
        }
    };
}
