const USAGE = `Usage: npm run bench [-- --help]
    Measures everything, each figure beside its baseline, for some minutes, prints it, and writes it to
    bench/results.json. There is nothing to choose. Two libraries beside which the messaging bridge is measured are not
    of this project: SWITCHBOARD_PUBSUB_CLIENT names a folder with salesforce-pubsub-api-client and underscore,
    SWITCHBOARD_PG_BOSS one with pg-boss.
    --help    prints this`;

/** What is said instead of measuring; undefined where nothing was asked. A refusal names what is not understood. */
export function answerTo(given: readonly string[]): { readonly text: string; readonly isRefusal: boolean } | undefined {
    if (given.includes('--help') || given.includes('-h')) return { text: USAGE, isRefusal: false };
    const [first] = given;
    if (first === undefined) return undefined;
    return {
        text: `There is no ${first.startsWith('-') ? 'option' : 'argument'} ${first}.\n${USAGE}`,
        isRefusal: true
    };
}
