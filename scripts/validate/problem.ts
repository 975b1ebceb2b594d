/** One fault: which check saw it, in which file (relative to the project), and what to do. */
export interface Problem {
    readonly check: string;
    readonly file: string;
    readonly message: string;
}

export type Check = (project: Project) => readonly Problem[] | Promise<readonly Problem[]>;

export interface Bundle {
    readonly name: string;
    /** The folder of force-app it is in. */
    readonly package: string;
    /** Relative to the project, with slashes. */
    readonly folder: string;
    /** File names right in the folder, sources included. */
    readonly files: readonly string[];
}

export interface Project {
    readonly root: string;
    readonly apiVersion: string;
    /** Every file below force-app, relative to the project, with slashes. */
    readonly files: readonly string[];
    readonly bundles: readonly Bundle[];
    /** Text of one of `files`. */
    text(file: string): string;
    /** A metadata file as plain objects; undefined when it is no well-formed XML. */
    xml(file: string): Record<string, unknown> | undefined;
}
