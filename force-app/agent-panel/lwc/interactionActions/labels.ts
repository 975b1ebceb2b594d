import answer from '@salesforce/label/c.Switchboard_Card_Answer';
import awaiting from '@salesforce/label/c.Switchboard_Card_Awaiting';
import buttonFor from '@salesforce/label/c.Switchboard_Card_ButtonFor';
import completeTransfer from '@salesforce/label/c.Switchboard_Card_CompleteTransfer';
import conference from '@salesforce/label/c.Switchboard_Card_Conference';
import consulting from '@salesforce/label/c.Switchboard_Card_Consulting';
import controls from '@salesforce/label/c.Switchboard_Card_Controls';
import decline from '@salesforce/label/c.Switchboard_Card_Decline';
import end from '@salesforce/label/c.Switchboard_Card_End';
import hangUp from '@salesforce/label/c.Switchboard_Card_HangUp';
import hold from '@salesforce/label/c.Switchboard_Card_Hold';
import mute from '@salesforce/label/c.Switchboard_Card_Mute';
import muteBegin from '@salesforce/label/c.Switchboard_Card_MuteBegin';
import muteEnd from '@salesforce/label/c.Switchboard_Card_MuteEnd';
import muteSent from '@salesforce/label/c.Switchboard_Card_MuteSent';
import muteWaits from '@salesforce/label/c.Switchboard_Card_MuteWaits';
import notActive from '@salesforce/label/c.Switchboard_Card_NotActive';
import notSeen from '@salesforce/label/c.Switchboard_Card_NotSeen';
import notSent from '@salesforce/label/c.Switchboard_Card_NotSent';
import retrieve from '@salesforce/label/c.Switchboard_Card_Retrieve';
import securePause from '@salesforce/label/c.Switchboard_Card_SecurePause';
import securePauseEnd from '@salesforce/label/c.Switchboard_Card_SecurePauseEnd';
import secureSession from '@salesforce/label/c.Switchboard_Card_SecureSession';
import secureSessionSent from '@salesforce/label/c.Switchboard_Card_SecureSessionSent';
import sent from '@salesforce/label/c.Switchboard_Card_Sent';
import swap from '@salesforce/label/c.Switchboard_Card_Swap';
import talkFirst from '@salesforce/label/c.Switchboard_Card_TalkFirst';
import transfer from '@salesforce/label/c.Switchboard_Card_Transfer';

export const LABELS = {
    answer,
    awaiting,
    buttonFor,
    completeTransfer,
    conference,
    consulting,
    controls,
    decline,
    end,
    hangUp,
    hold,
    mute,
    muteBegin,
    muteEnd,
    muteSent,
    muteWaits,
    notActive,
    notSeen,
    notSent,
    retrieve,
    securePause,
    securePauseEnd,
    secureSession,
    secureSessionSent,
    sent,
    swap,
    talkFirst,
    transfer
} as const;
