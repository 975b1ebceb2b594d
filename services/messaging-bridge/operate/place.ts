/** Where a configuration's references lead from. */
export interface Place {
    readonly env: NodeJS.ProcessEnv;
    /** The folder of the configuration file. */
    readonly folder: string;
}
