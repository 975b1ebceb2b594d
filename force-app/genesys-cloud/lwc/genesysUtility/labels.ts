import notConnected from '@salesforce/label/c.Switchboard_Utility_NotConnected';
import ringing from '@salesforce/label/c.Switchboard_Utility_Ringing';
import ringingMany from '@salesforce/label/c.Switchboard_Utility_RingingMany';
import starting from '@salesforce/label/c.Switchboard_Utility_Starting';
import call from '@salesforce/label/c.Switchboard_Card_TypeCall';
import chat from '@salesforce/label/c.Switchboard_Card_TypeChat';
import email from '@salesforce/label/c.Switchboard_Card_TypeEmail';
import message from '@salesforce/label/c.Switchboard_Card_TypeMessage';
import voicemail from '@salesforce/label/c.Switchboard_Card_TypeVoicemail';
import unknownCaller from '@salesforce/label/c.Switchboard_Card_UnknownCaller';

export const LABELS = { notConnected, ringing, ringingMany, starting, unknownCaller } as const;

/** What a Task's Subject begins with. */
export const SUBJECT_WORDS = { call, chat, email, message, voicemail } as const;
