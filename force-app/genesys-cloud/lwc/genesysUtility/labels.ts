import notConnected from '@salesforce/label/c.Switchboard_Utility_NotConnected';
import ringing from '@salesforce/label/c.Switchboard_Utility_Ringing';
import ringingMany from '@salesforce/label/c.Switchboard_Utility_RingingMany';
import starting from '@salesforce/label/c.Switchboard_Utility_Starting';
import call from '@salesforce/label/c.Switchboard_Card_TypeCall';
import chat from '@salesforce/label/c.Switchboard_Card_TypeChat';
import email from '@salesforce/label/c.Switchboard_Card_TypeEmail';
import missed from '@salesforce/label/c.Switchboard_Card_Missed';
import notReached from '@salesforce/label/c.Switchboard_Card_NotReached';
import message from '@salesforce/label/c.Switchboard_Card_TypeMessage';
import voicemail from '@salesforce/label/c.Switchboard_Card_TypeVoicemail';
import badTime from '@salesforce/label/c.Switchboard_Inspector_Replay_BadTime';
import backInTime from '@salesforce/label/c.Switchboard_Inspector_Replay_BackInTime';
import empty from '@salesforce/label/c.Switchboard_Inspector_Replay_Empty';
import noMessage from '@salesforce/label/c.Switchboard_Inspector_Replay_NoMessage';
import noObject from '@salesforce/label/c.Switchboard_Inspector_Replay_NoObject';
import noTime from '@salesforce/label/c.Switchboard_Inspector_Replay_NoTime';
import notAList from '@salesforce/label/c.Switchboard_Inspector_Replay_NotAList';
import notJson from '@salesforce/label/c.Switchboard_Inspector_Replay_NotJson';
import unknownCaller from '@salesforce/label/c.Switchboard_Card_UnknownCaller';

export const LABELS = { notConnected, ringing, ringingMany, starting, unknownCaller } as const;

/** What a Task's Subject begins with. */
export const SUBJECT_WORDS = { call, chat, email, message, missed, notReached, voicemail } as const;

/** Why a file is no trace. */
export const TRACE_WORDS = { backInTime, badTime, empty, noMessage, noObject, noTime, notAList, notJson } as const;
