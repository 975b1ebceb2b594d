import answer from '@salesforce/label/c.Switchboard_Card_Answer';
import awaiting from '@salesforce/label/c.Switchboard_Card_Awaiting';
import buttonFor from '@salesforce/label/c.Switchboard_Card_ButtonFor';
import completeTransfer from '@salesforce/label/c.Switchboard_Card_CompleteTransfer';
import consulting from '@salesforce/label/c.Switchboard_Card_Consulting';
import controls from '@salesforce/label/c.Switchboard_Card_Controls';
import decline from '@salesforce/label/c.Switchboard_Card_Decline';
import end from '@salesforce/label/c.Switchboard_Card_End';
import hangUp from '@salesforce/label/c.Switchboard_Card_HangUp';
import hold from '@salesforce/label/c.Switchboard_Card_Hold';
import mute from '@salesforce/label/c.Switchboard_Card_Mute';
import muteSent from '@salesforce/label/c.Switchboard_Card_MuteSent';
import muteWaits from '@salesforce/label/c.Switchboard_Card_MuteWaits';
import notSeen from '@salesforce/label/c.Switchboard_Card_NotSeen';
import notSent from '@salesforce/label/c.Switchboard_Card_NotSent';
import retrieve from '@salesforce/label/c.Switchboard_Card_Retrieve';
import securePause from '@salesforce/label/c.Switchboard_Card_SecurePause';
import securePauseEnd from '@salesforce/label/c.Switchboard_Card_SecurePauseEnd';
import secureSession from '@salesforce/label/c.Switchboard_Card_SecureSession';
import secureSessionSent from '@salesforce/label/c.Switchboard_Card_SecureSessionSent';
import sent from '@salesforce/label/c.Switchboard_Card_Sent';
import talkFirst from '@salesforce/label/c.Switchboard_Card_TalkFirst';
import transfer from '@salesforce/label/c.Switchboard_Card_Transfer';

export const LABELS = {
    answer,
    awaiting,
    buttonFor,
    completeTransfer,
    consulting,
    controls,
    decline,
    end,
    hangUp,
    hold,
    mute,
    muteSent,
    muteWaits,
    notSeen,
    notSent,
    retrieve,
    securePause,
    securePauseEnd,
    secureSession,
    secureSessionSent,
    sent,
    talkFirst,
    transfer
} as const;
