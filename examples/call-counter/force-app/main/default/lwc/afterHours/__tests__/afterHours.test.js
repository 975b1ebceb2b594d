import { createMessageContext } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import { toAfterHours } from 'c/afterHours';
import { connectClientEvents } from 'c/clientEvents';
import { fakePhone } from 'switchboard-client-events/testing';

it('passes the caller to the after-hours flow, with the order on the call', async () => {
    const phone = fakePhone();
    const connection = connectClientEvents({ messageContext: createMessageContext(), channel: CLIENT_EVENT });
    const id = phone.ring();
    await phone.connect(id);
    await expect(toAfterHours(connection, id, '0815')).resolves.toBe('confirmed');
    expect(phone.refused).toEqual([]);
    expect(JSON.stringify(phone.sent)).toContain('sip:After%20hours%20%26%20holidays');
    connection.close();
});
