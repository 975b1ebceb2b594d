/** The phone's channel alone: a declaration for all channels may be your project's own. */
declare module '@salesforce/messageChannel/purecloud__ClientEvent__c' {
    import type { MessageChannel } from 'lightning/messageService';
    const channel: MessageChannel;
    export default channel;
}
