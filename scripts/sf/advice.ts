/** What to do when the Salesforce CLI says that something failed. */
import type { Answer } from './sf.ts';
import { failuresIn } from './failures.ts';

type Failure = Extract<Answer, { done: false }>;

export interface Around {
    /** Alias of the Dev Hub, where the command has one. */
    readonly hub?: string;
    /** Alias of the org, where the command has one. */
    readonly org?: string;
}

interface Known {
    /** Matched against the error's name, its message and each failed component. */
    readonly says: RegExp;
    readonly remedy: (around: Around) => string;
}

const login = ({ hub = 'my-hub' }: Around): string =>
    `Log in to your Dev Hub: sf org login web --set-default-dev-hub --alias ${hub}`;

/** The first that matches is printed. */
const KNOWN: readonly Known[] = [
    // Before the next one: the CLI itself ends with 127, too, where it has no such command.
    {
        says: /Nonexistent flag|command .* not found|is not a sf command/i,
        remedy: () =>
            'Your Salesforce CLI is too old: sf update, or npm install --global @salesforce/cli if npm installed it'
    },
    {
        says: /\bENOENT\b|^127$/,
        remedy: () => 'Install the Salesforce CLI: npm install --global @salesforce/cli. Then check: sf --version'
    },
    { says: /NoDefaultDevHub/, remedy: login },
    {
        says: /NamedOrgNotFound|No authorization information found/,
        remedy: ({ hub, org }) =>
            hub !== undefined
                ? login({ hub })
                : `The Salesforce CLI knows no org "${org ?? ''}" on this computer. Start without --from, so that it is made.`
    },
    {
        says: /NotADevHub|not a (valid )?dev hub|isn't a Dev Hub/i,
        remedy: () =>
            'Switch it on in that org: Setup > Dev Hub > Enable Dev Hub. It must be a production, Developer Edition or trial org, no sandbox.'
    },
    {
        says: /expired (access|refresh)|RefreshTokenAuthError|INVALID_SESSION_ID|invalid_grant|inactive (user|org)/i,
        remedy: ({ hub, org }) =>
            hub !== undefined
                ? `The login has expired. ${login({ hub })}`
                : `The login has expired, or the scratch org has: sf org list. Make a new one without --from, or log in again: sf org login web --alias ${org ?? ''}`
    },
    {
        says: /active scratch org limit|ActiveScratchOrgs/i,
        remedy: ({ hub }) =>
            `Your Dev Hub has as many scratch orgs as it may. Look: sf org list limits --target-org ${hub ?? ''}. Delete one: sf org delete scratch --target-org ALIAS`
    },
    {
        says: /daily scratch org|DailyScratchOrgs/i,
        remedy: ({ hub }) =>
            `Your Dev Hub has made as many scratch orgs as it may in a day. Look: sf org list limits --target-org ${hub ?? ''}. Try again tomorrow, or give another Dev Hub.`
    },
    {
        says: /ScratchOrgInfoTimeout|isn't ready yet|StillInProgress/i,
        remedy: () =>
            'Salesforce is still making the org. Wait some minutes, take it over with the command that the message names (sf org resume scratch), then go on with the next step.'
    },
    {
        says: /ConversationChannelDefinition/,
        remedy: () =>
            'The org has no messaging of Service Cloud with Bring Your Own Channel. Leave it out: no --with messaging-channel.'
    },
    {
        says: /VoiceCall|service-cloud-voice/i,
        remedy: () => 'The org has no Salesforce Voice. Leave it out: no --with salesforce-voice.'
    },
    {
        says: /purecloud__/,
        remedy: () =>
            "The org lacks Genesys Cloud for Salesforce. Leave --phone-package out, so that the stand-in takes the channel's place."
    },
    {
        says: /already promoted a package version|previously released/i,
        remedy: () =>
            'A version with this number is released. Raise versionNumber of the package in sfdx-project.json, then make a version again.'
    },
    {
        says: /code coverage/i,
        remedy: () => 'The version was made without --code-coverage. Make a new one: npm run package:versions.'
    },
    {
        says: /No package ID was found|package alias|can't find package|Package2 .* not found/i,
        remedy: () =>
            'packageAliases of sfdx-project.json holds the ids of another Dev Hub. Take them out, so that the packages are made in yours.'
    },
    {
        says: /required package is missing|missing dependency/i,
        remedy: () => 'Make the versions of the packages that it needs first: start without --from.'
    },
    {
        says: /Package2VersionCreate|daily (limit|package version)|reached the limit/i,
        remedy: () => 'Your Dev Hub has made as many package versions as it may in a day. Try again tomorrow.'
    },
    {
        says: /not a valid Features|feature.* (not|isn.t) (enabled|available|supported)|InvalidFeature|edition/i,
        remedy: () =>
            'Your Dev Hub may not give this feature or edition. Change "edition" or "settings" in config/project-scratch-def.json.'
    },
    {
        says: /error code: [CST]|SignupFailed|fatal signup error/i,
        remedy: () =>
            'The sign-up failed at Salesforce. Try again; the codes are in the Salesforce DX guide under "Scratch Org Error Codes".'
    },
    {
        says: /Permission set ".*" not found/,
        remedy: () => 'The folder that has it was not deployed. Start with its step.'
    },
    {
        says: /DUPLICATE/i,
        remedy: () => 'The records are there already. Go on with the next step.'
    },
    {
        says: /domain is unavailable|DomainTimeout|custom domain/i,
        remedy: () => "The new org's address is not known everywhere yet. Wait some minutes and start with this step."
    },
    {
        says: /ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ECONNRESET/,
        remedy: () => 'Salesforce cannot be reached. Check the network or the proxy.'
    },
    {
        says: /^69$/,
        remedy: () =>
            'It goes on at Salesforce. Wait, then start with this step: what is there already is sent again unharmed.'
    },
    {
        says: /has no script|No content|\.js\b.*not found/i,
        remedy: () => 'The components are not built: npm run build.'
    }
];

export interface Told {
    /** Every thing that failed, in the CLI's own words. */
    readonly lines: readonly string[];
    readonly remedy: string | undefined;
}

export function adviceFor(failure: Failure, around: Around): Told {
    const failures = failuresIn(failure.details);
    const message = failure.message.replaceAll('\n', ' ').replaceAll(/\s+/g, ' ').trim();
    const said = message === '' ? [] : [failure.name === '' ? message : `${failure.name}: ${message}`];
    const all = [...said, ...failures, String(failure.exitCode)];
    const known = KNOWN.find(({ says }) => all.some((text) => says.test(text)));
    const lines = [...said, ...failures];
    return {
        lines: lines.length > 0 ? lines : [`sf ended with the exit code ${failure.exitCode}.`],
        remedy: known?.remedy(around)
    };
}
