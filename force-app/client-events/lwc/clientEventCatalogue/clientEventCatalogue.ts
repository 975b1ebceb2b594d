/** The client event contract as data: every action with its fields, every event with what it carries. Pure. */
export { ACTIONS } from './actions.ts';
export { buildAction } from './buildAction.ts';
export type { FieldValues } from './buildAction.ts';
export { EVENTS } from './events.ts';
export type { ActionField, ActionRow, EventRow, EventText, Evidence, FieldKind } from './types.ts';
