/** One record of the mapping type as files carry it, each column as Setup shows it. */
export interface MappingRecord {
    readonly developerName: string;
    readonly label: string;
    readonly attribute: string;
    readonly field: string;
    readonly active: boolean;
    /** Empty for all, otherwise words with semicolons. */
    readonly interactionTypes: string;
    /** Absent where the record gives none. */
    readonly order?: number;
    readonly overwrite: string;
}

export type FileProblemCode =
    | 'noRecords'
    | 'notReadable'
    | 'notUtf8'
    | 'tooLarge'
    | 'packedTight'
    | 'noColumn'
    | 'badName'
    | 'badLabel'
    | 'noAttribute'
    | 'noField'
    | 'notTrueOrFalse'
    | 'notANumber'
    | 'unknownObject'
    | 'unknownType'
    | 'badOverwrite'
    | 'doubleName'
    | 'cutOff'
    | 'openQuote'
    | 'tooLong';

/** What is wrong with a file or with one record of it. */
export interface FileProblem {
    readonly code: FileProblemCode;
    /** A line of a CSV file or the name of a file in the zip; absent when it is about the whole file. */
    readonly at?: string;
    /** What stood there; the mapping holds names of fields and attributes, nothing of a customer. */
    readonly given?: string;
    /** The record that the file has and that was not read, where its name could be. */
    readonly name?: string;
}

export interface ReadRecords {
    readonly records: readonly MappingRecord[];
    readonly problems: readonly FileProblem[];
}
