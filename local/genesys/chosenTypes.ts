/**
 * Which messages the phone sends to the page at all: an admin chooses the types in the Client Event Settings of the
 * phone's package, and may have left out Interaction.
 */
export function isTold(message: unknown, answers: Readonly<Record<string, string>> | undefined): boolean {
    // A trace may hold messages that are no objects at all.
    const { type } = (message ?? {}) as { readonly type?: unknown };
    return answers?.['phone-messages'] !== 'noInteractions' || type !== 'Interaction';
}
