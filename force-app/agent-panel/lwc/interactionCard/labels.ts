import answer from '@salesforce/label/c.Switchboard_Card_Answer';
import awaiting from '@salesforce/label/c.Switchboard_Card_Awaiting';
import buttonFor from '@salesforce/label/c.Switchboard_Card_ButtonFor';
import connected from '@salesforce/label/c.Switchboard_Card_Connected';
import connectedFor from '@salesforce/label/c.Switchboard_Card_ConnectedFor';
import controls from '@salesforce/label/c.Switchboard_Card_Controls';
import decline from '@salesforce/label/c.Switchboard_Card_Decline';
import dialing from '@salesforce/label/c.Switchboard_Card_Dialing';
import dialingFor from '@salesforce/label/c.Switchboard_Card_DialingFor';
import end from '@salesforce/label/c.Switchboard_Card_End';
import ended from '@salesforce/label/c.Switchboard_Card_Ended';
import hangUp from '@salesforce/label/c.Switchboard_Card_HangUp';
import held from '@salesforce/label/c.Switchboard_Card_Held';
import heldFor from '@salesforce/label/c.Switchboard_Card_HeldFor';
import hold from '@salesforce/label/c.Switchboard_Card_Hold';
import inbound from '@salesforce/label/c.Switchboard_Card_Inbound';
import internal from '@salesforce/label/c.Switchboard_Card_Internal';
import lasted from '@salesforce/label/c.Switchboard_Card_Lasted';
import missed from '@salesforce/label/c.Switchboard_Card_Missed';
import mute from '@salesforce/label/c.Switchboard_Card_Mute';
import muteSent from '@salesforce/label/c.Switchboard_Card_MuteSent';
import notReached from '@salesforce/label/c.Switchboard_Card_NotReached';
import notSeen from '@salesforce/label/c.Switchboard_Card_NotSeen';
import notSent from '@salesforce/label/c.Switchboard_Card_NotSent';
import notes from '@salesforce/label/c.Switchboard_Notes_Label';
import outbound from '@salesforce/label/c.Switchboard_Card_Outbound';
import queue from '@salesforce/label/c.Switchboard_Card_Queue';
import retrieve from '@salesforce/label/c.Switchboard_Card_Retrieve';
import ringing from '@salesforce/label/c.Switchboard_Card_Ringing';
import ringingFor from '@salesforce/label/c.Switchboard_Card_RingingFor';
import securePause from '@salesforce/label/c.Switchboard_Card_SecurePause';
import securePauseEnd from '@salesforce/label/c.Switchboard_Card_SecurePauseEnd';
import securePauseOn from '@salesforce/label/c.Switchboard_Card_SecurePauseOn';
import transferred from '@salesforce/label/c.Switchboard_Card_Transferred';
import typeCall from '@salesforce/label/c.Switchboard_Card_TypeCall';
import typeCallback from '@salesforce/label/c.Switchboard_Card_TypeCallback';
import typeChat from '@salesforce/label/c.Switchboard_Card_TypeChat';
import typeEmail from '@salesforce/label/c.Switchboard_Card_TypeEmail';
import typeMessage from '@salesforce/label/c.Switchboard_Card_TypeMessage';
import typeOutboundDialing from '@salesforce/label/c.Switchboard_Card_TypeOutboundDialing';
import typeVoicemail from '@salesforce/label/c.Switchboard_Card_TypeVoicemail';
import unknownCaller from '@salesforce/label/c.Switchboard_Card_UnknownCaller';
import wrapUp from '@salesforce/label/c.Switchboard_Card_WrapUp';
import wrapUpFor from '@salesforce/label/c.Switchboard_Card_WrapUpFor';

export const LABELS = {
    answer,
    awaiting,
    buttonFor,
    connected,
    connectedFor,
    controls,
    decline,
    dialing,
    dialingFor,
    end,
    ended,
    hangUp,
    held,
    heldFor,
    hold,
    inbound,
    internal,
    lasted,
    missed,
    mute,
    muteSent,
    notReached,
    notes,
    notSeen,
    notSent,
    outbound,
    queue,
    retrieve,
    ringing,
    ringingFor,
    securePause,
    securePauseEnd,
    securePauseOn,
    transferred,
    typeCall,
    typeCallback,
    typeChat,
    typeEmail,
    typeMessage,
    typeOutboundDialing,
    typeVoicemail,
    unknownCaller,
    wrapUp,
    wrapUpFor
} as const;
