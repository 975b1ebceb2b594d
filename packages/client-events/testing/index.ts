/** `switchboard-client-events/testing`: a phone that rings in your tests. */
export { fakePhone } from './fakePhone.ts';
export type { FakePhone, FakePhoneOptions, RefusedAction, SentAction, TraceEntry } from './fakePhone.ts';
export type { Conversation, RingingFields } from './conversation.ts';
export type { Statuses } from './reactions.ts';
export type { Which } from './line.ts';
