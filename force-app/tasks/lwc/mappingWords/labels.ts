import atMostCharacters from '@salesforce/label/c.Switchboard_Detail_AtMostCharacters';
import atMostDigits from '@salesforce/label/c.Switchboard_Detail_AtMostDigits';
import attributeName from '@salesforce/label/c.Switchboard_Detail_AttributeName';
import choiceOf from '@salesforce/label/c.Switchboard_Detail_ChoiceOf';
import dateOrTime from '@salesforce/label/c.Switchboard_Detail_DateOrTime';
import editableField from '@salesforce/label/c.Switchboard_Detail_EditableField';
import openField from '@salesforce/label/c.Switchboard_Detail_OpenField';
import emailOf from '@salesforce/label/c.Switchboard_Detail_EmailOf';
import emptyText from '@salesforce/label/c.Switchboard_Detail_EmptyText';
import fieldName from '@salesforce/label/c.Switchboard_Detail_FieldName';
import freeField from '@salesforce/label/c.Switchboard_Detail_FreeField';
import interactionType from '@salesforce/label/c.Switchboard_Detail_InteractionType';
import interactionTypes from '@salesforce/label/c.Switchboard_Detail_InteractionTypes';
import knownAttribute from '@salesforce/label/c.Switchboard_Detail_KnownAttribute';
import notEmpty from '@salesforce/label/c.Switchboard_Detail_NotEmpty';
import nothing from '@salesforce/label/c.Switchboard_Detail_Nothing';
import notMappable from '@salesforce/label/c.Switchboard_Detail_NotMappable';
import objectName from '@salesforce/label/c.Switchboard_Detail_ObjectName';
import objectNames from '@salesforce/label/c.Switchboard_Detail_ObjectNames';
import oneListed from '@salesforce/label/c.Switchboard_Detail_OneListed';
import oneRule from '@salesforce/label/c.Switchboard_Detail_OneRule';
import phoneOf from '@salesforce/label/c.Switchboard_Detail_PhoneOf';
import recordId from '@salesforce/label/c.Switchboard_Detail_RecordId';
import recordOf from '@salesforce/label/c.Switchboard_Detail_RecordOf';
import seenField from '@salesforce/label/c.Switchboard_Detail_SeenField';
import spelling from '@salesforce/label/c.Switchboard_Detail_Spelling';
import textOf from '@salesforce/label/c.Switchboard_Detail_TextOf';
import timeWithZone from '@salesforce/label/c.Switchboard_Detail_TimeWithZone';
import urlOf from '@salesforce/label/c.Switchboard_Detail_UrlOf';
import wholeTranscript from '@salesforce/label/c.Switchboard_Detail_WholeTranscript';
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
import closedField from '@salesforce/label/c.Switchboard_Rules_ClosedField';
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
import onlyTask from '@salesforce/label/c.Switchboard_Rules_OnlyTask';
import onlyVoiceCall from '@salesforce/label/c.Switchboard_Rules_OnlyVoiceCall';
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
    atMostCharacters,
    atMostDigits,
    attributeName,
    builtIn,
    call,
    callback,
    chat,
    choiceOf,
    dateOrTime,
    didYouMean,
    editableField,
    openField,
    email,
    emailOf,
    emptyText,
    error,
    field,
    fieldName,
    closedField,
    fieldNotWriteable,
    freeField,
    good,
    interactionType,
    interactionTypes,
    knownAttribute,
    message,
    notDescribed,
    note,
    notEmpty,
    notForCallbacks,
    nothing,
    notMappable,
    notOnChannel,
    notUsable,
    objectName,
    objectNames,
    oneListed,
    oneRule,
    onlyParticipantData,
    onlySome,
    onlyTask,
    onlyVoiceCall,
    onlyWhenEmpty,
    otherTypes,
    outboundDialing,
    phoneOf,
    record,
    recordId,
    recordOf,
    reservedField,
    seenField,
    spelling,
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
    textOf,
    timeWithZone,
    typeDoesNotFit,
    unknownAttribute,
    unknownField,
    urlOf,
    voicemail,
    warning,
    wholeTranscript,
    works
} as const;
