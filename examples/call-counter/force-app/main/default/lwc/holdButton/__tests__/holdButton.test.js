import { createElement } from 'lwc';
import HoldButton from 'c/holdButton';
import { fakePhone } from 'switchboard-client-events/testing';

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
});

/** A phone with an answered call, and the button on the page. */
async function talking() {
    const phone = fakePhone();
    const button = document.body.appendChild(createElement('c-hold-button', { is: HoldButton }));
    const id = phone.ring();
    await phone.connect(id);
    const click = () => button.shadowRoot?.querySelector('button')?.click();
    const said = () => button.shadowRoot?.querySelector('p')?.textContent;
    return { phone, id, click, said };
}

it('says that the call is on hold once the phone shows it', async () => {
    const { phone, click, said } = await talking();
    click();
    await phone.delivered();
    expect(said()).toBe('On hold');
});

it('does not take a call back that is on hold already', async () => {
    const { phone, id, click } = await talking();
    await phone.hold(id);
    click();
    await phone.delivered();
    expect(phone.sent.map(({ type }) => type)).not.toContain('PureCloud.Interaction.updateState');
});

it('sends the agent to the phone when the phone does not react', async () => {
    const { phone, click, said } = await talking();
    phone.answers(false);
    click();
    await jest.advanceTimersByTimeAsync(3000);
    expect(said()).toBe('Look at the phone');
});

it('says that the call is on hold although the answer is late and comes twice', async () => {
    const { phone, click, said } = await talking();
    phone.delay(2000);
    phone.duplicate(1);
    click();
    await jest.advanceTimersByTimeAsync(2000);
    expect(said()).toBe('On hold');
});

it('sends the agent to the phone when the answer is lost', async () => {
    const { phone, click, said } = await talking();
    phone.drop((message) => JSON.stringify(message).includes('HELD'));
    click();
    await jest.advanceTimersByTimeAsync(3000);
    expect(said()).toBe('Look at the phone');
});
