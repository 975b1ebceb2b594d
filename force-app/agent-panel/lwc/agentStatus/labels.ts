import available from '@salesforce/label/c.Switchboard_Status_Available';
import awaited from '@salesforce/label/c.Switchboard_Status_Awaited';
import away from '@salesforce/label/c.Switchboard_Status_Away';
import breakTime from '@salesforce/label/c.Switchboard_Status_Break';
import busy from '@salesforce/label/c.Switchboard_Status_Busy';
import change from '@salesforce/label/c.Switchboard_Status_Change';
import changeAnyway from '@salesforce/label/c.Switchboard_Status_ChangeAnyway';
import choose from '@salesforce/label/c.Switchboard_Status_Choose';
import meal from '@salesforce/label/c.Switchboard_Status_Meal';
import meeting from '@salesforce/label/c.Switchboard_Status_Meeting';
import notSeen from '@salesforce/label/c.Switchboard_Status_NotSeen';
import notSent from '@salesforce/label/c.Switchboard_Status_NotSent';
import notTold from '@salesforce/label/c.Switchboard_Status_NotTold';
import offQueue from '@salesforce/label/c.Switchboard_Status_OffQueue';
import onQueue from '@salesforce/label/c.Switchboard_Status_OnQueue';
import outOfOffice from '@salesforce/label/c.Switchboard_Status_OutOfOffice';
import routing from '@salesforce/label/c.Switchboard_Status_Routing';
import routingIdle from '@salesforce/label/c.Switchboard_Status_RoutingIdle';
import routingOff from '@salesforce/label/c.Switchboard_Status_RoutingOff';
import shown from '@salesforce/label/c.Switchboard_Status_Shown';
import stay from '@salesforce/label/c.Switchboard_Status_Stay';
import title from '@salesforce/label/c.Switchboard_Status_Title';
import training from '@salesforce/label/c.Switchboard_Status_Training';
import unknownCaller from '@salesforce/label/c.Switchboard_Card_UnknownCaller';
import unsaved from '@salesforce/label/c.Switchboard_Status_Unsaved';

export const LABELS = {
    available,
    awaited,
    away,
    breakTime,
    busy,
    change,
    changeAnyway,
    choose,
    meal,
    meeting,
    notSeen,
    notSent,
    notTold,
    offQueue,
    onQueue,
    outOfOffice,
    routing,
    routingIdle,
    routingOff,
    shown,
    stay,
    title,
    training,
    unknownCaller,
    unsaved
} as const;
