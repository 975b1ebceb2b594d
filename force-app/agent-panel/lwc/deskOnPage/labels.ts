import call from '@salesforce/label/c.Switchboard_Card_TypeCall';
import chat from '@salesforce/label/c.Switchboard_Card_TypeChat';
import email from '@salesforce/label/c.Switchboard_Card_TypeEmail';
import message from '@salesforce/label/c.Switchboard_Card_TypeMessage';
import missed from '@salesforce/label/c.Switchboard_Card_Missed';
import notReached from '@salesforce/label/c.Switchboard_Card_NotReached';
import ringing from '@salesforce/label/c.Switchboard_Utility_Ringing';
import ringingMany from '@salesforce/label/c.Switchboard_Utility_RingingMany';
import unknownCaller from '@salesforce/label/c.Switchboard_Card_UnknownCaller';
import voicemail from '@salesforce/label/c.Switchboard_Card_TypeVoicemail';

export const LABELS = { ringing, ringingMany, unknownCaller } as const;

/** What a Task's Subject begins with. */
export const SUBJECT_WORDS = { call, chat, email, message, missed, notReached, voicemail } as const;
