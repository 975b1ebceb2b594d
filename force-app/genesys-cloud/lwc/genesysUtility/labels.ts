import notConnected from '@salesforce/label/c.Switchboard_Utility_NotConnected';
import starting from '@salesforce/label/c.Switchboard_Utility_Starting';
import badTime from '@salesforce/label/c.Switchboard_Inspector_Replay_BadTime';
import backInTime from '@salesforce/label/c.Switchboard_Inspector_Replay_BackInTime';
import empty from '@salesforce/label/c.Switchboard_Inspector_Replay_Empty';
import noMessage from '@salesforce/label/c.Switchboard_Inspector_Replay_NoMessage';
import noObject from '@salesforce/label/c.Switchboard_Inspector_Replay_NoObject';
import noTime from '@salesforce/label/c.Switchboard_Inspector_Replay_NoTime';
import notAList from '@salesforce/label/c.Switchboard_Inspector_Replay_NotAList';
import notJson from '@salesforce/label/c.Switchboard_Inspector_Replay_NotJson';

export const LABELS = { notConnected, starting } as const;

/** Why a file is no trace. */
export const TRACE_WORDS = { backInTime, badTime, empty, noMessage, noObject, noTime, notAList, notJson } as const;
