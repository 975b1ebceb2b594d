import asRecorded from '@salesforce/label/c.Switchboard_Inspector_Replay_AsRecorded';
import atOnce from '@salesforce/label/c.Switchboard_Inspector_Replay_AtOnce';
import backInTime from '@salesforce/label/c.Switchboard_Inspector_Replay_BackInTime';
import badTime from '@salesforce/label/c.Switchboard_Inspector_Replay_BadTime';
import empty from '@salesforce/label/c.Switchboard_Inspector_Replay_Empty';
import file from '@salesforce/label/c.Switchboard_Inspector_Replay_File';
import noMessage from '@salesforce/label/c.Switchboard_Inspector_Replay_NoMessage';
import noObject from '@salesforce/label/c.Switchboard_Inspector_Replay_NoObject';
import noTime from '@salesforce/label/c.Switchboard_Inspector_Replay_NoTime';
import notAList from '@salesforce/label/c.Switchboard_Inspector_Replay_NotAList';
import notJson from '@salesforce/label/c.Switchboard_Inspector_Replay_NotJson';
import play from '@salesforce/label/c.Switchboard_Inspector_Replay_Play';
import progress from '@salesforce/label/c.Switchboard_Inspector_Replay_Progress';
import refused from '@salesforce/label/c.Switchboard_Inspector_Replay_Refused';
import speed from '@salesforce/label/c.Switchboard_Inspector_Replay_Speed';
import stop from '@salesforce/label/c.Switchboard_Inspector_Replay_Stop';
import tenTimes from '@salesforce/label/c.Switchboard_Inspector_Replay_TenTimes';
import trace from '@salesforce/label/c.Switchboard_Inspector_Replay_Trace';
import understood from '@salesforce/label/c.Switchboard_Inspector_Replay_Understood';
import unreadable from '@salesforce/label/c.Switchboard_Inspector_Replay_Unreadable';
import warning from '@salesforce/label/c.Switchboard_Inspector_Replay_Warning';

export const LABELS = {
    asRecorded,
    atOnce,
    backInTime,
    badTime,
    empty,
    file,
    noMessage,
    noObject,
    noTime,
    notAList,
    notJson,
    play,
    progress,
    refused,
    speed,
    stop,
    tenTimes,
    trace,
    understood,
    unreadable,
    warning
} as const;
