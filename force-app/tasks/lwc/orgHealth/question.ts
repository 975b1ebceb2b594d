import type { OrgReader } from 'c/orgReader';
import type { Finding } from './findings.ts';
import type { Described } from './wireQuestion.ts';

export type GroupId = 'access' | 'fields' | 'browser' | 'phone' | 'observed' | 'testTask';

/** Whom a question may ask. What the browser and the page tell is asked directly. */
export interface Asked {
    readonly reader: OrgReader;
    /** Describes Task through the record API; rejects when that refuses. */
    readonly describeTask: () => Promise<Described>;
}

/** One line of the page. Each asking is a real call. */
export interface Question {
    readonly id: string;
    readonly group: GroupId;
    readonly title: string;
    readonly tried: string;
    /** Never rejects: no answer is a finding too. */
    ask(asked: Asked): Promise<Finding>;
}
