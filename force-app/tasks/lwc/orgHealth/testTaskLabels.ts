import consent from '@salesforce/label/c.Switchboard_Health_Consent';
import consentHelp from '@salesforce/label/c.Switchboard_Health_ConsentHelp';
import forbiddenDropped from '@salesforce/label/c.Switchboard_Health_ForbiddenDropped';
import forbiddenNamed from '@salesforce/label/c.Switchboard_Health_ForbiddenNamed';
import forbiddenOther from '@salesforce/label/c.Switchboard_Health_ForbiddenOther';
import forbiddenTitle from '@salesforce/label/c.Switchboard_Health_ForbiddenTitle';
import forbiddenTried from '@salesforce/label/c.Switchboard_Health_ForbiddenTried';
import forbiddenUnnamed from '@salesforce/label/c.Switchboard_Health_ForbiddenUnnamed';
import keyTwiceMade from '@salesforce/label/c.Switchboard_Health_KeyTwiceMade';
import keyTwiceMadeSet from '@salesforce/label/c.Switchboard_Health_KeyTwiceMadeSet';
import keyTwiceOther from '@salesforce/label/c.Switchboard_Health_KeyTwiceOther';
import keyTwiceRefused from '@salesforce/label/c.Switchboard_Health_KeyTwiceRefused';
import keyTwiceSkipped from '@salesforce/label/c.Switchboard_Health_KeyTwiceSkipped';
import keyTwiceTitle from '@salesforce/label/c.Switchboard_Health_KeyTwiceTitle';
import keyTwiceTried from '@salesforce/label/c.Switchboard_Health_KeyTwiceTried';
import leadAlone from '@salesforce/label/c.Switchboard_Health_LeadAlone';
import leadRefused from '@salesforce/label/c.Switchboard_Health_LeadRefused';
import leadSkipped from '@salesforce/label/c.Switchboard_Health_LeadSkipped';
import leadTaken from '@salesforce/label/c.Switchboard_Health_LeadTaken';
import leadTitle from '@salesforce/label/c.Switchboard_Health_LeadTitle';
import leadTried from '@salesforce/label/c.Switchboard_Health_LeadTried';
import longTaken from '@salesforce/label/c.Switchboard_Health_LongTaken';
import longTitle from '@salesforce/label/c.Switchboard_Health_LongTitle';
import longTried from '@salesforce/label/c.Switchboard_Health_LongTried';
import noTask from '@salesforce/label/c.Switchboard_Health_NoTask';
import readBackNo from '@salesforce/label/c.Switchboard_Health_ReadBackNo';
import readBackSet from '@salesforce/label/c.Switchboard_Health_ReadBackSet';
import readBackTitle from '@salesforce/label/c.Switchboard_Health_ReadBackTitle';
import readBackTried from '@salesforce/label/c.Switchboard_Health_ReadBackTried';
import readBackWorks from '@salesforce/label/c.Switchboard_Health_ReadBackWorks';
import recordWriteTitle from '@salesforce/label/c.Switchboard_Health_RecordWriteTitle';
import recordWriteTried from '@salesforce/label/c.Switchboard_Health_RecordWriteTried';
import refusalCoded from '@salesforce/label/c.Switchboard_Health_RefusalCoded';
import refusalUncoded from '@salesforce/label/c.Switchboard_Health_RefusalUncoded';
import removeDone from '@salesforce/label/c.Switchboard_Health_RemoveDone';
import removeLeftDone from '@salesforce/label/c.Switchboard_Health_RemoveLeftDone';
import removeOther from '@salesforce/label/c.Switchboard_Health_RemoveOther';
import removeSet from '@salesforce/label/c.Switchboard_Health_RemoveSet';
import removeTitle from '@salesforce/label/c.Switchboard_Health_RemoveTitle';
import removeTried from '@salesforce/label/c.Switchboard_Health_RemoveTried';
import removeUnknown from '@salesforce/label/c.Switchboard_Health_RemoveUnknown';
import requiredTaken from '@salesforce/label/c.Switchboard_Health_RequiredTaken';
import requiredTitle from '@salesforce/label/c.Switchboard_Health_RequiredTitle';
import requiredTried from '@salesforce/label/c.Switchboard_Health_RequiredTried';
import valueTaken from '@salesforce/label/c.Switchboard_Health_ValueTaken';
import valueTitle from '@salesforce/label/c.Switchboard_Health_ValueTitle';
import valueTried from '@salesforce/label/c.Switchboard_Health_ValueTried';
import writeIntro from '@salesforce/label/c.Switchboard_Health_WriteIntro';
import writeLeft from '@salesforce/label/c.Switchboard_Health_WriteLeft';
import writeNo from '@salesforce/label/c.Switchboard_Health_WriteNo';
import writeNoChange from '@salesforce/label/c.Switchboard_Health_WriteNoChange';
import writeRule from '@salesforce/label/c.Switchboard_Health_WriteRule';
import writeRuleSet from '@salesforce/label/c.Switchboard_Health_WriteRuleSet';
import writeSet from '@salesforce/label/c.Switchboard_Health_WriteSet';
import writeSubject from '@salesforce/label/c.Switchboard_Health_WriteSubject';
import writeTitle from '@salesforce/label/c.Switchboard_Health_WriteTitle';
import writeTried from '@salesforce/label/c.Switchboard_Health_WriteTried';
import writeTry from '@salesforce/label/c.Switchboard_Health_WriteTry';
import writeWorks from '@salesforce/label/c.Switchboard_Health_WriteWorks';

export const TEST_TASK = {
    consent,
    consentHelp,
    forbiddenDropped,
    forbiddenNamed,
    forbiddenOther,
    forbiddenTitle,
    forbiddenTried,
    forbiddenUnnamed,
    keyTwiceMade,
    keyTwiceMadeSet,
    keyTwiceOther,
    keyTwiceRefused,
    keyTwiceSkipped,
    keyTwiceTitle,
    keyTwiceTried,
    leadAlone,
    leadRefused,
    leadSkipped,
    leadTaken,
    leadTitle,
    leadTried,
    longTaken,
    longTitle,
    longTried,
    noTask,
    readBackNo,
    readBackSet,
    readBackTitle,
    readBackTried,
    readBackWorks,
    recordWriteTitle,
    recordWriteTried,
    refusalCoded,
    refusalUncoded,
    removeDone,
    removeLeftDone,
    removeOther,
    removeSet,
    removeTitle,
    removeTried,
    removeUnknown,
    requiredTaken,
    requiredTitle,
    requiredTried,
    valueTaken,
    valueTitle,
    valueTried,
    writeIntro,
    writeLeft,
    writeNo,
    writeNoChange,
    writeRule,
    writeRuleSet,
    writeSet,
    writeSubject,
    writeTitle,
    writeTried,
    writeTry,
    writeWorks
} as const;
