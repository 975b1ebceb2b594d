import { LightningElement, wire } from 'lwc';
import { MessageContext } from 'lightning/messageService';
import type { MessageContextValue } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import { connectClientEvents } from 'c/clientEvents';
import type { ClientConnection } from 'c/clientEvents';

export default class CallCounter extends LightningElement {
    answered = 0;
    connection: ClientConnection | undefined;

    @wire(MessageContext)
    connect(messageContext: MessageContextValue | undefined): void {
        if (this.connection || !messageContext) return;
        this.connection = connectClientEvents({ messageContext, channel: CLIENT_EVENT });
        this.connection.on('Interaction', ({ category }) => (this.answered += category === 'connect' ? 1 : 0));
    }

    disconnectedCallback(): void {
        this.connection?.close();
        this.connection = undefined;
    }
}
