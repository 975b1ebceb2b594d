import callBack from '@salesforce/label/c.Switchboard_Recent_CallBack';
import handled from '@salesforce/label/c.Switchboard_Recent_Handled';
import inbound from '@salesforce/label/c.Switchboard_Recent_Inbound';
import missed from '@salesforce/label/c.Switchboard_Recent_Missed';
import noNumber from '@salesforce/label/c.Switchboard_Recent_NoNumber';
import notReached from '@salesforce/label/c.Switchboard_Recent_NotReached';
import outbound from '@salesforce/label/c.Switchboard_Recent_Outbound';
import title from '@salesforce/label/c.Switchboard_Recent_Title';
import titleMissed from '@salesforce/label/c.Switchboard_Recent_TitleMissed';
import unknown from '@salesforce/label/c.Switchboard_Recent_Unknown';

export const LABELS = {
    callBack,
    handled,
    inbound,
    missed,
    noNumber,
    notReached,
    outbound,
    title,
    titleMissed,
    unknown
} as const;
