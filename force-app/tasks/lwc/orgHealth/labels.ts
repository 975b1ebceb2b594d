import answer from '@salesforce/label/c.Switchboard_Health_Answer';
import askAgain from '@salesforce/label/c.Switchboard_Health_AskAgain';
import asking from '@salesforce/label/c.Switchboard_Health_Asking';
import code from '@salesforce/label/c.Switchboard_Health_Code';
import copied from '@salesforce/label/c.Switchboard_Health_Copied';
import copy from '@salesforce/label/c.Switchboard_Health_Copy';
import intro from '@salesforce/label/c.Switchboard_Health_Intro';
import lookUpNo from '@salesforce/label/c.Switchboard_Health_LookUpNo';
import lookUpSet from '@salesforce/label/c.Switchboard_Health_LookUpSet';
import lookUpTitle from '@salesforce/label/c.Switchboard_Health_LookUpTitle';
import lookUpTried from '@salesforce/label/c.Switchboard_Health_LookUpTried';
import lookUpWorks from '@salesforce/label/c.Switchboard_Health_LookUpWorks';
import mappingNoAccess from '@salesforce/label/c.Switchboard_Health_MappingNoAccess';
import mappingNoSentinel from '@salesforce/label/c.Switchboard_Health_MappingNoSentinel';
import mappingSet from '@salesforce/label/c.Switchboard_Health_MappingSet';
import mappingTitle from '@salesforce/label/c.Switchboard_Health_MappingTitle';
import mappingTried from '@salesforce/label/c.Switchboard_Health_MappingTried';
import mappingWorks from '@salesforce/label/c.Switchboard_Health_MappingWorks';
import meaning from '@salesforce/label/c.Switchboard_Health_Meaning';
import notAsked from '@salesforce/label/c.Switchboard_Health_NotAsked';
import notCopied from '@salesforce/label/c.Switchboard_Health_NotCopied';
import nothingToSet from '@salesforce/label/c.Switchboard_Health_NothingToSet';
import offline from '@salesforce/label/c.Switchboard_Health_Offline';
import refused from '@salesforce/label/c.Switchboard_Health_Refused';
import setting from '@salesforce/label/c.Switchboard_Health_Setting';
import settingsNoAccess from '@salesforce/label/c.Switchboard_Health_SettingsNoAccess';
import title from '@salesforce/label/c.Switchboard_Health_Title';
import tried from '@salesforce/label/c.Switchboard_Health_Tried';
import unclear from '@salesforce/label/c.Switchboard_Health_Unclear';
import works from '@salesforce/label/c.Switchboard_Health_Works';
import writeLeft from '@salesforce/label/c.Switchboard_Health_WriteLeft';
import writeNo from '@salesforce/label/c.Switchboard_Health_WriteNo';
import writeNoChange from '@salesforce/label/c.Switchboard_Health_WriteNoChange';
import writeOpen from '@salesforce/label/c.Switchboard_Health_WriteOpen';
import writeSet from '@salesforce/label/c.Switchboard_Health_WriteSet';
import writeSubject from '@salesforce/label/c.Switchboard_Health_WriteSubject';
import writeTitle from '@salesforce/label/c.Switchboard_Health_WriteTitle';
import writeTried from '@salesforce/label/c.Switchboard_Health_WriteTried';
import writeTry from '@salesforce/label/c.Switchboard_Health_WriteTry';
import writeWorks from '@salesforce/label/c.Switchboard_Health_WriteWorks';

export const LABELS = {
    answer,
    askAgain,
    asking,
    code,
    copied,
    copy,
    intro,
    lookUpNo,
    lookUpSet,
    lookUpTitle,
    lookUpTried,
    lookUpWorks,
    mappingNoAccess,
    mappingNoSentinel,
    mappingSet,
    mappingTitle,
    mappingTried,
    mappingWorks,
    meaning,
    notAsked,
    notCopied,
    nothingToSet,
    offline,
    refused,
    setting,
    settingsNoAccess,
    title,
    tried,
    unclear,
    works,
    writeLeft,
    writeNo,
    writeNoChange,
    writeOpen,
    writeSet,
    writeSubject,
    writeTitle,
    writeTried,
    writeTry,
    writeWorks
} as const;
