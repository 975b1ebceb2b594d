export type {
    FieldDescription,
    FieldDescriptions,
    FieldValue,
    Mapped,
    MappingDetail,
    MappingProblem,
    MappingProblemCode,
    MappingRule,
    ReadRules,
    RowProblem,
    TargetObject,
    TaskPatch
} from './types.ts';
export type { DefaultFacts, InteractionWords } from './defaultFields.ts';
export type { MappingOptions } from './mapAttributes.ts';
export { asOrgSpells } from './access.ts';
export { asCallRecords, OPEN_CALL_FIELDS } from './callRecordFields.ts';
export { checkRules } from './checkRules.ts';
export { DEFAULT_FIELDS, DEFAULT_WORDS, defaultFields } from './defaultFields.ts';
export type { ExplainedField, ExplainedRule } from './explainFields.ts';
export { explainFields, INTERACTION_TYPES } from './explainFields.ts';
export { readField, writeField } from './fieldNames.ts';
export type { NamedField } from './fieldNames.ts';
export { objectOfId } from './keyPrefixes.ts';
export { mapAttributes } from './mapAttributes.ts';
export { readRules, SENTINEL } from './rows.ts';
export { builtInRules, DEFAULT_RULES, effectiveRules, isFor, RULED_FIELDS } from './rules.ts';
