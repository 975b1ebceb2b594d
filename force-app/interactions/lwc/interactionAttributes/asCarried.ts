/** What is no duration (negative, not a number) is not known; zero is one. */
export function seconds(carried: number | undefined): number | undefined {
    return carried !== undefined && Number.isFinite(carried) && carried >= 0 ? carried : undefined;
}

/** Text as it came; empty or blank text says nothing. */
export function text(carried: string | undefined): string | undefined {
    return carried === undefined || carried.trim() === '' ? undefined : carried;
}
