import agentPermission from '@salesforce/label/c.Switchboard_Panel_AgentPermission';
import all from '@salesforce/label/c.Switchboard_Transfer_All';
import asFlow from '@salesforce/label/c.Switchboard_Transfer_AsFlow';
import asPhone from '@salesforce/label/c.Switchboard_Transfer_AsPhone';
import badTarget from '@salesforce/label/c.Switchboard_Transfer_BadTarget';
import cancel from '@salesforce/label/c.Switchboard_Transfer_Cancel';
import choose from '@salesforce/label/c.Switchboard_Transfer_Choose';
import empty from '@salesforce/label/c.Switchboard_Transfer_Empty';
import kindFlow from '@salesforce/label/c.Switchboard_Transfer_KindFlow';
import kindPhone from '@salesforce/label/c.Switchboard_Transfer_KindPhone';
import kindQueue from '@salesforce/label/c.Switchboard_Transfer_KindQueue';
import kindUser from '@salesforce/label/c.Switchboard_Transfer_KindUser';
import more from '@salesforce/label/c.Switchboard_Transfer_More';
import noAccess from '@salesforce/label/c.Switchboard_Transfer_NoAccess';
import none from '@salesforce/label/c.Switchboard_Transfer_None';
import notActive from '@salesforce/label/c.Switchboard_Transfer_NotActive';
import now from '@salesforce/label/c.Switchboard_Transfer_Now';
import nowText from '@salesforce/label/c.Switchboard_Transfer_NowText';
import pinned from '@salesforce/label/c.Switchboard_Transfer_Pinned';
import recent from '@salesforce/label/c.Switchboard_Transfer_Recent';
import refused from '@salesforce/label/c.Switchboard_Transfer_Refused';
import search from '@salesforce/label/c.Switchboard_Transfer_Search';
import sent from '@salesforce/label/c.Switchboard_Transfer_Sent';
import talkFirst from '@salesforce/label/c.Switchboard_Transfer_TalkFirst';
import talkFirstText from '@salesforce/label/c.Switchboard_Transfer_TalkFirstText';
import title from '@salesforce/label/c.Switchboard_Transfer_Title';
import typed from '@salesforce/label/c.Switchboard_Transfer_Typed';
import unknown from '@salesforce/label/c.Switchboard_Transfer_Unknown';
import who from '@salesforce/label/c.Switchboard_Transfer_Who';

export const LABELS = {
    agentPermission,
    all,
    asFlow,
    asPhone,
    badTarget,
    cancel,
    choose,
    empty,
    kindFlow,
    kindPhone,
    kindQueue,
    kindUser,
    more,
    noAccess,
    none,
    notActive,
    now,
    nowText,
    pinned,
    recent,
    refused,
    search,
    sent,
    talkFirst,
    talkFirstText,
    title,
    typed,
    unknown,
    who
} as const;
