/** What an admin should know of the mapping: checks, effective rules, preview, reasons, suggestions. Pure. */
export { adviseRules } from './adviseRules.ts';
export type { RuleAdvice } from './adviseRules.ts';
export { descriptionOf } from './attributeFacts.ts';
export { freeName, newRuleFindings } from './composeRule.ts';
export { fieldSources } from './fieldSources.ts';
export type { FieldSource, SourcePart } from './fieldSources.ts';
export { preview } from './preview.ts';
export type { PreviewRow, ReadingPlace } from './preview.ts';
export { fieldNamed, worst } from './ruleFindings.ts';
export { suggestions } from './suggestions.ts';
export type { AttributeSuggestion, FieldSuggestion, Suggestions } from './suggestions.ts';
export { whyEmpty } from './whyEmpty.ts';
export type { EmptyReason, Permission, WhyEmpty } from './whyEmpty.ts';
export { withoutTask } from './withoutTask.ts';
export type { WithoutTask } from './withoutTask.ts';
export type { Finding, FindingCode, Level, MappingPicture } from './types.ts';
