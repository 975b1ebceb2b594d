/** What Salesforce says to whoever owns the channel: one record of the platform event at a time. */
export { createdAtOf, decodeOutbound } from './decodeOutbound.ts';
export { isForTheCustomer } from './isForTheCustomer.ts';
export { ENTRIES, entryRows } from './catalogue.ts';
export type { Audience, EntryMeaning } from './catalogue.ts';
export type {
    Decoded,
    Envelope,
    Interaction,
    OutboundEvent,
    Participant,
    Sender,
    UnknownEvent,
    Wrapping
} from './envelope.ts';
export type { FieldNames } from './wrapping.ts';
export type { Problem } from './problem.ts';
export type * from './entries.ts';
export type { ChannelData, RoutingRequested, RoutingTarget, Skill } from './routing.ts';
export type { Content, UnknownContent } from './content/content.ts';
export type { StaticContent, Attachment, Attachments, UploadResult } from './content/static.ts';
export type { ChoicesContent, TimeSlot } from './content/choices.ts';
export type { FormContent, FormInput } from './content/form.ts';
export type { ResponseContent } from './content/responses.ts';
export { choicesOf } from './text/choicesOf.ts';
export type { Choice } from './text/choicesOf.ts';
export { typedChoice } from './text/typedChoice.ts';
export { partsOf } from './text/partsOf.ts';
export type { Part, PartLimits } from './text/partsOf.ts';
export { DEFAULT_TEXT } from './text/settings.ts';
export type { TextSettings } from './text/settings.ts';
export { MESSAGE_LIMIT, SMS_LIMIT, splitText } from './text/splitText.ts';
export { textOf } from './text/textOf.ts';
