import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { adviceFor } from './advice.ts';

interface Said {
    readonly name?: string;
    readonly message?: string;
    readonly details?: unknown;
    readonly exitCode?: number;
}

const signup = (message: string): Said => ({ name: 'RemoteOrgSignupFailed', message });
const deploy = (...componentFailures: object[]): Said => ({ details: { details: { componentFailures } } });

/** [what happened, what the CLI says, what the person must read]. The first five were taken from the CLI itself. */
const AT_THE_HUB: readonly [string, Said, RegExp][] = [
    [
        'is not logged in to the Dev Hub',
        {
            name: 'NamedOrgNotFoundError',
            message:
                'Parsing --target-dev-hub \n\tNo authorization information found for hub.\nSee more help with --help',
            exitCode: 2
        },
        /^Log in to your Dev Hub: sf org login web --set-default-dev-hub --alias hub$/
    ],
    [
        'has no Dev Hub',
        { name: 'NoDefaultDevHubError', message: 'No default dev hub found.' },
        /^Log in to your Dev Hub/
    ],
    [
        'gave an org that is no Dev Hub',
        { name: 'NotADevHubError', message: 'The specified org hub is not a Dev Hub.' },
        /Setup > Dev Hub/
    ],
    [
        'has an old CLI',
        { name: 'NonExistentFlagsError', message: 'Nonexistent flag: --definition-file', exitCode: 2 },
        /sf update/
    ],
    [
        'has a CLI that lacks the command',
        { message: '›   Warning: org create scratch is not a sf command.', exitCode: 127 },
        /sf update/
    ],
    [
        'was logged in long ago',
        {
            name: 'RefreshTokenAuthError',
            message: 'Error authenticating with the refresh token due to: expired access/refresh token'
        },
        /login has expired\. Log in .*--alias hub/
    ],
    [
        'has too many scratch orgs',
        signup('The signup request failed because this organization has reached its active scratch org limit'),
        /sf org delete scratch/
    ],
    [
        'made too many today',
        signup('The signup request failed because this organization has reached its daily scratch org signup limit.'),
        /tomorrow/
    ],
    [
        'asks for a feature that the Dev Hub may not give',
        signup('X is not a valid Features value.'),
        /project-scratch-def\.json/
    ],
    [
        'meets a failure of Salesforce',
        signup('The request to create a scratch org failed with error code: C-9999.'),
        /Try again/
    ],
    [
        'waits longer than the CLI does',
        { name: 'ScratchOrgInfoTimeoutError', message: 'Resume with "sf org resume scratch"', exitCode: 69 },
        /take it over/
    ],
    [
        'releases a number twice',
        { message: 'You already promoted a package version with this major.minor.patch version number.' },
        /Raise versionNumber/
    ],
    [
        'releases what was made without coverage',
        { message: 'Code coverage has not been run for this version.' },
        /package:versions/
    ],
    [
        'has the ids of another Dev Hub',
        { message: 'No package ID was found in Dev Hub for package ID: 0Ho1.' },
        /Take them out/
    ],
    ['makes too many versions in a day', { message: 'You reached the limit of Package2VersionCreates' }, /tomorrow/]
];

const AT_THE_ORG: readonly [string, Said, RegExp][] = [
    [
        'went on with an org that is not there',
        { name: 'NamedOrgNotFoundError', message: 'No authorization information found for mine.', exitCode: 2 },
        /knows no org "mine"/
    ],
    ['went on with an org that has expired', { name: 'RefreshTokenAuthError', message: 'inactive org' }, /sf org list/],
    [
        'deploys without the package of the phone',
        deploy({ fullName: 'genesysChannel', problem: 'Invalid reference purecloud__ClientEvent__c' }),
        /Leave --phone-package out/
    ],
    [
        'deploys to an org without messaging',
        deploy({
            componentType: 'ConversationChannelDefinition',
            fullName: 'Switchboard_Messaging',
            problem: 'No access'
        }),
        /no --with messaging-channel/
    ],
    [
        'deploys to an org without Voice',
        deploy({ fullName: 'x', problem: 'VoiceCall not found' }),
        /no --with salesforce-voice/
    ],
    ['deploys what takes long', { details: { status: 'InProgress' }, exitCode: 69 }, /goes on at Salesforce/],
    [
        'assigns what is not there',
        {
            details: { successes: [], failures: [{ message: 'Permission set "X" not found in target org.' }] },
            exitCode: 68
        },
        /was not deployed/
    ],
    [
        'loads the data twice',
        {
            message: 'Data Import failed',
            details: [{ referenceId: 'AccountRef1', StatusCode: 'DUPLICATES_DETECTED', Message: 'Use one' }]
        },
        /go on with the next step/i
    ],
    [
        'opens an org that is minutes old',
        { message: 'The Lightning Experience-enabled custom domain is unavailable.' },
        /Wait some minutes/
    ],
    ['is offline', { message: 'getaddrinfo ENOTFOUND login.salesforce.com' }, /network/],
    ['has no CLI', { exitCode: 127 }, /npm install --global @salesforce\/cli/]
];

const remedyFor = (said: Said, around: object): string | undefined =>
    adviceFor({ done: false, name: '', message: '', details: undefined, exitCode: 1, ...said }, around).remedy;

describe('a developer reads what to do who', () => {
    for (const [who, said, must] of AT_THE_HUB)
        test(who, () => assert.match(remedyFor(said, { hub: 'hub' }) ?? '', must));
    for (const [who, said, must] of AT_THE_ORG)
        test(who, () => assert.match(remedyFor(said, { org: 'mine' }) ?? '', must));
});

test('a developer reads each thing that failed, and the CLI’s own words where nothing is known', () => {
    const failure = { componentType: 'CustomField', fullName: 'A.B__c', lineNumber: 4, problem: 'Wrong' };
    const said = {
        done: false,
        name: '',
        message: '',
        details: { details: { componentFailures: failure } },
        exitCode: 1
    } as const;
    assert.deepEqual(adviceFor(said, {}), { lines: ['CustomField A.B__c, line 4: Wrong'], remedy: undefined });
    assert.deepEqual(adviceFor({ ...said, name: 'OddError', message: 'Odd\n  thing', details: {} }, {}), {
        lines: ['OddError: Odd thing'],
        remedy: undefined
    });
    assert.deepEqual(adviceFor({ ...said, details: undefined }, {}).lines, ['sf ended with the exit code 1.']);
});
