import type { FieldDescriptions, MappingDetail, MappingRule, RowProblem, TargetObject } from 'c/attributeMapping';
import type { TaskSyncSettings } from 'c/taskSync';

/** How much a finding matters: nothing is saved, something may not be, good to know, all is well. */
export type Level = 'error' | 'warning' | 'note' | 'good';

export type FindingCode =
    | 'works'
    | 'switchedOff'
    | 'unknownAttribute'
    | 'didYouMean'
    | 'notOnChannel'
    | 'notForCallbacks'
    | 'onlyParticipantData'
    | 'otherTypes'
    | 'unknownField'
    | 'reservedField'
    | 'fieldNotWriteable'
    | 'closedField'
    | 'typeDoesNotFit'
    | 'onlySome'
    | 'textCut'
    | 'standsIn'
    | 'takesPlace'
    | 'notDescribed'
    | 'onlyTask'
    | 'onlyVoiceCall'
    | 'notUsable';

/** One thing to say about a rule. `words` fill the places of the sentence. */
export interface Finding {
    readonly code: FindingCode;
    readonly level: Level;
    readonly words: readonly (string | MappingDetail)[];
}

/** The mapping as this user reads it. */
export interface MappingPicture {
    /** Those that take part where `target` is filled. */
    readonly rules: readonly MappingRule[];
    /** Those that are for another object alone; none unless given. */
    readonly others?: readonly MappingRule[];
    /** Records that cannot be used. */
    readonly unusable: readonly RowProblem[];
    /** The object that is filled; Task unless given. */
    readonly target?: TargetObject;
    /** Of the target; undefined where the org does not describe it. */
    readonly fields: FieldDescriptions;
    /** Absent where this user may not read them. */
    readonly settings?: Pick<TaskSyncSettings, 'mode' | 'logMissed'>;
}
