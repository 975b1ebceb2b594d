/** The words of the mapping that several parts share, the agent's panel too, and the way to records in Setup. */
export { detailText } from './detailWords.ts';
export { LEVELS, fieldText, findingText, originText, overwriteText, ruleText, typesText, typeText } from './words.ts';
export { setupLinks } from './setupLinks.ts';
export type { KnownRecord, SetupLinks } from './setupLinks.ts';
export { createFile, releaseFiles } from './createFile.ts';
export type { CreatedFile } from './createFile.ts';
export { vendorText } from './vendorWords.ts';
