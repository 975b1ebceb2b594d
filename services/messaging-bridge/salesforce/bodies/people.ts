import { text } from './allowed.ts';

export interface Participant {
    readonly appType: 'custom' | 'agent' | 'chatbot';
    readonly subject: string;
    readonly role: 'EndUser' | 'Agent' | 'Chatbot';
}

/** The customer of a custom channel; Salesforce takes no other appType and role for one. */
export const customer = (subject: string): Participant => ({
    appType: 'custom',
    subject: text('customer', subject, MOST_CUSTOMER),
    role: 'EndUser'
});

/** 255 in Salesforce's schema, 240 in its guide. */
export const MOST_CUSTOMER = 240;
export const MOST_CHANNEL_ADDRESS = 240;
export const MOST_CONVERSATION = 240;
