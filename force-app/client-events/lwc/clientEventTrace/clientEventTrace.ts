/** A timed list of channel messages: recorded, read, written, and made fit to be shared. Pure. */
export { pseudonymise } from './pseudonymise.ts';
export { readTrace, writeTrace } from './readTrace.ts';
export { createRecorder } from './recorder.ts';
export type { Recorder } from './recorder.ts';
export { redactForSupport } from './redactForSupport.ts';
export type { SupportMessage } from './redactForSupport.ts';
export type { TraceEntry, TraceProblem, TraceReading } from './types.ts';
