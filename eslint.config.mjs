import { defineConfig } from 'eslint/config';
import lwcTs from '@salesforce/eslint-config-lwc/recommended-ts.js';
import js from '@eslint/js';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { OWN_REQUESTS, TO_EVERYBODY, platformRules } from './config/platformRules.mjs';

const COMPONENTS = ['force-app/**/lwc/**/*.ts'];
const COMPONENT_TESTS = ['force-app/**/__tests__/**/*.ts', 'test/**/*.ts'];
const LOCAL_COMPONENTS = ['local/lightning/page/**/*.ts', 'local/genesys/softPhone/**/*.ts', 'local/messaging/*/*.ts'];
const NODE = [
    'scripts/**/*.ts',
    'local/**/*.ts',
    'services/**/*.ts',
    'bench/**/*.ts',
    'e2e/**/*.ts',
    'packages/**/*.ts',
    'test/faults/**/*.ts'
];

/** Projects of other teams; a test packs our package, installs it there, and type-checks them. */
const EXAMPLES = ['examples/**/lwc/**/*.{js,ts}'];

/** The type check covers these; the resolver cannot know c/* and lightning/*. */
const COVERED_BY_TSC = {
    'no-undef': 'off',
    'no-unused-vars': 'off',
    'no-shadow': 'off',
    'no-use-before-define': 'off',
    'consistent-return': 'off',
    // Prettier's business.
    'no-confusing-arrow': 'off',
    'import/named': 'off',
    'import/namespace': 'off',
    'import/default': 'off',
    'import/export': 'off',
    'import/no-unresolved': 'off'
};

/** Syntax that the type check passes and the platform's compiler refuses. */
const REFUSED_BY_PLATFORM = [
    { selector: 'StaticBlock', message: 'The platform compiler refuses static blocks.' },
    {
        selector: 'MethodDefinition[key.type="PrivateIdentifier"]',
        message: 'The platform compiler refuses private #methods; use TypeScript private.'
    },
    { selector: 'AccessorProperty', message: 'The platform compiler refuses auto-accessors.' },
    { selector: 'ImportExpression', message: 'The platform compiler refuses dynamic import.' },
    {
        selector:
            'Program > ExpressionStatement > AwaitExpression, Program > VariableDeclaration > VariableDeclarator > AwaitExpression',
        message: 'The platform compiler refuses top-level await.'
    },
    {
        selector: 'ExportAllDeclaration[source.value=/^c\\u002F/]',
        message: 'The platform refuses export * of another bundle; export by name.'
    }
];

/** What an underscore marks is meant to be unused. */
const UNUSED = ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' }];

export default defineConfig([
    {
        ignores: [
            'build/',
            'coverage/',
            '**/node_modules/',
            '.sfdx/',
            '.sf/',
            '**/*.d.ts',
            'types/*.test-d.ts',
            'force-app/**/lwc/**/*.js',
            // Copied by the build; checked where they are written.
            'force-app/stand-in/lwc/standInPhone/{calls,checks,conversation,reactions}.ts'
        ]
    },
    {
        files: COMPONENTS,
        ignores: ['**/__tests__/**'],
        extends: [lwcTs, tseslint.configs.recommendedTypeChecked, platformRules],
        linterOptions: { reportUnusedDisableDirectives: 'error' },
        languageOptions: {
            // The @lwc/lwc rules read typescript-eslint's tree as well as Babel's.
            parser: tseslint.parser,
            parserOptions: { project: './tsconfig.test.json', tsconfigRootDir: import.meta.dirname }
        },
        rules: {
            '@typescript-eslint/consistent-type-imports': 'error',
            '@typescript-eslint/explicit-function-return-type': ['error', { allowTypedFunctionExpressions: true }],
            '@typescript-eslint/no-explicit-any': 'error',
            '@typescript-eslint/no-unused-vars': UNUSED,
            'no-void': ['error', { allowAsStatement: true }],
            'no-console': 'error',
            'no-restricted-syntax': ['error', ...REFUSED_BY_PLATFORM, ...OWN_REQUESTS, ...TO_EVERYBODY],
            // Timers are what a timer tick, a debounce and a retry are made of.
            '@lwc/lwc/no-async-operation': 'off',
            'dot-notation': 'off',
            ...COVERED_BY_TSC
        }
    },
    {
        // Two to several times as fast as Object.keys, for each message of the phone; what is inherited is not taken.
        files: ['force-app/client-events/lwc/clientEventCodec/{interaction,interactionEvent}.ts'],
        rules: { 'guard-for-in': 'off' }
    },
    {
        // Control characters are what it looks for, to leave them out.
        files: ['force-app/tasks/lwc/mappingFiles/recordXml.ts'],
        rules: { 'no-control-regex': 'off' }
    },
    {
        files: COMPONENT_TESTS,
        ignores: ['test/faults/**'],
        extends: [lwcTs, tseslint.configs.recommended],
        languageOptions: { parser: tseslint.parser, globals: { ...globals.node, ...globals.jest } },
        rules: {
            '@typescript-eslint/no-unused-vars': UNUSED,
            '@lwc/lwc/no-async-operation': 'off',
            '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off',
            '@lwc/lwc/no-inner-html': 'off',
            // A test takes its steps one after the other, and property tests assert through fast-check.
            'no-await-in-loop': 'off',
            'jest/expect-expect': ['warn', { assertFunctionNames: ['expect', 'fc.assert'] }],
            'no-restricted-syntax': 'off',
            'dot-notation': 'off',
            ...COVERED_BY_TSC
        }
    },
    {
        files: NODE,
        extends: [js.configs.recommended, tseslint.configs.recommended],
        languageOptions: {
            parser: tseslint.parser,
            parserOptions: { project: './tsconfig.node.json', tsconfigRootDir: import.meta.dirname },
            globals: { ...globals.node }
        },
        rules: {
            '@typescript-eslint/consistent-type-imports': 'error',
            '@typescript-eslint/no-unused-vars': UNUSED,
            // node:test's own functions return promises that nobody awaits.
            '@typescript-eslint/no-floating-promises': [
                'error',
                {
                    allowForKnownSafeCalls: [
                        { from: 'package', name: ['test', 'describe', 'it', 'suite'], package: 'node:test' }
                    ]
                }
            ],
            '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
            '@typescript-eslint/await-thenable': 'error',
            'no-undef': 'off',
            'no-unused-vars': 'off'
        }
    },
    {
        files: EXAMPLES,
        extends: [lwcTs, tseslint.configs.recommended],
        languageOptions: { parser: tseslint.parser, globals: { ...globals.jest } },
        rules: COVERED_BY_TSC
    },
    {
        files: ['examples/*/jest.config.js'],
        languageOptions: { sourceType: 'commonjs', globals: { ...globals.node } }
    },
    {
        files: ['packages/**/*.cjs'],
        extends: [js.configs.recommended],
        languageOptions: { sourceType: 'commonjs', globals: { ...globals.node } }
    },
    {
        files: LOCAL_COMPONENTS,
        languageOptions: { globals: { ...globals.browser } }
    },
    {
        files: ['**/*.mjs', '*.js', 'test/**/*.cjs'],
        extends: [js.configs.recommended],
        languageOptions: { globals: { ...globals.node } }
    }
]);
