/** Licences that let anybody use, change and pass on, with no condition but to name them. */
const PERMISSIVE = [
    'MIT',
    'MIT-0',
    'Apache-2.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'ISC',
    '0BSD',
    'BlueOak-1.0.0',
    'CC0-1.0',
    'Unlicense',
    'Zlib'
];

/** Beside these, for what a developer installs and nobody is given: conditions on changed copies, or on texts and data. */
const FOR_TOOLS = ['MPL-2.0', 'Python-2.0', 'CC-BY-4.0'];

/** Tools under terms of their own. None of them may be part of what is packed. */
export const NAMED: Readonly<Record<string, string>> = {
    '@locker/ast-lib-maker': "Salesforce's terms of use: the rules of Lightning Web Security",
    '@locker/eslint-plugin-locker': "Salesforce's terms of use: the rules of Lightning Web Security",
    '@locker/eslint-rule-maker': "Salesforce's terms of use: the rules of Lightning Web Security",
    '@locker/shared': "Salesforce's terms of use: the rules of Lightning Web Security",
    '@lwc/dev-server-plugin-lex': "Salesforce's terms of use: comes with the platform's compiler",
    '@lwc/metadata': "Salesforce's terms of use: comes with the platform's compiler",
    '@lwc/sfdc-compiler-utils': "Salesforce's terms of use: comes with the platform's compiler",
    '@lwc/sfdc-lwc-compiler': "Salesforce's terms of use: the platform's compiler",
    '@lwc/state': "Salesforce's terms of use: comes with the platform's compiler",
    '@lwc/state-test-utils': "Salesforce's terms of use: comes with the platform's compiler",
    '@salesforce/lightning-types': "Salesforce's terms of use: types of the platform's modules",
    '@modelcontextprotocol/inspector': 'MIT in part, Apache-2.0 in part, says its LICENSE: a client of our tests',
    '@modelcontextprotocol/server-everything': 'as the Inspector: the sample server of our bench',
    exit: 'MIT, written in the old form'
};

export type Use = 'packed' | 'tool';

/** Whether a licence of SPDX words, with OR and AND, lets us use the package so. */
export function isAllowed(licence: string, use: Use): boolean {
    const words = licence.replace(/[()]/g, ' ').trim();
    if (/\sAND\s/.test(words) && /\sOR\s/.test(words)) return false;
    const allowed = use === 'packed' ? PERMISSIVE : [...PERMISSIVE, ...FOR_TOOLS];
    const fits = (one: string): boolean => allowed.includes(one.trim());
    return /\sAND\s/.test(words) ? words.split(/\sAND\s/).every(fits) : words.split(/\sOR\s/).some(fits);
}
