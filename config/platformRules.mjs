/**
 * Two rule sets of Salesforce for what is deployed: what Lightning Web Security changes or refuses, and what the
 * platform's own lint refuses. Every rule of both is on, but for those that are named here. docs/security.md tells them.
 */
import lightningWebSecurity from '@locker/eslint-plugin-locker';
import platform from '@lwc/eslint-plugin-lwc-platform';

/** Every component of the page hears such an event, those of other vendors too. For `no-restricted-syntax`. */
export const TO_EVERYBODY = [
    {
        selector: 'NewExpression[callee.name="CustomEvent"] Property[key.name="composed"][value.value=true]',
        message: 'An event goes one step, to the component that shows this one; that one tells it further.'
    }
];

/** Rules that are off, and why. What they mean to find is looked for as the reason says. */
export const EXCEPTIONS = {
    '@locker/locker/distorted-xml-http-request-window-open':
        'finds every method named open, of which ours open a menu or a record; window.open and requests of our own are refused below',
    '@locker/locker/distorted-window-set-timeout':
        'only a text in place of a function is treated otherwise, and no-implied-eval refuses that',
    '@locker/locker/distorted-window-set-interval':
        'only a text in place of a function is treated otherwise, and no-implied-eval refuses that',
    '@locker/locker/distorted-storage-constructor':
        'the storage is kept apart for each namespace, which is what we want; what does not work without it is tested',
    '@locker/locker/distorted-url-create-object-url':
        'files to save are JSON, CSV, XML and zip that we write ourselves; where it refuses, the text is shown to copy',
    '@lwc/lwc-platform/valid-offline-wire':
        'cannot read TypeScript, and is about the mobile app without network; the utility bar is on desktops only'
};

const message = 'A component asks Salesforce by its modules, and nobody else; it opens pages by lightning/navigation.';

/** By these a component would reach the network or another window by itself. For `no-restricted-syntax`. */
export const OWN_REQUESTS = [
    'CallExpression[callee.name=/^(fetch|importScripts)$/]',
    'NewExpression[callee.name=/^(XMLHttpRequest|WebSocket|EventSource|Worker|SharedWorker)$/]',
    'MemberExpression[object.name=/^(window|globalThis|self|top|parent)$/]' +
        '[property.name=/^(fetch|XMLHttpRequest|WebSocket|EventSource|Worker|SharedWorker|open)$/]',
    'MemberExpression[property.name="sendBeacon"]'
].map((selector) => ({ selector, message }));

function all(prefix, { rules }) {
    const on = Object.keys(rules).map((rule) => [`${prefix}/${rule}`, 'error']);
    return Object.fromEntries(on.filter(([rule]) => !(rule in EXCEPTIONS)));
}

/** A part of an ESLint configuration; `files` are its user's. */
export const platformRules = {
    plugins: { '@locker/locker': lightningWebSecurity, '@lwc/lwc-platform': platform },
    rules: { ...all('@locker/locker', lightningWebSecurity), ...all('@lwc/lwc-platform', platform) }
};
