export type RecordValue = string | number | boolean | null;

export type RecordValues = Record<string, RecordValue>;

export interface OrgUser {
    /** The name to sign in with, e.g. `agent`. */
    readonly name: string;
    readonly id: string;
    readonly label: string;
    readonly profile: 'Standard User' | 'System Administrator';
    readonly permissionSets: readonly string[];
    /** Salesforce's own, by label: they come with a licence and stand in no metadata of a project. */
    readonly platformPermissionSets?: readonly string[];
    readonly timeZone: string;
    readonly locale: string;
}

/** One change of one record that was committed. */
export interface Commit {
    /** Rises by one with each commit, over restarts too. */
    readonly sequence: number;
    /** ISO 8601. */
    readonly at: string;
    /** The name of the user who saved. */
    readonly user: string;
    readonly object: string;
    readonly id: string;
    readonly change: 'insert' | 'update' | 'delete' | 'restore';
    /** The fields that were given, with the values that were stored. */
    readonly values: RecordValues;
    /** Which of them have another value than before; empty for an update that changed nothing. */
    readonly changed: readonly string[];
    /** How it came: `graphql`, `uiApi`, `page` (a person on a record page), `phone` (its own package), `telephony` (Salesforce's) or `setup`. */
    readonly via: CommitSource;
}

export type CommitSource = 'graphql' | 'uiApi' | 'page' | 'phone' | 'telephony' | 'setup';
