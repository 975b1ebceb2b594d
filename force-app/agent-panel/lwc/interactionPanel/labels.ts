import earlierOf from '@salesforce/label/c.Switchboard_Panel_EarlierOf';
import earlierTrouble from '@salesforce/label/c.Switchboard_Panel_EarlierTrouble';
import putAway from '@salesforce/label/c.Switchboard_Card_PutAway';
import agentPermission from '@salesforce/label/c.Switchboard_Panel_AgentPermission';
import earlierKept from '@salesforce/label/c.Switchboard_Panel_EarlierKept';
import earlierKeptOne from '@salesforce/label/c.Switchboard_Panel_EarlierKeptOne';
import earlierMany from '@salesforce/label/c.Switchboard_Panel_EarlierMany';
import earlierOne from '@salesforce/label/c.Switchboard_Panel_EarlierOne';
import noMapping from '@salesforce/label/c.Switchboard_Panel_NoMapping';
import noMappingOfCalls from '@salesforce/label/c.Switchboard_Panel_NoMappingOfCalls';
import noSettings from '@salesforce/label/c.Switchboard_Panel_NoSettings';
import offline from '@salesforce/label/c.Switchboard_Panel_Offline';
import saidCallback from '@salesforce/label/c.Switchboard_Panel_SaidCallback';
import saidChat from '@salesforce/label/c.Switchboard_Panel_SaidChat';
import saidConnected from '@salesforce/label/c.Switchboard_Panel_SaidConnected';
import saidDialing from '@salesforce/label/c.Switchboard_Panel_SaidDialing';
import saidEmail from '@salesforce/label/c.Switchboard_Panel_SaidEmail';
import saidEnded from '@salesforce/label/c.Switchboard_Panel_SaidEnded';
import saidHeld from '@salesforce/label/c.Switchboard_Panel_SaidHeld';
import saidMessage from '@salesforce/label/c.Switchboard_Panel_SaidMessage';
import saidCallNotSaved from '@salesforce/label/c.Switchboard_Panel_SaidCallNotSaved';
import saidCallSaved from '@salesforce/label/c.Switchboard_Panel_SaidCallSaved';
import saidNotSaved from '@salesforce/label/c.Switchboard_Panel_SaidNotSaved';
import saidRinging from '@salesforce/label/c.Switchboard_Panel_SaidRinging';
import saidSaved from '@salesforce/label/c.Switchboard_Panel_SaidSaved';
import saidVoicemail from '@salesforce/label/c.Switchboard_Panel_SaidVoicemail';
import saidFlag from '@salesforce/label/c.Switchboard_Details_SaidFlag';
import saidNote from '@salesforce/label/c.Switchboard_Details_SaidNote';
import saidPoorLine from '@salesforce/label/c.Switchboard_Details_SaidPoorLine';
import sessionExpired from '@salesforce/label/c.Switchboard_Save_SessionExpired';
import taskRefused from '@salesforce/label/c.Switchboard_Panel_TaskRefused';
import shortcuts from '@salesforce/label/c.Switchboard_Shortcuts_Open';
import title from '@salesforce/label/c.Switchboard_Panel_Title';
import tryAgain from '@salesforce/label/c.Switchboard_Panel_TryAgain';
import unknownCaller from '@salesforce/label/c.Switchboard_Card_UnknownCaller';

export const LABELS = {
    agentPermission,
    earlierKept,
    earlierKeptOne,
    earlierMany,
    earlierOf,
    earlierOne,
    earlierTrouble,
    noMapping,
    noMappingOfCalls,
    noSettings,
    offline,
    putAway,
    saidCallback,
    saidChat,
    saidConnected,
    saidDialing,
    saidEmail,
    saidEnded,
    saidFlag,
    saidHeld,
    saidMessage,
    saidCallNotSaved,
    saidCallSaved,
    saidNotSaved,
    saidNote,
    saidPoorLine,
    saidRinging,
    saidSaved,
    saidVoicemail,
    sessionExpired,
    shortcuts,
    taskRefused,
    title,
    tryAgain,
    unknownCaller
} as const;
