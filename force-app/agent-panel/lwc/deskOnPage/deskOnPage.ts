/** What a utility item needs to put a desk on a page, whatever the vendor. */
export { createAroundDesk } from './aroundDesk.ts';
export type { AroundDesk } from './aroundDesk.ts';
export { createHandOver } from './handOver.ts';
export type { HandOver } from './handOver.ts';
export { openDesk, userOnPage } from './openDesk.ts';
export type { OpenDesk } from './openDesk.ts';
export { transcriptsOf } from './transcripts.ts';
