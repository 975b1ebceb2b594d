import { LightningElement, wire } from 'lwc';
import { MessageContext } from 'lightning/messageService';
import CLIENT_EVENT from '@salesforce/messageChannel/purecloud__ClientEvent__c';
import { connectClientEvents, hold } from 'c/clientEvents';

/** @import { ClientConnection } from 'c/clientEvents' */
/** @import { MessageContextValue } from 'lightning/messageService' */

export default class HoldButton extends LightningElement {
    /** @type {ClientConnection | undefined} */
    connection;
    said = '';

    /** @param {MessageContextValue | undefined} messageContext */
    @wire(MessageContext)
    connect(messageContext) {
        if (this.connection || !messageContext) return;
        this.connection = connectClientEvents({ messageContext, channel: CLIENT_EVENT });
    }

    async putOnHold() {
        const [call] = this.connection?.interactions() ?? [];
        if (!this.connection || !call) return;
        const outcome = await this.connection.send(hold(call.interaction.id));
        this.said = outcome === 'confirmed' ? 'On hold' : 'Look at the phone';
    }

    disconnectedCallback() {
        this.connection?.close();
        this.connection = undefined;
    }
}
