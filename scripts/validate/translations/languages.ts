/** What the project is translated into, and which texts may read as they do in English. */

/** Salesforce's language codes; Spanish (Mexico) has no file of its own: an org falls back to `es` for it. */
export const LANGUAGES = ['de', 'es', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Languages that must have a file in each package with labels. A language that is being translated is not here yet. */
export const COMPLETE: readonly Language[] = ['de', 'es', 'ja'];

/** Names of products and of things that have no other name; each may stand in a translation as it does in English. */
export const NAMES: readonly string[] = [
    'Amazon Connect',
    'API',
    'Apex',
    'Call Result',
    'Comments',
    'CSV',
    'Event',
    'Flow',
    'Genesys Cloud',
    'GraphQL',
    'JSON',
    'Lightning',
    'Omni-Channel',
    'Salesforce Voice',
    'Salesforce',
    'Switchboard Agent',
    'Switchboard',
    'Task',
    'Voice Call',
    'XML',
    'ZIP',
    'DTMF',
    'ACD',
    'ANI',
    'DNIS',
    'CLI',
    'ID',
    'Id',
    'MOS',
    'OK',
    'URL'
];

/** Single words that are the same in that language. Grow the list when such a word is right, with a look at its label. */
export const SAME_WORDS: Readonly<Record<Language, readonly string[]>> = {
    de: [
        'Name',
        'Text',
        'Status',
        'Browser',
        'Option',
        'Version',
        'Filter',
        'Code',
        'Details',
        'Chat',
        'Details:',
        'Voicemail',
        'Supervisor',
        'Problem',
        'Trace',
        'ms',
        'true',
        'false',
        'Agent'
    ],
    es: [
        'Error',
        'Chat',
        'chat',
        'Error:',
        'Total',
        'Manual',
        'Sí',
        'No',
        'Supervisor',
        'ms',
        'true',
        'false',
        'Agent'
    ],
    ja: []
};
