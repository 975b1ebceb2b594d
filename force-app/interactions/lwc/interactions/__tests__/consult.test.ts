import { applyEvent } from 'c/interactions';
import type { InteractionFacts } from 'c/interactions';
import {
    CALL,
    CONNECTED_AT,
    described,
    ENDED,
    ending,
    HELD,
    left,
    mentioned,
    RINGING,
    TALKING,
    tell,
    transferred,
    WRAPPED_UP
} from './story.ts';

const CUSTOMER: InteractionFacts = { internal: false, phone: '+61491570006', name: 'Mobile Number, Australia' };
const WITH_CUSTOMER: InteractionFacts = { ...TALKING, ...CUSTOMER };
const CUSTOMER_HELD: InteractionFacts = { ...HELD, ...CUSTOMER };
/** The agent's connection to the colleague, under the same conversation id, as an ordinary connect. */
const COLLEAGUE: InteractionFacts = {
    state: 'connected',
    connected: true,
    disconnected: false,
    type: 'call',
    direction: 'outbound',
    internal: true,
    ani: 'agent.two',
    phone: 'sip:agent.two@org.example',
    name: 'Ada Two',
    connectedTime: '2026-03-02T09:02:00.000Z'
};
/** The colleague's phone rings: the other side is told, a connected time not yet. */
const { connectedTime: _, ...UNTIMED } = COLLEAGUE;
const COLLEAGUE_RINGS: InteractionFacts = { ...UNTIMED, state: 'dialing', connected: false };
const COLLEAGUE_GONE: InteractionFacts = {
    ...COLLEAGUE,
    state: 'disconnected',
    connected: false,
    disconnected: true,
    done: true
};
const CONSULTING = [described(WITH_CUSTOMER), transferred('consult'), described(CUSTOMER_HELD)];

describe('an agent who consults a colleague', () => {
    it('is seen to consult', () => {
        expect(ending(...CONSULTING)).toMatchObject({ consulting: true, state: 'held' });
    });

    it('has not passed the call on yet', () => {
        expect(ending(...CONSULTING).transferred).toBeUndefined();
    });

    it('still consults when the customer is taken off hold, because all three may talk', () => {
        expect(ending(...CONSULTING, described(WITH_CUSTOMER)).consulting).toBe(true);
    });

    it('has passed the call on once the transfer is completed', () => {
        const done = ending(...CONSULTING, transferred('consultCompleted'));
        expect(done.transferred).toBe('consult');
        expect(done).not.toHaveProperty('consulting');
    });

    it('has passed it on even when nobody told that the consult had begun', () => {
        expect(ending(described(TALKING), transferred('consultCompleted')).transferred).toBe('consult');
    });

    it('consults no more when the customer hangs up', () => {
        const over = ending(...CONSULTING, described({ ...ENDED, ...CUSTOMER }));
        expect(over).toMatchObject({ disconnected: true });
        expect(over).not.toHaveProperty('consulting');
        expect(over.transferred).toBeUndefined();
    });

    it('consults no more when the call leaves the phone', () => {
        expect(ending(...CONSULTING, left())).not.toHaveProperty('consulting');
    });

    it('may consult again after the first consult came to nothing', () => {
        const again = tell([...CONSULTING, described(WITH_CUSTOMER), transferred('consult')]);
        expect(again.ledger.interactions[CALL]).toMatchObject({ consulting: true, state: 'connected' });
    });
});

describe("the consult's own messages (T6, T9)", () => {
    it.each<[string, InteractionFacts]>([
        ['while the colleague is rung', COLLEAGUE_RINGS],
        ['when the colleague answers', COLLEAGUE],
        ['when the colleague answers, and no time is told', UNTIMED],
        ['when the colleague hangs up', COLLEAGUE_GONE]
    ])('leave the call with the customer as it is, %s', (_name, facts) => {
        const { ledger } = tell(CONSULTING);
        expect(applyEvent(ledger, described(facts)).ledger).toBe(ledger);
    });

    it('leave it as it is when they come before the consult is told', () => {
        const { ledger } = tell([described(WITH_CUSTOMER)]);
        expect(applyEvent(ledger, described(COLLEAGUE)).ledger).toBe(ledger);
        expect(ending(described(WITH_CUSTOMER), described(COLLEAGUE), transferred('consult'))).toMatchObject({
            ...CUSTOMER,
            connectedTime: CONNECTED_AT,
            consulting: true
        });
    });

    it('do not end the call when they tell that the colleague, whose call began later, is gone', () => {
        expect(ending(described(WITH_CUSTOMER), described(COLLEAGUE_GONE)).disconnected).toBe(false);
    });

    it('of a consult outside the organization leave it as it is, too', () => {
        const { ledger } = tell(CONSULTING);
        const outside = { ...COLLEAGUE, internal: false, ani: '+61370101234', phone: '+61370101234' };
        expect(applyEvent(ledger, described(outside)).ledger).toBe(ledger);
    });

    it('leave a call that the agent dialed as it is when an outside number that was asked hangs up', () => {
        const dialed = { ...WITH_CUSTOMER, direction: 'outbound' } as const;
        const { ledger } = tell([described(dialed), transferred('consult')]);
        const outsideGone = { ...COLLEAGUE_GONE, internal: false, ani: '+61370101234', phone: '+61370101234' };
        expect(applyEvent(ledger, described(outsideGone)).ledger).toBe(ledger);
    });

    it('under an id of their own are an interaction of its own', () => {
        const { ledger } = tell([...CONSULTING, described(COLLEAGUE, 'consult')]);
        expect(ledger.interactions[CALL]).toMatchObject({ ...CUSTOMER, state: 'held', consulting: true });
        expect(ledger.interactions.consult).toMatchObject({ internal: true, name: 'Ada Two' });
    });
});

describe('the call with the customer during a consult', () => {
    it('still tells its own changes', () => {
        const paused = ending(...CONSULTING, described({ ...CUSTOMER_HELD, recordingState: 'paused' }));
        expect(paused.recordingState).toBe('paused');
    });

    it('ends by its own connected time, whatever else the message says', () => {
        const over = { ...ENDED, ...CUSTOMER, displayAddress: 'somebody', internal: true };
        expect(ending(...CONSULTING, described(over)).disconnected).toBe(true);
    });

    it('ends by a message without a time, even one that names another side: rather that than a call that stays', () => {
        const over = { state: 'disconnected', ani: 'somebody' } as const;
        expect(ending(...CONSULTING, described(over)).disconnected).toBe(true);
    });

    it('ends by a message that names only the id', () => {
        expect(ending(...CONSULTING, mentioned({ disconnected: true })).disconnected).toBe(true);
    });

    it('is wrapped up by a message that says nothing of the other side', () => {
        expect(ending(...CONSULTING, described({ done: true, wrapUpCode: 'Sold' }))).toMatchObject({
            done: true,
            wrapUpCode: 'Sold'
        });
    });
});

describe('what is no consult', () => {
    it('is a number that the phone tells otherwise than before', () => {
        expect(ending(described(WITH_CUSTOMER), described({ ani: 'anonymous' })).ani).toBe('anonymous');
    });

    it.each(['callback', 'voicemail', 'email', 'message'] as const)(
        'is the answer to a %s that came in and goes out',
        (type) => {
            const came = { ...WITH_CUSTOMER, type };
            const goesOut = { ...came, direction: 'outbound', connectedTime: '2026-03-02T09:01:00.000Z' } as const;
            expect(ending(described(came), described(goesOut)).direction).toBe('outbound');
        }
    );

    it('is the call of a colleague who passes back what the agent had', () => {
        const back = { ...RINGING, internal: true, ani: 'agent.two' };
        const over = { ...ENDED, ...CUSTOMER };
        expect(ending(described(WITH_CUSTOMER), described(over), described(back))).toMatchObject({
            segment: 2,
            state: 'alerting'
        });
    });
});

describe('a colleague who is consulted', () => {
    it('hears of the customer when the call is handed over', () => {
        const asked = { ...COLLEAGUE, direction: 'inbound' } as const;
        const handedOver = { ...asked, internal: false, phone: '+61491570006', name: 'Mobile Number, Australia' };
        expect(ending(described(asked), described(handedOver))).toMatchObject({
            internal: false,
            name: 'Mobile Number, Australia'
        });
    });
});

describe('consult messages that come late, twice or in another order', () => {
    const OVER = [described(TALKING), transferred('consult'), transferred('consultCompleted'), described(ENDED)];

    it.each([
        ['the beginning', transferred('consult')],
        ['the completion', transferred('consultCompleted')]
    ])('%s changes nothing of a call that is over', (_name, again) => {
        const { ledger } = tell([...OVER, described(WRAPPED_UP)]);
        expect(applyEvent(ledger, again).ledger).toBe(ledger);
    });

    it('a beginning behind the completion is no new consult', () => {
        const story = [described(TALKING), transferred('consultCompleted'), transferred('consult')];
        expect(ending(...story)).not.toHaveProperty('consulting');
    });

    it('a completion behind the end still says how the call was passed on', () => {
        const over = ending(described(TALKING), described(ENDED), transferred('consultCompleted'));
        expect(over).toMatchObject({ transferred: 'consult', disconnected: true });
    });

    it('a beginning behind a blind transfer that came to nothing is a consult', () => {
        expect(ending(described(TALKING), transferred('blind'), transferred('consult')).consulting).toBe(true);
    });

    it('of an unknown call show nothing', () => {
        expect(tell([transferred('consult'), transferred('consultCompleted')]).interaction).toBeUndefined();
    });

    it('of the colleague, who hangs up last, do not give the ended call another name', () => {
        const { ledger } = tell([...CONSULTING, described({ ...ENDED, ...CUSTOMER })]);
        const gone = { ...COLLEAGUE_GONE, direction: 'inbound' } as const;
        expect(applyEvent(ledger, described(gone)).ledger).toBe(ledger);
    });

    it('do not bring a call of another part into the one that rings again', () => {
        const back = ending(...OVER, described(RINGING));
        expect(back).toMatchObject({ segment: 2, state: 'alerting' });
        expect(back.transferred).toBeUndefined();
    });
});
