import assert from 'node:assert/strict';
import { test } from 'node:test';
import { additionsOf, inputSchemaOf } from './inputSchema.ts';
import type { JsonSchema } from './inputSchema.ts';
import { TOOLS, toolNamed } from './tools.ts';

const propertiesOf = (schema: JsonSchema): Readonly<Record<string, JsonSchema>> =>
    schema['properties'] as Readonly<Record<string, JsonSchema>>;

test('an AI client reads PCID first in each of the 63 schemas, then the parameters in the order of the page', () => {
    for (const tool of TOOLS) {
        const schema = inputSchemaOf(tool);
        const { params } = tool.operation;
        const required = params.filter((param) => param.required).map(({ name }) => name);
        assert.deepEqual(schema['required'], ['PCID', ...required], tool.shortName);
        const names = Object.keys(propertiesOf(schema));
        assert.deepEqual(names, ['PCID', ...params.map(({ name }) => name), ...additionsOf(tool)]);
        assert.equal(schema['additionalProperties'], false);
    }
});

test('with a connection that is taken by itself, PCID may be left out', () => {
    const [tool] = TOOLS;
    assert.ok(tool);
    assert.ok(!(inputSchemaOf(tool, { pcidOptional: true })['required'] as string[]).includes('PCID'));
    assert.ok('PCID' in propertiesOf(inputSchemaOf(tool, { pcidOptional: true })));
});

test('each list says what is in it, because some clients refuse one that does not', () => {
    for (const tool of TOOLS)
        for (const [name, schema] of Object.entries(propertiesOf(inputSchemaOf(tool, { apiOnly: true }))))
            if (schema['type'] === 'array') assert.ok(schema['items'], `${tool.shortName} ${name}`);
});

test('only a tool that reaches a customer can be told to send again, only one that changes something shows a dry run', () => {
    for (const tool of TOOLS) {
        const has = (name: string): boolean => name in propertiesOf(inputSchemaOf(tool));
        assert.equal(has('sendAgain'), tool.customerFacing);
        assert.equal(has('dryRun'), !tool.readOnly);
        assert.equal(has('confirmation'), tool.customerFacing || tool.destructive);
        assert.equal(has('restOf'), tool.readOnly);
    }
});

test('an AI client is told what the API of today has no more, and gets what the page lacks only where it is switched on', () => {
    const send = toolNamed('post_message_communication_messages');
    const list = toolNamed('get_email_messages');
    assert.ok(send && list);
    assert.match(String(propertiesOf(inputSchemaOf(send))['useNormalizedMessage']?.['description']), /has it no more/);
    assert.ok(!('includeAgentlessStitchedMessages' in propertiesOf(inputSchemaOf(list))));
    assert.ok('includeAgentlessStitchedMessages' in propertiesOf(inputSchemaOf(list, { apiOnly: true })));
});
