/** What no bundle may have: what Lightning's content security policy refuses, or a reviewer would ask about. */

export type Kind = 'js' | 'html' | 'css';

export interface Rule {
    readonly kind: Kind;
    readonly what: string;
    readonly pattern: RegExp;
}

export const RULES: readonly Rule[] = [
    {
        kind: 'js',
        what: 'text that is run as code',
        pattern: /\beval\b|\bFunction\s*\(|\bset(?:Timeout|Interval)\s*\(\s*["'`]/
    },
    {
        kind: 'js',
        what: 'text that becomes markup',
        pattern:
            /(?:inner|outer)HTML|insertAdjacentHTML|setHTML|document\.write|createContextualFragment|DOMParser|srcdoc/
    },
    {
        kind: 'js',
        what: 'an element that is made by hand',
        pattern: /createElement(?:NS)?\s*\(|attachShadow/
    },
    {
        kind: 'js',
        what: 'a request of its own',
        pattern:
            /\bfetch\s*\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|\b(?:Shared|Service)?Worker\b/
    },
    { kind: 'js', what: 'code from elsewhere', pattern: /platformResourceLoader|\bimport\s*\(|javascript:/ },
    {
        kind: 'js',
        what: 'another window',
        pattern: /\bwindow\.(?:open|parent|top|opener)\b|addEventListener\(\s*["']message["']/
    },
    { kind: 'js', what: 'a cookie', pattern: /document\.cookie|cookieStore/ },
    { kind: 'js', what: 'an address of the network', pattern: /\b(?:https?|wss?):\/\// },
    {
        kind: 'html',
        what: 'an element that brings code or pages',
        pattern: /<(?:script|iframe|object|embed|link|base|form)\b/
    },
    { kind: 'html', what: 'a handler in the markup', pattern: /\son[a-z]+\s*=\s*["']/ },
    { kind: 'html', what: 'markup from text, or made by hand', pattern: /lwc:(?:dom|inner-html)/ },
    {
        kind: 'html',
        what: 'an address in the markup',
        pattern: /\s(?:href|src|srcset|action|formaction)\s*=\s*["']|javascript:/
    },
    {
        kind: 'html',
        what: 'a new page that can reach this one',
        pattern: /<a\b(?=[^>]*target="_blank")(?![^>]*rel="noopener")/
    },
    { kind: 'css', what: 'a style or picture from elsewhere', pattern: /@import|url\(/ }
];

/** Lines that a rule finds and that are harmless: part of the file's name, of the line, and why. */
export const HARMLESS: readonly { readonly file: string; readonly line: RegExp; readonly why: string }[] = [
    {
        file: 'mappingFiles/deployment.js',
        line: /^<Package xmlns="http:\/\/soap\.sforce\.com\/2006\/04\/metadata">$/,
        why: 'the name of an XML namespace in a file that the admin saves'
    },
    {
        file: 'mappingFiles/recordXml.js',
        line: /http:\/\/(?:soap\.sforce\.com\/2006\/04\/metadata|www\.w3\.org\/2001\/)/,
        why: 'names of XML namespaces in a file that the admin saves'
    },
    {
        file: 'clientEventTrace/replacedText.js',
        line: /`https:\/\/example\.com\$/,
        why: 'stands in for an address in a trace that a developer shares'
    }
];

/** Folders of metadata that would run code outside the page, or open the page to other addresses. */
export const REFUSED_METADATA: readonly string[] = [
    'aura',
    'authproviders',
    'classes',
    'components',
    'connectedApps',
    'corsWhitelistOrigins',
    'cspTrustedSites',
    'externalClientApps',
    'externalCredentials',
    'flows',
    'namedCredentials',
    'pages',
    'remoteSiteSettings',
    'sites',
    'staticresources',
    'triggers'
];
