import allTypes from '@salesforce/label/c.Switchboard_Rules_AllTypes';
import always from '@salesforce/label/c.Switchboard_Rules_Always';
import builtIn from '@salesforce/label/c.Switchboard_Rules_BuiltIn';
import call from '@salesforce/label/c.Switchboard_Rules_Call';
import callback from '@salesforce/label/c.Switchboard_Rules_Callback';
import chat from '@salesforce/label/c.Switchboard_Rules_Chat';
import didYouMean from '@salesforce/label/c.Switchboard_Rules_DidYouMean';
import email from '@salesforce/label/c.Switchboard_Rules_Email';
import error from '@salesforce/label/c.Switchboard_Rules_Error';
import field from '@salesforce/label/c.Switchboard_Rules_Field';
import fieldNotWriteable from '@salesforce/label/c.Switchboard_Rules_FieldNotWriteable';
import good from '@salesforce/label/c.Switchboard_Rules_Good';
import message from '@salesforce/label/c.Switchboard_Rules_Message';
import notDescribed from '@salesforce/label/c.Switchboard_Rules_NotDescribed';
import notOnChannel from '@salesforce/label/c.Switchboard_Rules_NotOnChannel';
import notUsable from '@salesforce/label/c.Switchboard_Rules_NotUsable';
import note from '@salesforce/label/c.Switchboard_Rules_Note';
import notForCallbacks from '@salesforce/label/c.Switchboard_Rules_NotForCallbacks';
import onlyParticipantData from '@salesforce/label/c.Switchboard_Rules_OnlyParticipantData';
import onlySome from '@salesforce/label/c.Switchboard_Rules_OnlySome';
import onlyWhenEmpty from '@salesforce/label/c.Switchboard_Rules_OnlyWhenEmpty';
import otherTypes from '@salesforce/label/c.Switchboard_Rules_OtherTypes';
import outboundDialing from '@salesforce/label/c.Switchboard_Rules_OutboundDialing';
import record from '@salesforce/label/c.Switchboard_Rules_Record';
import reservedField from '@salesforce/label/c.Switchboard_Rules_ReservedField';
import standsIn from '@salesforce/label/c.Switchboard_Rules_StandsIn';
import switchedOff from '@salesforce/label/c.Switchboard_Rules_SwitchedOff';
import switchedOffBy from '@salesforce/label/c.Switchboard_Rules_SwitchedOffBy';
import takesDate from '@salesforce/label/c.Switchboard_Rules_TakesDate';
import takesDateTime from '@salesforce/label/c.Switchboard_Rules_TakesDateTime';
import takesEmail from '@salesforce/label/c.Switchboard_Rules_TakesEmail';
import takesFlag from '@salesforce/label/c.Switchboard_Rules_TakesFlag';
import takesNothing from '@salesforce/label/c.Switchboard_Rules_TakesNothing';
import takesNumber from '@salesforce/label/c.Switchboard_Rules_TakesNumber';
import takesPhone from '@salesforce/label/c.Switchboard_Rules_TakesPhone';
import takesPicklist from '@salesforce/label/c.Switchboard_Rules_TakesPicklist';
import takesPlace from '@salesforce/label/c.Switchboard_Rules_TakesPlace';
import takesRecordId from '@salesforce/label/c.Switchboard_Rules_TakesRecordId';
import takesText from '@salesforce/label/c.Switchboard_Rules_TakesText';
import takesUrl from '@salesforce/label/c.Switchboard_Rules_TakesUrl';
import takesWholeNumber from '@salesforce/label/c.Switchboard_Rules_TakesWholeNumber';
import textCut from '@salesforce/label/c.Switchboard_Rules_TextCut';
import typeDoesNotFit from '@salesforce/label/c.Switchboard_Rules_TypeDoesNotFit';
import unknownAttribute from '@salesforce/label/c.Switchboard_Rules_UnknownAttribute';
import unknownField from '@salesforce/label/c.Switchboard_Rules_UnknownField';
import voicemail from '@salesforce/label/c.Switchboard_Rules_Voicemail';
import warning from '@salesforce/label/c.Switchboard_Rules_Warning';
import works from '@salesforce/label/c.Switchboard_Rules_Works';

export const LABELS = {
    allTypes,
    always,
    builtIn,
    call,
    callback,
    chat,
    didYouMean,
    email,
    error,
    field,
    fieldNotWriteable,
    good,
    message,
    notDescribed,
    notOnChannel,
    notUsable,
    note,
    notForCallbacks,
    onlyParticipantData,
    onlySome,
    onlyWhenEmpty,
    otherTypes,
    outboundDialing,
    record,
    reservedField,
    standsIn,
    switchedOff,
    switchedOffBy,
    takesDate,
    takesDateTime,
    takesEmail,
    takesFlag,
    takesNothing,
    takesNumber,
    takesPhone,
    takesPicklist,
    takesPlace,
    takesRecordId,
    takesText,
    takesUrl,
    takesWholeNumber,
    textCut,
    typeDoesNotFit,
    unknownAttribute,
    unknownField,
    voicemail,
    warning,
    works
} as const;
