import type { ConversationChannel } from './metadata/conversationChannels.ts';
import type { Commit, OrgUser } from './orgTypes.ts';

/** What the parts outside may ask of the org. */
export interface LocalOrg {
    /**
     * Answers the platform's API and the routes under /local. Rejects with ConnectionLost, as `fetch` does, when a
     * fault takes the connection away; a server in front closes the socket without an answer.
     */
    fetch(request: Request): Promise<Response>;
    /** System view: every committed row of an object, without sharing and field security. */
    records(object: string): Record<string, unknown>[];
    commits(after?: number): Commit[];
    /** Returns a function that stops listening. */
    onCommit(listener: (commit: Commit) => void): () => void;
    /**
     * Writes as a user through the same validation as the API; switched faults do not hit it. Throws OrgError.
     * `via` `page`: a person on a record page; `telephony`: Salesforce itself, with all rights; otherwise a system on the
     * org's side.
     */
    saveAs(
        userName: string,
        object: string,
        fields: Record<string, unknown>,
        id?: string,
        via?: 'phone' | 'telephony' | 'page'
    ): string;
    /** A person deletes a record, or takes it out of the recycle bin. Throws OrgError. */
    deleteAs(userName: string, object: string, id: string): void;
    restoreAs(userName: string, object: string, id: string): void;
    users(): OrgUser[];
    /** The messaging channels that the project's metadata brings. */
    conversationChannels(): ConversationChannel[];
    /** By the cookie `sid`; the first user without one. Throws OrgError when the cookie names nobody. */
    userOf(request: Request): OrgUser;
    /** Switches faults as `PUT /local/faults` does. */
    switchFaults(faults: Record<string, unknown>): void;
    /** Switches assumptions as `PUT /local/profile` does. */
    switchProfile(answers: Record<string, string>): void;
    /** The answers in force, by id. */
    answers(): Readonly<Record<string, string>>;
    reset(): void;
    close(): void;
}

export interface LocalOrgOptions {
    /** Holds force-app, config/local-org.json and config/org-profiles. */
    readonly projectDir: string;
    /** A path, or ':memory:'. */
    readonly databaseFile: string;
    /** A name in config/org-profiles; `documented` unless given. */
    readonly profile?: string;
    /** A file that the org health page exported; its answers stand over the documented ones. */
    readonly profileFile?: string;
    readonly now?: () => Date;
}
