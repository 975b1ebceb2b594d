import fc from 'fast-check';
import { createToolkitBridge } from 'c/voiceToolkit';
import { toolkit } from './page.ts';

type Step = { readonly attach: 0 | 1 | null } | { readonly tell: 0 | 1 } | 'detach';

const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ attach: fc.constantFrom(0, 1, null) }),
    fc.record({ tell: fc.constantFrom(0, 1) }),
    fc.constant('detach' as const)
);

afterEach(() => document.body.replaceChildren());

it('in whatever order a page draws, leaves and comes back, each event of its toolkit is heard once and no other', () => {
    const elements = [toolkit(), toolkit()] as const;
    fc.assert(
        fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
            const bridge = createToolkitBridge();
            const heard: string[] = [];
            const expected: string[] = [];
            let current: 0 | 1 | null = null;
            bridge.onEvent(({ callId }) => heard.push(callId));
            steps.forEach((one, index) => {
                if (one === 'detach') {
                    bridge.detach();
                    current = null;
                } else if ('attach' in one) {
                    bridge.attach(one.attach === null ? null : elements[one.attach]);
                    current = one.attach;
                } else {
                    elements[one.tell].tell('callended', { callId: `call ${index}` });
                    if (one.tell === current) expected.push(`call ${index}`);
                }
            });
            bridge.detach();
            expect(heard).toEqual(expected);
        })
    );
});
