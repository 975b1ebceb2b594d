/** How a customer reaches the contact centre. `dialer`: a campaign calls the customer and rings the agent. */
export type Medium = 'call' | 'callback' | 'voicemail' | 'dialer' | 'chat' | 'email' | 'message';

export const MEDIA: readonly Medium[] = ['call', 'callback', 'voicemail', 'dialer', 'chat', 'email', 'message'];

/** As people read them. */
export const MEDIUM_NAMES: Readonly<Record<Medium, string>> = {
    call: 'Call',
    callback: 'Callback',
    voicemail: 'Voicemail',
    dialer: 'Campaign call',
    chat: 'Chat',
    email: 'Email',
    message: 'Message'
};

/** The flags by which the interaction object tells its medium. None of them set is a plain call. */
export interface MediumFlags {
    readonly isCallback: boolean;
    readonly isDialer: boolean;
    readonly isChat: boolean;
    readonly isEmail: boolean;
    readonly isMessage: boolean;
    readonly isVoicemail: boolean;
}

export function flagsOf(medium: Medium): MediumFlags {
    return {
        isCallback: medium === 'callback',
        isDialer: medium === 'dialer',
        isChat: medium === 'chat',
        isEmail: medium === 'email',
        isMessage: medium === 'message',
        isVoicemail: medium === 'voicemail'
    };
}

/** Somebody is on the line, so there is something to hold, mute, pause and consult about. */
export function hasVoice(medium: Medium): boolean {
    return medium === 'call' || medium === 'callback' || medium === 'dialer';
}

/** The customer is known by a phone number. */
export function hasNumber(medium: Medium): boolean {
    return hasVoice(medium) || medium === 'voicemail';
}

/** The customer is there as long as it lasts, and can end it. */
export function customerIsPresent(medium: Medium): boolean {
    return hasVoice(medium) || medium === 'chat';
}

/** An agent who has one of these is not offered another one of the same kind by a queue. */
export function occupation(medium: Medium): string {
    return hasVoice(medium) ? 'voice' : medium;
}
