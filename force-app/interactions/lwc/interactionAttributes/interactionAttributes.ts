/** The attribute catalogue, and the attributes of one interaction. Pure. */
export { attributesOf } from './attributesOf.ts';
export { attributeValue, participantValue } from './readingOrder.ts';
export { ATTRIBUTES } from './catalogue.ts';
export { messageKind } from './messageKinds.ts';
export type { AttributeDescription, Attributes, AttributeValue, Availability } from './types.ts';
