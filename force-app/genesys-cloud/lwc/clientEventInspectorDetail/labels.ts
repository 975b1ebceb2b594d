import decoded from '@salesforce/label/c.Switchboard_Inspector_Detail_Decoded';
import fromHere from '@salesforce/label/c.Switchboard_Inspector_List_FromHere';
import fromPage from '@salesforce/label/c.Switchboard_Inspector_List_FromPage';
import fromPhone from '@salesforce/label/c.Switchboard_Inspector_List_FromPhone';
import nothing from '@salesforce/label/c.Switchboard_Inspector_Detail_Nothing';
import raw from '@salesforce/label/c.Switchboard_Inspector_Detail_Raw';
import whose from '@salesforce/label/c.Switchboard_Inspector_Detail_Whose';

export const LABELS = {
    decoded,
    fromHere,
    fromPage,
    fromPhone,
    nothing,
    raw,
    whose
} as const;
