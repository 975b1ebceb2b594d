import type { GraphQLInputType, GraphQLScalarType } from 'graphql';
import {
    GraphQLBoolean,
    GraphQLID,
    GraphQLInputObjectType,
    GraphQLInt,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLObjectType,
    GraphQLString
} from 'graphql';
import type { FieldType } from '../schema/objectTypes.ts';
import * as scalars from './scalars.ts';

const SCALARS: Readonly<Record<FieldType, { scalar: GraphQLScalarType; input?: GraphQLScalarType; name: string }>> = {
    Id: { scalar: GraphQLID, name: 'ID' },
    String: { scalar: GraphQLString, name: 'String' },
    ComboBox: { scalar: GraphQLString, name: 'String' },
    TextArea: { scalar: scalars.TextArea, name: 'TextArea' },
    LongTextArea: { scalar: scalars.LongTextArea, name: 'LongTextArea' },
    Picklist: { scalar: scalars.Picklist, name: 'Picklist' },
    MultiPicklist: { scalar: scalars.MultiPicklist, name: 'MultiPicklist' },
    Boolean: { scalar: GraphQLBoolean, name: 'Boolean' },
    Int: { scalar: GraphQLInt, name: 'Int' },
    Double: { scalar: scalars.Double, name: 'Double' },
    Currency: { scalar: scalars.Currency, name: 'Currency' },
    Percent: { scalar: scalars.Percent, name: 'Percent' },
    Date: { scalar: scalars.Day, name: 'Date' },
    DateTime: { scalar: scalars.DateTime, name: 'DateTime' },
    Phone: { scalar: scalars.PhoneNumber, name: 'PhoneNumber' },
    Email: { scalar: scalars.Email, name: 'Email' },
    Url: { scalar: scalars.Url, name: 'Url' },
    Reference: { scalar: GraphQLID, input: scalars.IdOrRef, name: 'ID' }
};

/** What a mutation takes for a field of this type. */
export function inputScalar(type: FieldType): GraphQLScalarType {
    const { scalar, input } = SCALARS[type];
    return input ?? scalar;
}

const FieldValue = new GraphQLInterfaceType({
    name: 'FieldValue',
    fields: { displayValue: { type: GraphQLString } }
});

const valueTypes = new Map<string, GraphQLObjectType>();

/** The wrapper that a query selects from, e.g. `StringValue`. */
export function valueType(type: FieldType): GraphQLObjectType {
    const { scalar, name } = SCALARS[type];
    const known = valueTypes.get(name);
    if (known !== undefined) {
        return known;
    }
    const made = new GraphQLObjectType({
        name: `${name}Value`,
        interfaces: [FieldValue],
        isTypeOf: () => true,
        fields: {
            value: { type: scalar },
            displayValue: { type: GraphQLString },
            ...(type === 'Picklist' ? { label: { type: GraphQLString } } : {})
        }
    });
    valueTypes.set(name, made);
    return made;
}

const DateTimeInput = new GraphQLInputObjectType({
    name: 'DateTimeInput',
    fields: { value: { type: scalars.DateTime } }
});
const DateInput = new GraphQLInputObjectType({ name: 'DateInput', fields: { value: { type: scalars.Day } } });

const operatorTypes = new Map<string, GraphQLInputObjectType>();

function operand(type: FieldType): GraphQLInputType {
    if (type === 'DateTime') {
        return DateTimeInput;
    }
    return type === 'Date' ? DateInput : SCALARS[type].scalar;
}

const COMPARED: ReadonlySet<FieldType> = new Set<FieldType>(['Id', 'Reference', 'Boolean', 'MultiPicklist']);
const TEXTS: ReadonlySet<string> = new Set(['String', 'TextArea', 'Picklist', 'PhoneNumber', 'Email', 'Url']);

/** The comparisons that a filter offers for a field of this type, e.g. `StringOperators`. */
export function operatorType(type: FieldType): GraphQLInputObjectType {
    const name = SCALARS[type].name === 'ID' ? 'Id' : SCALARS[type].name;
    const known = operatorTypes.get(name);
    if (known !== undefined) {
        return known;
    }
    const one = { type: operand(type) };
    const many = { type: new GraphQLList(operand(type)) };
    const made = new GraphQLInputObjectType({
        name: `${name}Operators`,
        fields: {
            eq: one,
            ne: one,
            ...(type === 'Boolean' || type === 'MultiPicklist' ? {} : { in: many, nin: many }),
            ...(COMPARED.has(type) ? {} : { lt: one, gt: one, lte: one, gte: one }),
            ...(TEXTS.has(name) ? { like: { type: GraphQLString } } : {})
        }
    });
    operatorTypes.set(name, made);
    return made;
}
