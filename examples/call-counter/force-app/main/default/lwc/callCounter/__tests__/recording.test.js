import { createElement } from 'lwc';
import CallCounter from 'c/callCounter';
import { fakePhone } from 'switchboard-client-events/testing';
import answered from './answered.json';

afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
});

it('counts the answered call of a recording', async () => {
    const phone = fakePhone();
    const counter = document.body.appendChild(createElement('c-call-counter', { is: CallCounter }));
    await phone.plays(answered);
    expect(counter.shadowRoot?.textContent).toBe('Calls answered: 1');
});

it('counts an answered call while the test holds the clock', async () => {
    jest.useFakeTimers();
    const phone = fakePhone();
    const counter = document.body.appendChild(createElement('c-call-counter', { is: CallCounter }));
    await phone.connect(phone.ring());
    expect(counter.shadowRoot?.textContent).toBe('Calls answered: 1');
});

it('asks the started phone for its events again while the test holds the clock', async () => {
    jest.useFakeTimers();
    const phone = fakePhone();
    document.body.append(createElement('c-call-counter', { is: CallCounter }));
    await phone.delivered();
    await phone.startsAnew();
    expect(phone.sent.map(({ type }) => type)).toEqual(['PureCloud.Subscribe', 'PureCloud.Subscribe']);
});
