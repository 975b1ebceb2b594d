import chooseWrapUp from '@salesforce/label/c.Switchboard_Card_ChooseWrapUp';
import connected from '@salesforce/label/c.Switchboard_Card_Connected';
import connectedFor from '@salesforce/label/c.Switchboard_Card_ConnectedFor';
import dialing from '@salesforce/label/c.Switchboard_Card_Dialing';
import dialingFor from '@salesforce/label/c.Switchboard_Card_DialingFor';
import ended from '@salesforce/label/c.Switchboard_Card_Ended';
import held from '@salesforce/label/c.Switchboard_Card_Held';
import heldFor from '@salesforce/label/c.Switchboard_Card_HeldFor';
import inbound from '@salesforce/label/c.Switchboard_Card_Inbound';
import internal from '@salesforce/label/c.Switchboard_Card_Internal';
import lasted from '@salesforce/label/c.Switchboard_Card_Lasted';
import missed from '@salesforce/label/c.Switchboard_Card_Missed';
import notes from '@salesforce/label/c.Switchboard_Notes_Label';
import notReached from '@salesforce/label/c.Switchboard_Card_NotReached';
import otherSaves from '@salesforce/label/c.Switchboard_Card_OtherSaves';
import otherSavesNotes from '@salesforce/label/c.Switchboard_Card_OtherSavesNotes';
import outbound from '@salesforce/label/c.Switchboard_Card_Outbound';
import putAway from '@salesforce/label/c.Switchboard_Card_PutAway';
import queue from '@salesforce/label/c.Switchboard_Card_Queue';
import quiet from '@salesforce/label/c.Switchboard_Card_Quiet';
import recordingOff from '@salesforce/label/c.Switchboard_Card_RecordingOff';
import recordingOn from '@salesforce/label/c.Switchboard_Card_RecordingOn';
import recordingPaused from '@salesforce/label/c.Switchboard_Card_RecordingPaused';
import ringing from '@salesforce/label/c.Switchboard_Card_Ringing';
import ringingFor from '@salesforce/label/c.Switchboard_Card_RingingFor';
import securePauseOn from '@salesforce/label/c.Switchboard_Card_SecurePauseOn';
import selected from '@salesforce/label/c.Switchboard_Card_Selected';
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
    chooseWrapUp,
    connected,
    connectedFor,
    dialing,
    dialingFor,
    ended,
    held,
    heldFor,
    inbound,
    internal,
    lasted,
    missed,
    notes,
    notReached,
    otherSaves,
    otherSavesNotes,
    outbound,
    putAway,
    queue,
    quiet,
    recordingOff,
    recordingOn,
    recordingPaused,
    ringing,
    ringingFor,
    securePauseOn,
    selected,
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
