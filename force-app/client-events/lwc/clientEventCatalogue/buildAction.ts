import {
    addAssociation,
    addCustomAttributes,
    blindTransfer,
    concludeTransfer,
    consultTransfer,
    disconnect,
    hold,
    mute,
    pickup,
    securePause,
    secureSession,
    subscribeTo,
    updateStatus
} from 'c/clientEventCodec';
import type { ClientAction } from 'c/clientEventCodec';

/** What somebody gave, by the path of the field; what was not given is absent. Not checked: the builder does that. */
export type FieldValues = Readonly<Record<string, unknown>>;

// The builders check what they are given, so a value of the wrong type is told of by its field.
type Build = (values: FieldValues) => ClientAction;
type Given = never;

const id = (values: FieldValues): Given => values.id as Given;
const target = (values: FieldValues): Given => inside(values, 'participantContext.');

const BUILD: Readonly<Record<string, Build>> = {
    pickup: (values) => pickup(id(values)),
    disconnect: (values) => disconnect(id(values)),
    hold: (values) => hold(id(values), values.wanted as Given),
    mute: (values) => mute(id(values)),
    securePause: (values) => securePause(id(values), values.wanted as Given),
    blindTransfer: (values) => blindTransfer(id(values), target(values)),
    consultTransfer: (values) => consultTransfer(id(values), target(values)),
    concludeTransfer: (values) => concludeTransfer(id(values)),
    secureSession: (values) => secureSession(id(values), inside(values, 'secureSessionContext.'), options(values)),
    addCustomAttributes: (values) => addCustomAttributes(id(values), values.attributes as Given),
    updateStatus: (values) => updateStatus(id(values)),
    subscribeTo: (values) => subscribeTo(values.type as Given, values.categories as Given, values.spelling as Given),
    addAssociation: (values) => addAssociation(values as Given)
};

/**
 * The action that a builder of the catalogue makes of these values.
 * @throws InvalidActionError as the builder does; RangeError when the catalogue has no such builder
 */
export function buildAction(builder: string, values: FieldValues): ClientAction {
    const build = Object.hasOwn(BUILD, builder) ? BUILD[builder] : undefined;
    if (!build)
        throw new RangeError(`There is no builder "${builder}". Give one of: ${Object.keys(BUILD).join(', ')}.`);
    return build(values);
}

function inside(values: FieldValues, prefix: string): Given {
    const found = Object.entries(values).filter(([path]) => path.startsWith(prefix));
    return Object.fromEntries(found.map(([path, value]) => [path.slice(prefix.length), value])) as Given;
}

function options({ notACardNumber }: FieldValues): { readonly notACardNumber?: boolean } | undefined {
    return notACardNumber === true ? { notACardNumber } : undefined;
}
