/** Salesforce Voice's side of the panel: telephony events as interaction events, the panel's commands as toolkit methods. */
export { createKeptCalls } from './keptCalls.ts';
export type { KeptCall, KeptCalls } from './keptCalls.ts';
export type { CallLookUp } from './backfill.ts';
export type { AgentOrQueueId } from './commands.ts';
export { createVoiceTransport } from './transport.ts';
export type { VoiceToldBefore, VoiceTransport, VoiceTransportOptions } from './transport.ts';
export { interactionsOfVoiceTrace } from './readTrace.ts';
export type { VoiceTraceProblem, VoiceTraceReading } from './readTrace.ts';
export { applyVoiceEvent, noCalls } from './voiceCalls.ts';
export type { AppliedVoiceEvent, VoiceCalls } from './voiceCalls.ts';
