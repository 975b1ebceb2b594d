import { executeMutation, gql } from 'lightning/graphql';
import { createMessageContext, publish, subscribe } from 'lightning/messageService';
import CHANNEL from '@salesforce/messageChannel/Any__c';

describe('what a developer can rely on in a component test', () => {
    it('delivers a message to another subscriber of the channel', async () => {
        const heard: unknown[] = [];
        subscribe(createMessageContext(), CHANNEL, (message) => heard.push(message));
        publish(createMessageContext(), CHANNEL, { id: '1' });
        await new Promise((resolve) => setTimeout(resolve));
        expect(heard).toEqual([{ id: '1' }]);
    });

    it('knows executeMutation and documents', () => {
        expect(jest.isMockFunction(executeMutation)).toBe(true);
        const document = gql`
            query {
                a
            }
        `;
        expect(String(document).replace(/\s+/g, ' ').trim()).toBe('query { a }');
    });

    it('finds what a screen reader would stumble over', async () => {
        document.body.innerHTML = '<img src="a.png">';
        await expect(expect(document.body).toBeAccessible()).rejects.toThrow('alternative text');
        document.body.innerHTML = '<p>Ringing</p>';
        await expect(document.body).toBeAccessible();
    });
});
