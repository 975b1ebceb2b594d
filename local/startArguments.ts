const USAGE = `Usage: npm start -- [--profile FILE]
FILE is a profile that the org health page exported; the local org then answers as that org does.
PORT=N npm start has the page at that port, and PORT=0 at any free one. SWITCHBOARD_DATA=FOLDER keeps the local org's
data there and not in .switchboard, and SWITCHBOARD_OPEN=0 opens no browser.
`;

export interface StartArguments {
    /** The file behind --profile. */
    readonly profileFile?: string;
    /** What somebody wants to read who asks how this is used. */
    readonly help?: string;
}

/** Throws with the usage for what it does not know. */
export function readStartArguments(given: readonly string[]): StartArguments {
    const [option, file, ...more] = given;
    if (option === undefined) return {};
    if (option === '--help' || option === '-h') return { help: USAGE };
    if (option !== '--profile') throw new Error(`There is no option ${option}.\n${USAGE}`);
    if (file === undefined) throw new Error(`--profile needs a file.\n${USAGE}`);
    if (more.length > 0) throw new Error(`One profile at a time: ${[file, ...more].join(' ')} was given.\n${USAGE}`);
    return { profileFile: file };
}
