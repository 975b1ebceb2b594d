/** What the platform answers when a record cannot be saved: a status code and a sentence. Never holds a user's value. */
export class OrgError extends Error {
    readonly code: string;
    readonly fields: readonly string[];

    constructor(code: string, message: string, fields: readonly string[] = []) {
        super(message);
        this.name = 'OrgError';
        this.code = code;
        this.fields = fields;
    }
}

/** The project's metadata is wrong in a way that a deployment would refuse. */
export class MetadataMistake extends Error {
    readonly file: string;

    constructor(file: string, problem: string) {
        super(`${file}: ${problem}`);
        this.name = 'MetadataMistake';
        this.file = file;
    }
}

/**
 * The connection broke: what `fetch` rejects with when no answer arrives. A server in front of the org closes the
 * socket without an answer when it sees this one.
 */
export class ConnectionLost extends TypeError {
    /**
     * The request was done, and its answer is what got lost. A server must then break off an answer that it began:
     * a browser sends a request again by itself when a connection that it used before closes without a byte.
     */
    readonly afterSaving: boolean;

    constructor(afterSaving = false) {
        super('Failed to fetch');
        this.name = 'ConnectionLost';
        this.afterSaving = afterSaving;
    }
}
