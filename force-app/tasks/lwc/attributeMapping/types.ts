import type { InteractionType } from 'c/interactions';

/** API name of the object on whose records values are saved. */
export type TargetObject = 'Task' | 'VoiceCall';

/** One row of the admin's mapping, or a default in code. */
export interface MappingRule {
    /** The record's developer name, or `default:` + field. */
    readonly id: string;
    readonly attribute: string;
    /** API name of a field of the target object. */
    readonly field: string;
    /** The only object that the rule is for; absent where it is for each that is filled. */
    readonly target?: TargetObject;
    readonly active: boolean;
    readonly interactionTypes: 'all' | readonly InteractionType[];
    /** Lower wins when two rules name the same field. */
    readonly order: number;
    readonly overwrite: 'always' | 'onlyWhenEmpty';
    readonly source: 'record' | 'default';
    /** The metadata record's id where the org told it: for a link to it in Setup. */
    readonly recordId?: string;
}

/** A field as the org describes it to this user. A property that the org did not tell is absent. */
export interface FieldDescription {
    readonly name: string;
    readonly label: string;
    /** As UI API spells it: String, TextArea, Int, Double, Currency, Percent, Boolean, Date, DateTime, Picklist … */
    readonly dataType: string;
    readonly createable: boolean;
    readonly updateable: boolean;
    /** No page may change it, whatever this user's rights say: the platform has closed it. */
    readonly closed?: true;
    readonly length?: number;
    readonly precision?: number;
    readonly scale?: number;
    readonly picklistValues?: readonly string[];
    /** True when a record cannot be saved without it. */
    readonly required?: boolean;
    /** API names of the objects that a reference may point to. */
    readonly referenceTo?: readonly string[];
}

/** By API name. `undefined` when the org would not describe Task: then the mapping is trusted and errors teach. */
export type FieldDescriptions = Readonly<Record<string, FieldDescription>> | undefined;

export type FieldValue = string | number | boolean | null;

/** Values by Task field API name. */
export type TaskPatch = Readonly<Record<string, FieldValue>>;

export type MappingProblemCode =
    | 'unknownAttribute'
    | 'unknownField'
    | 'fieldNotWriteable'
    | 'valueDoesNotFit'
    | 'textCut'
    | 'notInPicklist'
    | 'ruleShadowed';

/**
 * A kind of value, or what is allowed in its place; `c/mappingWords` has the words. Counts, and names that the admin or
 * the platform gave: never a value of a customer.
 */
export type MappingDetail =
    | {
          readonly kind:
              | 'nothing'
              | 'emptyText'
              | 'number'
              | 'flag'
              | 'date'
              | 'time'
              | 'notEmpty'
              | 'recordId'
              | 'attributeName'
              | 'knownAttribute'
              | 'fieldName'
              | 'freeField'
              | 'seenField'
              | 'editableField';
      }
    | {
          /** Characters, digits for `digits`, values for `listed`. */
          readonly kind:
              'text' | 'characters' | 'choice' | 'phone' | 'url' | 'email' | 'transcript' | 'digits' | 'listed';
          readonly count: number;
      }
    | {
          /**
           * `spelling`: of an attribute. `oneRule`: the one that is used. `recordOf`: objects. `notMappable`: a data type.
           * `openField`: fields of an object that pages may change beside its custom ones. `objectName`: what stands before a
           * field and is no object that is filled, and `objectNames` those that are. The others: words that a record of the mapping takes for interaction types, and one that it does not.
           */
          readonly kind:
              | 'spelling'
              | 'oneRule'
              | 'recordOf'
              | 'notMappable'
              | 'openField'
              | 'objectName'
              | 'objectNames'
              | 'interactionType'
              | 'interactionTypes';
          readonly names: readonly string[];
      };

/** One thing that was not saved as mapped, in a form that labels turn into a sentence. Holds no value of a customer. */
export interface MappingProblem {
    readonly code: MappingProblemCode;
    readonly rule: string;
    readonly attribute: string;
    readonly field: string;
    /** What kind of value was given, where it is about one. */
    readonly given?: MappingDetail;
    readonly allowed: MappingDetail;
}

/** A row of the mapping type that cannot be used; `rule` is its developer name, `target` the only object that it is for. */
export type RowProblem = Required<MappingProblem> & Pick<MappingRule, 'target'>;

export interface Mapped {
    readonly patch: TaskPatch;
    readonly problems: readonly MappingProblem[];
    /** Attributes whose text no field takes whole: where they were cut, the rest is nowhere. */
    readonly cutOff: readonly string[];
    /** Fields of the patch whose rule says "only when empty": a value that the Task already has stays. */
    readonly onlyWhenEmpty: readonly string[];
    /** Fields of the patch that a built-in rule fills: on the phone's own Task its value stands. */
    readonly builtIn: readonly string[];
}

/** The rows of the mapping type as read for this user. */
export interface ReadRules {
    readonly rules: readonly MappingRule[];
    /** One for each row that cannot be used. */
    readonly problems: readonly RowProblem[];
    /** True when the shipped proof row was among them: then no other row means that there is no other rule. */
    readonly sentinel: boolean;
}
