/** Written out, since the bundler takes only icons that are named in a source. */
const ICONS: Readonly<Record<string, string>> = {
    Account: 'standard:account',
    Case: 'standard:case',
    Contact: 'standard:contact',
    Lead: 'standard:lead',
    Task: 'standard:task',
    VoiceCall: 'standard:voice_call'
};

export function objectIcon(object: string): string {
    return ICONS[object] ?? 'standard:record';
}
