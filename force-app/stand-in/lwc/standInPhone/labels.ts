import inCall from '@salesforce/label/c.Switchboard_StandIn_InCall';
import intro from '@salesforce/label/c.Switchboard_StandIn_Intro';
import number from '@salesforce/label/c.Switchboard_StandIn_Number';
import refused from '@salesforce/label/c.Switchboard_StandIn_Refused';
import ring from '@salesforce/label/c.Switchboard_StandIn_Ring';
import wrapUp from '@salesforce/label/c.Switchboard_StandIn_WrapUp';
import callerLeaves from '@salesforce/label/c.Switchboard_StandIn_CallerLeaves';

export const LABELS = { callerLeaves, inCall, intro, number, refused, ring, wrapUp } as const;
