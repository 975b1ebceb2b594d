import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPlatformApi } from '../genesys/platformApi/platformApi.ts';
import { SEEDED } from '../genesys/platformApi/seed.ts';
import { customerView } from './customerView.ts';

test('a customer sees that the rep types until the rep has written, or has done nothing more for ten seconds', () => {
    const { control } = createPlatformApi();
    const seen = (ago: number, type = 'On'): boolean | undefined =>
        customerView({
            ...control,
            typing: () => [{ conversationId: SEEDED.open.id, by: 'agent', type, at: Date.now() - ago }]
        }).find(({ id }) => id === SEEDED.open.id)?.otherSideIsTyping;
    assert.equal(seen(1_000), true);
    assert.equal(seen(1_000, 'Off'), false);
    assert.equal(seen(11_000), false);
    const [written] = control.messages(SEEDED.open.id);
    assert.ok(written);
    const after = { ...written, direction: 'outbound' as const, timestamp: new Date().toISOString() };
    const view = customerView({
        ...control,
        messages: () => [after],
        typing: () => [{ conversationId: SEEDED.open.id, by: 'agent', type: 'On', at: Date.now() - 500 }]
    });
    assert.equal(view.find(({ id }) => id === SEEDED.open.id)?.otherSideIsTyping, false);
});
