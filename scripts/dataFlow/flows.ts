/** Who passes what to whom, and where each stands on the picture. docs/security.md shows both. */

export interface Box {
    readonly at: readonly [x: number, y: number, width: number, height: number];
    readonly lines: readonly string[];
    /** Its name stands below, because a line comes in above. */
    readonly foot?: true;
}

/** Whoever is in one trusts what is in it; what crosses its border is checked. */
export const ZONES: readonly Box[] = [
    { at: [20, 40, 360, 400], lines: ["Lightning page in the agent's browser"] },
    { at: [35, 235, 330, 190], lines: ["Switchboard's namespace (LWS)"], foot: true },
    { at: [410, 40, 200, 400], lines: ['Salesforce org'] },
    { at: [660, 40, 230, 400], lines: ["Operator's machines"] },
    { at: [940, 40, 190, 400], lines: ['Genesys Cloud'] },
    { at: [20, 480, 360, 110], lines: ["Developer's machine, loopback only"] },
    { at: [660, 480, 230, 110], lines: ["AI client's machine"] }
];

export const PARTS: readonly Box[] = [
    { at: [40, 80, 160, 50], lines: ['Genesys Cloud phone', "vendor's package"] },
    { at: [220, 80, 140, 50], lines: ['Other components', 'of the page'] },
    { at: [130, 165, 150, 40], lines: ['Message channel'] },
    { at: [50, 285, 140, 60], lines: ['Switchboard', 'components'] },
    { at: [235, 285, 115, 60], lines: ['localStorage'] },
    { at: [425, 90, 170, 50], lines: ['Pub/Sub API'] },
    { at: [425, 170, 170, 50], lines: ['Interaction Service'] },
    { at: [425, 285, 170, 60], lines: ['Records and mapping', 'GraphQL, UI API'] },
    { at: [675, 90, 200, 70], lines: ['Messaging bridge'] },
    { at: [675, 190, 95, 50], lines: ['Database'] },
    { at: [785, 190, 90, 50], lines: ['Secrets'] },
    { at: [675, 290, 200, 60], lines: ['MCP server'] },
    { at: [690, 385, 110, 40], lines: ['Operator'] },
    { at: [955, 90, 160, 260], lines: ['Platform API,', 'notifications,', 'open messaging'] },
    { at: [40, 515, 130, 55], lines: ['Browser'] },
    { at: [220, 515, 140, 55], lines: ['Local contact', 'centre (npm start)'] },
    { at: [675, 515, 200, 55], lines: ['AI client'] }
];

export interface Flow {
    /** Corners of the line. */
    readonly way: readonly (readonly [x: number, y: number])[];
    /** Where the number stands, once or more. */
    readonly number: readonly (readonly [x: number, y: number])[];
    /** `one`: only to the end of the line. */
    readonly direction: 'one' | 'both';
    readonly between: string;
    readonly what: string;
    readonly how: string;
    readonly crosses: string;
}

export const FLOWS: readonly Flow[] = [
    {
        way: [
            [140, 130],
            [170, 165]
        ],
        number: [[155, 147]],
        direction: 'both',
        between: 'phone and message channel',
        what: 'calls with names, numbers, participant data; actions',
        how: "Lightning Message Service; the vendor's format",
        crosses: "into the page's shared channel"
    },
    {
        way: [
            [165, 205],
            [130, 285]
        ],
        number: [[150, 240]],
        direction: 'both',
        between: 'message channel and components',
        what: 'the same; in phone mode mapped attributes',
        how: 'decoded as untrusted; actions are checked before they are sent',
        crosses: "the components' namespace"
    },
    {
        way: [
            [280, 130],
            [245, 165]
        ],
        number: [[262, 147]],
        direction: 'both',
        between: 'other components and message channel',
        what: 'whatever they read and publish there',
        how: 'nothing tells who published',
        crosses: "into the page's shared channel"
    },
    {
        way: [
            [190, 315],
            [235, 315]
        ],
        number: [[212, 315]],
        direction: 'both',
        between: 'components and localStorage',
        what: 'values and notes that wait, the recent list, ids, digests',
        how: 'not encrypted; by org and user',
        crosses: "none: one namespace of the browser's profile"
    },
    {
        way: [
            [120, 345],
            [120, 385],
            [510, 385],
            [510, 345]
        ],
        number: [[395, 385]],
        direction: 'both',
        between: 'components and records',
        what: 'Task and Voice Call values, notes, mapping, settings',
        how: "HTTPS by the platform's modules, as the agent",
        crosses: 'browser to org'
    },
    {
        way: [
            [40, 105],
            [28, 105],
            [28, 460],
            [1035, 460],
            [1035, 350]
        ],
        number: [[500, 460]],
        direction: 'both',
        between: 'phone and Genesys Cloud',
        what: 'calls, audio, sign-in',
        how: "the vendor's own; no part of Switchboard",
        crosses: 'browser to Genesys Cloud'
    },
    {
        way: [
            [595, 115],
            [675, 115]
        ],
        number: [[635, 115]],
        direction: 'one',
        between: 'Pub/Sub API to bridge',
        what: 'what reps write, routing, who takes part',
        how: 'gRPC over TLS; token of the integration user (JWT bearer)',
        crosses: "org to operator's machine"
    },
    {
        way: [
            [595, 195],
            [640, 195],
            [640, 145],
            [675, 145]
        ],
        number: [[640, 170]],
        direction: 'both',
        between: 'bridge and Interaction Service',
        what: 'what customers write, receipts, routing',
        how: 'HTTPS; the same token, sent to the configured hosts only',
        crosses: "operator's machine to org"
    },
    {
        way: [
            [875, 108],
            [955, 108]
        ],
        number: [[915, 108]],
        direction: 'both',
        between: 'bridge and Platform API',
        what: "messages, files, who serves; customers' messages",
        how: 'HTTPS and WebSocket; client credentials; no redirect is followed with a token',
        crosses: "operator's machine to Genesys Cloud"
    },
    {
        way: [
            [955, 142],
            [875, 142]
        ],
        number: [[915, 142]],
        direction: 'one',
        between: 'open messaging to webhook of the bridge',
        what: 'what agents write, receipts',
        how: "HTTPS up to the operator's proxy; HMAC signature of the bytes",
        crosses: "Genesys Cloud to operator's machine"
    },
    {
        way: [
            [722, 160],
            [722, 190]
        ],
        number: [[722, 175]],
        direction: 'both',
        between: 'bridge and database',
        what: 'texts until they are delivered, ids, states',
        how: "PostgreSQL by the operator's address (TLS by its sslmode), or a folder",
        crosses: 'none, or to the database server'
    },
    {
        way: [
            [830, 190],
            [830, 160]
        ],
        number: [
            [830, 175],
            [830, 265]
        ],
        direction: 'one',
        between: 'secrets to bridge and MCP server',
        what: 'private key, client secrets, tokens of callers',
        how: 'environment or file, named in the configuration, read when needed',
        crosses: 'none'
    },
    {
        way: [
            [830, 515],
            [830, 350]
        ],
        number: [[830, 420]],
        direction: 'both',
        between: 'AI client and MCP server',
        what: 'calls of tools; conversations, as text that others wrote',
        how: 'stdio, or HTTP with a bearer token; TLS by a proxy; loopback unless told otherwise',
        crosses: "AI client to operator's machine"
    },
    {
        way: [
            [875, 320],
            [955, 320]
        ],
        number: [[915, 320]],
        direction: 'both',
        between: 'MCP server and Platform API',
        what: 'what the tools read and send',
        how: "HTTPS; the connection's own token, to its region only",
        crosses: "operator's machine to Genesys Cloud"
    },
    {
        way: [
            [690, 405],
            [667, 405],
            [667, 152],
            [675, 152]
        ],
        number: [[667, 380]],
        direction: 'both',
        between: 'operator and bridge',
        what: 'status, metrics, commands about what was set aside',
        how: 'loopback; commands with a token that only the owner of a file reads',
        crosses: 'none'
    },
    {
        way: [
            [170, 542],
            [220, 542]
        ],
        number: [[195, 542]],
        direction: 'both',
        between: 'browser and local contact centre',
        what: 'invented people and calls',
        how: 'HTTP on 127.0.0.1; own host names and origins only; no passwords',
        crosses: 'none'
    }
];

/** Drawn without a number of its own: the second way of the secrets. */
export const ALSO: readonly (readonly (readonly [x: number, y: number])[])[] = [
    [
        [830, 240],
        [830, 290]
    ]
];
