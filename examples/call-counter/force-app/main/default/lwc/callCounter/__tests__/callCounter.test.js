import { createElement } from 'lwc';
import CallCounter from 'c/callCounter';
import { fakePhone } from 'switchboard-client-events/testing';

const phone = fakePhone();

it('counts a call that the agent answers', async () => {
    const counter = document.body.appendChild(createElement('c-call-counter', { is: CallCounter }));
    await phone.connect(phone.ring());
    expect(counter.shadowRoot?.textContent).toBe('Calls answered: 1');
});
