import type { OrgReader } from 'c/orgReader';
import type { Clock, Locks, Storage, TaskWriter } from 'c/taskSync';
import type { Reading } from './taskSubmission.ts';
import type { Transport } from './transport.ts';

export interface AgentDeskOptions {
    readonly transport: Transport;
    readonly reader: OrgReader;
    /**
     * Hands attributes to the vendor's phone, for the mode in which the phone writes the Task. Left out where no phone
     * writes Tasks: then that mode is as `own`.
     */
    readonly phoneWriter?: TaskWriter;
    /** Salesforce keeps a record of each of its calls (VoiceCall): the settings may want values saved there. */
    readonly callRecords?: boolean;
    readonly userId: string;
    /** Names the org, e.g. its host name. */
    readonly org: string;
    readonly reading: Reading;
    readonly storage: Storage;
    readonly clock: Clock;
    readonly locks: Locks;
}
