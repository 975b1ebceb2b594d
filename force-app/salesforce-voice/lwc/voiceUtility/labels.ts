import inBar from '@salesforce/label/c.Switchboard_Voice_InBar';
import noAccess from '@salesforce/label/c.Switchboard_Voice_NoAccess';
import noAnswer from '@salesforce/label/c.Switchboard_Voice_NoAnswer';
import noKey from '@salesforce/label/c.Switchboard_Voice_NoKey';
import notConnected from '@salesforce/label/c.Switchboard_Utility_NotConnected';
import starting from '@salesforce/label/c.Switchboard_Utility_Starting';
import traceBadEntry from '@salesforce/label/c.Switchboard_Voice_TraceBadEntry';
import traceNoList from '@salesforce/label/c.Switchboard_Voice_TraceNoList';

export const LABELS = { inBar, noAccess, noAnswer, noKey, notConnected, starting, traceBadEntry, traceNoList } as const;
