export interface PhoneRequests {
    ask<T>(route: string): Promise<T>;
    /** Answers why not, in words, or undefined when it was done. */
    tell(method: 'POST' | 'PUT', route: string, body: unknown): Promise<string | undefined>;
}

/** How a phone in the browser asks the server below one path, such as `/local/genesys`. */
export function phoneRequests(root: string): PhoneRequests {
    return {
        ask: async <T>(route: string) => (await (await fetch(`${root}/${route}`)).json()) as T,
        async tell(method, route, body) {
            try {
                const response = await fetch(`${root}/${route}`, {
                    method,
                    headers: { 'content-type': 'application/json' },
                    body: JSON.stringify(body)
                });
                const { error, reason } = (await response.json()) as { error?: string; reason?: string };
                return error ?? reason;
            } catch {
                return 'The contact centre does not answer.';
            }
        }
    };
}
