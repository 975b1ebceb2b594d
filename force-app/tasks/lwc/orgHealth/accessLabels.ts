import listsNoStatuses from '@salesforce/label/c.Switchboard_Health_ListsNoStatuses';
import listsNoTargets from '@salesforce/label/c.Switchboard_Health_ListsNoTargets';
import listsTitle from '@salesforce/label/c.Switchboard_Health_ListsTitle';
import listsTried from '@salesforce/label/c.Switchboard_Health_ListsTried';
import listsWorks from '@salesforce/label/c.Switchboard_Health_ListsWorks';
import lookUpByKey from '@salesforce/label/c.Switchboard_Health_LookUpByKey';
import lookUpByKeySet from '@salesforce/label/c.Switchboard_Health_LookUpByKeySet';
import lookUpNo from '@salesforce/label/c.Switchboard_Health_LookUpNo';
import lookUpSet from '@salesforce/label/c.Switchboard_Health_LookUpSet';
import lookUpSlow from '@salesforce/label/c.Switchboard_Health_LookUpSlow';
import lookUpSlowSet from '@salesforce/label/c.Switchboard_Health_LookUpSlowSet';
import lookUpTitle from '@salesforce/label/c.Switchboard_Health_LookUpTitle';
import lookUpTried from '@salesforce/label/c.Switchboard_Health_LookUpTried';
import lookUpWorks from '@salesforce/label/c.Switchboard_Health_LookUpWorks';
import mappingNoAccess from '@salesforce/label/c.Switchboard_Health_MappingNoAccess';
import mappingNoSentinel from '@salesforce/label/c.Switchboard_Health_MappingNoSentinel';
import mappingSet from '@salesforce/label/c.Switchboard_Health_MappingSet';
import mappingTitle from '@salesforce/label/c.Switchboard_Health_MappingTitle';
import mappingTried from '@salesforce/label/c.Switchboard_Health_MappingTried';
import mappingWorks from '@salesforce/label/c.Switchboard_Health_MappingWorks';
import recordApiKept from '@salesforce/label/c.Switchboard_Health_RecordApiKept';
import recordApiNo from '@salesforce/label/c.Switchboard_Health_RecordApiNo';
import recordApiTitle from '@salesforce/label/c.Switchboard_Health_RecordApiTitle';
import recordApiTried from '@salesforce/label/c.Switchboard_Health_RecordApiTried';
import recordApiWorks from '@salesforce/label/c.Switchboard_Health_RecordApiWorks';
import settingsNoAccess from '@salesforce/label/c.Switchboard_Health_SettingsNoAccess';

export const ACCESS = {
    listsNoStatuses,
    listsNoTargets,
    listsTitle,
    listsTried,
    listsWorks,
    lookUpByKey,
    lookUpByKeySet,
    lookUpNo,
    lookUpSet,
    lookUpSlow,
    lookUpSlowSet,
    lookUpTitle,
    lookUpTried,
    lookUpWorks,
    mappingNoAccess,
    mappingNoSentinel,
    mappingSet,
    mappingTitle,
    mappingTried,
    mappingWorks,
    recordApiKept,
    recordApiNo,
    recordApiTitle,
    recordApiTried,
    recordApiWorks,
    settingsNoAccess
} as const;
