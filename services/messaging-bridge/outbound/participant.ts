/** Who takes part, in Salesforce's words. All of them are kept as they come: there are more than are documented. */
export interface Participant {
    /** A user's id for a rep; for a customer what the channel calls them, which may be a phone number. */
    readonly subject?: string;
    /** EndUser, Chatbot, Agent, Supervisor, System, Router. */
    readonly role?: string;
    /** custom, agent, chatbot, conversation, live_message, iamessage. */
    readonly appType?: string;
}

export interface Sender extends Participant {
    readonly name?: string;
}
