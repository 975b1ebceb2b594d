/** Mapping records in files: one zip to deploy, CSV, and the comparison of two exports. Pure. */
export { browserInflate } from './browserInflate.ts';
export { changesForHere, changesForThere, compareRecords } from './compareRecords.ts';
export type { Comparison, DifferentRecord } from './compareRecords.ts';
export { recordsCsv } from './csvRecords.ts';
export { deploymentZip } from './deployment.ts';
export { readExport } from './readExport.ts';
export { COLUMNS, columnText, recordOf, rowProblemOf, ruleOf, typeWord } from './records.ts';
export type { Column } from './records.ts';
export type { FileProblem, FileProblemCode, MappingRecord, ReadRecords } from './types.ts';
