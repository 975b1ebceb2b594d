/** Lines for `moduleNameMapper` in jest.config.js. */
export declare const moduleNameMapper: Readonly<Record<string, string>>;
