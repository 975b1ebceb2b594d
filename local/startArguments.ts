const USAGE = `Usage: npm start -- [--profile FILE]
FILE is a profile that the org health page exported; the local org then answers as that org does.
`;

/** The file behind --profile. Throws with the usage for anything else. */
export function readStartArguments(given: readonly string[]): { readonly profileFile?: string } {
    const [option, file, ...more] = given;
    if (option === undefined) return {};
    if (option !== '--profile') throw new Error(`There is no option ${option}.\n${USAGE}`);
    if (file === undefined) throw new Error(`--profile needs a file.\n${USAGE}`);
    if (more.length > 0) throw new Error(`One profile at a time: ${[file, ...more].join(' ')} was given.\n${USAGE}`);
    return { profileFile: file };
}
