/** How the page calls the channels of Genesys Cloud, by messenger type. */
const CHANNELS: Readonly<Record<string, string>> = {
    sms: 'text message',
    open: 'the Care app',
    webmessaging: 'the chat on the web site',
    whatsapp: 'WhatsApp'
};

export const channelName = (messenger: string): string => CHANNELS[messenger] ?? messenger;
