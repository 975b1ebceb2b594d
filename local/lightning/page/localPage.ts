/** What the server says about the page and its user, put where `@salesforce/user` and `@salesforce/i18n` read it. */
export interface LocalPage {
    readonly userId: string;
    readonly userName: string;
    readonly userLabel: string;
    readonly profile: string;
    readonly locale: string;
    readonly timeZone: string;
    /** Of the texts, as HTML names it; dates and numbers are the locale's. */
    readonly lang: string;
    /** Texts of another language than English, by label. */
    readonly labels?: Readonly<Record<string, string>>;
    /** How tabs are opened: as in a console app, or one page at a time. */
    readonly navigation: Navigation;
    /** Which phone stands at the right: of one vendor, or of both. */
    readonly phones: Phones;
    /** The profile's answers that the page itself acts on, by id. */
    readonly answers: Readonly<Record<string, string>>;
}

export type Navigation = 'console' | 'standard';
export type Phones = 'genesys' | 'voice' | 'both';

declare global {
    var localPage: LocalPage;
}

const described = document.querySelector('#local-page')?.textContent;
if (described) globalThis.localPage = JSON.parse(described) as LocalPage;
