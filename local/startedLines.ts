export interface Started {
    /** Address of the page, with a slash at its end. */
    readonly page: string;
    /** The port that the page takes where nobody names one; left out where somebody did. */
    readonly usualPort?: number;
    readonly mcp?: string;
    readonly api?: string;
}

/** What `npm start` prints once the page can be opened. */
export function startedLines({ page, usualPort, mcp, api }: Started): readonly string[] {
    const moved = usualPort !== undefined && Number(new URL(page).port) !== usualPort;
    return [
        `Switchboard is ready: ${page}`,
        ...(moved ? [`  (port ${usualPort} is taken; if that is another npm start, both show the same data)`] : []),
        `A rep and a customer, with the messaging bridge between them: ${page}messaging`,
        ...(mcp === undefined ? [] : [`For AI clients, the MCP server: ${mcp}`]),
        ...(api === undefined ? [] : [`For programs, the Genesys Cloud Platform API: ${api}`]),
        "Ctrl-C ends it; the org's records stay for the next start."
    ];
}
