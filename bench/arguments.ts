const USAGE = `Usage: npm run bench [-- --help]
    Measures everything, each figure beside its baseline, for some minutes, prints it, and writes it to
    bench/results.json. There is nothing to choose.
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
