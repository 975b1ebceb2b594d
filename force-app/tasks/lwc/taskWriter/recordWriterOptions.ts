import type { FieldDescriptions } from 'c/attributeMapping';
import type { OrgReader } from 'c/orgReader';

/** What a writer of records of one object reads of the org. */
export interface RecordWriterOptions {
    readonly reader: OrgReader;
    /** Task (or VoiceCall, see there) as the org describes it to this user; undefined when it would not. */
    readonly fields: () => FieldDescriptions;
    /** Fields that may be written later: what somebody fills before that is left alone. */
    readonly watched?: () => readonly string[];
}
