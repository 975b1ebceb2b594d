import allWell from '@salesforce/label/c.Switchboard_Health_AllWell';
import answer from '@salesforce/label/c.Switchboard_Health_Answer';
import askAgain from '@salesforce/label/c.Switchboard_Health_AskAgain';
import asking from '@salesforce/label/c.Switchboard_Health_Asking';
import attention from '@salesforce/label/c.Switchboard_Health_Attention';
import code from '@salesforce/label/c.Switchboard_Health_Code';
import copied from '@salesforce/label/c.Switchboard_Health_Copied';
import copy from '@salesforce/label/c.Switchboard_Health_Copy';
import download from '@salesforce/label/c.Switchboard_Health_Download';
import exportProfile from '@salesforce/label/c.Switchboard_Health_ExportProfile';
import exported from '@salesforce/label/c.Switchboard_Health_Exported';
import fact from '@salesforce/label/c.Switchboard_Health_Fact';
import groupAccess from '@salesforce/label/c.Switchboard_Health_GroupAccess';
import groupBrowser from '@salesforce/label/c.Switchboard_Health_GroupBrowser';
import groupFields from '@salesforce/label/c.Switchboard_Health_GroupFields';
import groupObserved from '@salesforce/label/c.Switchboard_Health_GroupObserved';
import groupPhone from '@salesforce/label/c.Switchboard_Health_GroupPhone';
import groupTestTask from '@salesforce/label/c.Switchboard_Health_GroupTestTask';
import intro from '@salesforce/label/c.Switchboard_Health_Intro';
import limited from '@salesforce/label/c.Switchboard_Health_Limited';
import meaning from '@salesforce/label/c.Switchboard_Health_Meaning';
import noDownload from '@salesforce/label/c.Switchboard_Health_NoDownload';
import notAsked from '@salesforce/label/c.Switchboard_Health_NotAsked';
import notCopied from '@salesforce/label/c.Switchboard_Health_NotCopied';
import nothingToSet from '@salesforce/label/c.Switchboard_Health_NothingToSet';
import observedIntro from '@salesforce/label/c.Switchboard_Health_ObservedIntro';
import offline from '@salesforce/label/c.Switchboard_Health_Offline';
import open from '@salesforce/label/c.Switchboard_Health_Open';
import progress from '@salesforce/label/c.Switchboard_Health_Progress';
import refused from '@salesforce/label/c.Switchboard_Health_Refused';
import setting from '@salesforce/label/c.Switchboard_Health_Setting';
import title from '@salesforce/label/c.Switchboard_Health_Title';
import tried from '@salesforce/label/c.Switchboard_Health_Tried';
import unclear from '@salesforce/label/c.Switchboard_Health_Unclear';
import works from '@salesforce/label/c.Switchboard_Health_Works';

export const LABELS = {
    allWell,
    answer,
    askAgain,
    asking,
    attention,
    code,
    copied,
    copy,
    download,
    exportProfile,
    exported,
    fact,
    groupAccess,
    groupBrowser,
    groupFields,
    groupObserved,
    groupPhone,
    groupTestTask,
    intro,
    limited,
    meaning,
    noDownload,
    notAsked,
    notCopied,
    nothingToSet,
    observedIntro,
    offline,
    open,
    progress,
    refused,
    setting,
    title,
    tried,
    unclear,
    works
} as const;
