export type RecordValue = string | number | boolean | null;

export type RecordValues = Record<string, RecordValue>;

export interface OrgUser {
    /** The name to sign in with, e.g. `agent`. */
    readonly name: string;
    readonly id: string;
    readonly label: string;
    readonly profile: 'Standard User' | 'System Administrator';
    readonly permissionSets: readonly string[];
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
    readonly change: 'insert' | 'update' | 'delete';
    /** The fields that were given, with the values that were stored. */
    readonly values: RecordValues;
    /** How it came: `graphql`, `uiApi`, `phone` (a system on the org's side) or `setup`. */
    readonly via: CommitSource;
}

export type CommitSource = 'graphql' | 'uiApi' | 'phone' | 'setup';
