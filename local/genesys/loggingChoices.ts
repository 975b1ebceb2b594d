/** When the phone writes its own Task, in words. */
export const LOGGING_CHOICES: { label: string; value: string }[] = [
    { label: 'Early, when the call connects', value: 'early' },
    { label: 'Together with ours, right after it', value: 'together' },
    { label: 'Late, after the call', value: 'late' },
    { label: 'Twice, when the call connects', value: 'twice' },
    { label: 'Never', value: 'never' }
];
