import type { OrgUser } from '../../org/orgTypes.ts';
import type { PageLanguage } from '../languages.ts';
import type { LocalPage, Navigation, Phones } from './localPage.ts';

/** What the page may load: its own server, and nothing inline but styles, as the platform's policy has it. */
export const CONTENT_SECURITY_POLICY = [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'"
].join('; ');

/** What one page differs in from another, its user apart. */
export interface PageSettings {
    readonly navigation: Navigation;
    readonly phones: Phones;
    readonly answers: Readonly<Record<string, string>>;
    /** English unless another is given. */
    readonly language?: PageLanguage;
}

const USUAL: PageSettings = { navigation: 'console', phones: 'genesys', answers: {} };

/** What the page is told about its user and its org. */
export function localPageOf(user: OrgUser, { navigation, phones, answers, language }: PageSettings = USUAL): LocalPage {
    return {
        userId: user.id,
        userName: user.name,
        userLabel: user.label,
        profile: user.profile,
        locale: language?.locale ?? user.locale,
        timeZone: user.timeZone,
        lang: language?.lang ?? 'en-US',
        ...(language && Object.keys(language.labels).length > 0 ? { labels: language.labels } : {}),
        navigation,
        phones,
        answers
    };
}

/** The document for a user. The script finds the user in `#local-page`. `own` names its script and its style sheet. */
export function pageHtml(user: OrgUser, title: string, settings: PageSettings = USUAL, own = 'page'): string {
    const page = localPageOf(user, settings);
    return `<!doctype html>
<html lang="${escaped(page.lang)}">
    <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${escaped(title)}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/styles/salesforce-lightning-design-system.min.css" />
        <link rel="stylesheet" href="/${own}.css" />
        <link rel="stylesheet" href="/dark.css" media="(prefers-color-scheme: dark)" />
        <script type="application/json" id="local-page">${JSON.stringify(page).replaceAll('<', '\\u003c')}</script>
        <script type="module" src="/${own}.js"></script>
    </head>
    <body class="slds-scope"></body>
</html>
`;
}

function escaped(text: string): string {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
