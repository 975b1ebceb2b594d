/** What the rep reads in the place of a file of the customer. */
export const FILE_NOT_TAKEN = (name: string, reason: string): string =>
    `[The customer sent a file that could not be passed on: ${name}. Why: ${reason}.]`;
