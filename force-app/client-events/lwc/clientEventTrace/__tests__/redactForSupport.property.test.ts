import fc from 'fast-check';
import { decodeClientEvent } from 'c/clientEventCodec';
import { redactForSupport } from 'c/clientEventTrace';

const AT = '2026-03-02T09:00:00.000Z';
/** No word of the contract begins so. */
const secret = fc.stringMatching(/^zq[a-z0-9]{4,12}$/);
const member = fc.oneof(
    secret,
    fc.constantFrom(
        'id',
        'state',
        'category',
        'status',
        'action',
        'direction',
        'attributes',
        'new',
        'old',
        'data',
        'name',
        'type'
    )
);
const value = fc.letrec((tie) => ({
    any: fc.oneof({ maxDepth: 4 }, secret, secret, tie('list'), tie('object')),
    list: fc.array(tie('any'), { maxLength: 3 }),
    object: fc.dictionary(member, tie('any'), { maxKeys: 6 })
})).any;
const message = fc.oneof(
    value,
    fc.record({
        type: fc.oneof(
            fc.constantFrom('Interaction', 'UserAction', 'Notification', 'PureCloud.Interaction.updateState'),
            secret
        ),
        category: fc.oneof(fc.constantFrom('add', 'change', 'status', 'conversationTranscription'), secret),
        data: value
    })
);

describe('a developer who copies any messages for support', () => {
    it('copies no value of them, and no name that is not the contract’s', () => {
        fc.assert(
            fc.property(fc.array(message, { maxLength: 5 }), (messages) => {
                const text = redactForSupport(
                    messages.map((one) => ({
                        receivedAt: AT,
                        from: 'phone',
                        message: one,
                        event: decodeClientEvent(one, AT)
                    }))
                );
                expect(text).not.toMatch(/zq/);
                expect(text === '' ? 0 : text.split('\n').length).toBe(messages.length);
            })
        );
    });
});
