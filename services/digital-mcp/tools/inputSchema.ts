import type { Param } from '@switchboard/genesys-api';
import type { DigitalTool } from './tools.ts';

type ParamType = Pick<
    Param,
    'type' | 'items' | 'enum' | 'objectProperties' | 'objectRequired' | 'additionalProperties'
>;
export type JsonSchema = { readonly [key: string]: unknown };

/** Arguments of ours beside those that the page publishes. All optional. */
export const ADDITIONS = {
    dryRun: {
        type: 'boolean',
        description: 'True: nothing is sent. The answer is the request as it would be sent.'
    },
    confirmation: {
        type: 'string',
        description: 'The word that an earlier call with the same arguments answered. Give it once, to go ahead.'
    },
    sendAgain: {
        type: 'boolean',
        description: 'True: sends once more what was sent with the same arguments a short time ago, on purpose.'
    },
    restOf: {
        type: 'string',
        description:
            'Path of a text or a list that was cut, as the earlier answer named it. Then the answer is more of it.'
    },
    restFrom: { type: 'integer', description: 'From which character or item on. Beside restOf.' }
} as const;

export type Addition = keyof typeof ADDITIONS;

/** Which of them a tool knows. */
export function additionsOf({ readOnly, destructive, customerFacing }: DigitalTool): readonly Addition[] {
    if (readOnly) return ['restOf', 'restFrom'];
    return [
        'dryRun',
        ...(destructive || customerFacing ? (['confirmation'] as const) : []),
        ...(customerFacing ? (['sendAgain'] as const) : [])
    ];
}

const PCID = {
    type: 'string',
    description:
        'PCID (PinkConnect id): which stored connection to Genesys Cloud to use. It names the connection; it is no secret.'
};

/** The page's parameters exactly, PCID first; then the additions. */
export function inputSchemaOf(
    tool: DigitalTool,
    { pcidOptional = false, apiOnly = false }: { readonly pcidOptional?: boolean; readonly apiOnly?: boolean } = {}
): JsonSchema {
    const { params, apiOnlyParams = [] } = tool.operation;
    const required = params.filter((param) => param.required).map(({ name }) => name);
    const more = apiOnly ? apiOnlyParams : [];
    return {
        type: 'object',
        properties: Object.fromEntries([
            ['PCID', PCID],
            ...params.map((param) => [param.name, { ...schemaOf(param), description: describe(tool, param) }]),
            ...more.map((param) => [param.name, schemaOf(param)]),
            ...additionsOf(tool).map((name) => [name, ADDITIONS[name]])
        ]),
        required: [...(pcidOptional ? [] : ['PCID']), ...required],
        additionalProperties: false
    };
}

function describe({ operation: { removedUpstream = [] } }: DigitalTool, { name, description }: Param): string {
    return removedUpstream.includes(name) ? `${description} (The API of today has it no more.)` : description;
}

function schemaOf({
    type,
    items,
    enum: words,
    objectProperties,
    objectRequired,
    additionalProperties
}: ParamType): JsonSchema {
    return {
        type,
        ...(items === undefined ? {} : { items: schemaOf(items) }),
        ...(words === undefined ? {} : { enum: words }),
        ...(objectProperties === undefined
            ? {}
            : { properties: Object.fromEntries(objectProperties.map((name) => [name, {}])) }),
        ...(objectRequired === undefined ? {} : { required: objectRequired }),
        ...(additionalProperties === undefined ? {} : { additionalProperties: schemaOf(additionalProperties) })
    };
}
