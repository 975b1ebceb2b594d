import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sfdx from '@salesforce/sfdx-lwc-jest/config.js';
import { readLabels } from './scripts/build/labels.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const platform = '<rootDir>/local/lightning/platform/lightning';
const mocks = '<rootDir>/test/mocks/lightning';

export default {
    ...sfdx.jestConfig,
    rootDir: root,
    roots: ['<rootDir>/force-app', '<rootDir>/test'],
    // On a machine that is busy with much else a page may need longer than Jest's five seconds.
    testTimeout: 60_000,
    testMatch: ['**/__tests__/**/*.test.ts'],
    moduleNameMapper: {
        // The page's own message service: it copies messages and keeps scope, as the platform does.
        '^lightning/messageService$': `${platform}/messageService.ts`,
        '^lightning/graphql$': `${mocks}/graphql.ts`,
        '^lightning/platformUtilityBarApi$': `${mocks}/platformUtilityBarApi.ts`,
        '^lightning/platformWorkspaceApi$': `${mocks}/platformWorkspaceApi.ts`,
        '^lightning/button$': `${mocks}/button.ts`,
        '^lightning/clickToDial$': `${mocks}/clickToDial.ts`,
        '^lightning/navigation$': `${mocks}/navigation.ts`,
        '^lightning/serviceCloudVoiceToolkitApi$': `${mocks}/serviceCloudVoiceToolkitApi.ts`
    },
    // Tests see what people read: test/setup.ts gives each label its English text.
    globals: { switchboardLabels: readLabels(path.join(root, 'force-app')) },
    setupFilesAfterEnv: [...sfdx.jestConfig.setupFilesAfterEnv, '<rootDir>/test/setup.ts'],
    modulePathIgnorePatterns: ['<rootDir>/build/', '<rootDir>/.localdevserver'],
    testPathIgnorePatterns: [...sfdx.jestConfig.testPathIgnorePatterns, '<rootDir>/build/'],
    cacheDirectory: '<rootDir>/node_modules/.cache/jest'
};
