/** Genesys Cloud's side of the panel: its client events as interaction events, the panel's commands as its actions. */
export { createGenesysTransport } from './transport.ts';
export type { ToldBefore } from './transport.ts';
export { createPhoneWriter } from './phoneWriter.ts';
export { PANEL_SUBSCRIPTIONS } from './subscriptions.ts';
export { interactionsOfTrace } from './readTrace.ts';
export type { TraceInteractions } from './readTrace.ts';
