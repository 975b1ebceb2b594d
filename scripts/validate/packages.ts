/** Which folder of force-app may use which others: the packages' dependencies. */
export const MAY_USE: Readonly<Record<string, readonly string[]>> = {
    interactions: [],
    'client-events': [],
    tasks: ['interactions'],
    'agent-panel': ['tasks', 'interactions'],
    'genesys-cloud': ['agent-panel', 'tasks', 'interactions', 'client-events'],
    'salesforce-voice': ['agent-panel', 'tasks', 'interactions'],
    'messaging-channel': [],
    'task-key': [],
    'unsaved-fields': [],
    // Never packaged: the first values of a record that belongs to the admin from then on.
    settings: ['tasks'],
    // Never packaged either: it shows everything together.
    demo: [
        'genesys-cloud',
        'salesforce-voice',
        'agent-panel',
        'tasks',
        'interactions',
        'client-events',
        'task-key',
        'unsaved-fields'
    ],
    // And what takes the place of the phone's package in an org without it.
    'stand-in': ['genesys-cloud', 'agent-panel', 'tasks', 'interactions', 'client-events']
};

export const mayUse = (user: string, used: string): boolean => user === used || (MAY_USE[user] ?? []).includes(used);
