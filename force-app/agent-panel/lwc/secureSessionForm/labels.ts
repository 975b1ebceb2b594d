import cancel from '@salesforce/label/c.Switchboard_SecureSession_Cancel';
import chooseFlow from '@salesforce/label/c.Switchboard_SecureSession_ChooseFlow';
import data from '@salesforce/label/c.Switchboard_SecureSession_Data';
import disconnect from '@salesforce/label/c.Switchboard_SecureSession_Disconnect';
import flow from '@salesforce/label/c.Switchboard_SecureSession_Flow';
import intro from '@salesforce/label/c.Switchboard_SecureSession_Intro';
import likelyCard from '@salesforce/label/c.Switchboard_SecureSession_LikelyCard';
import noCard from '@salesforce/label/c.Switchboard_SecureSession_NoCard';
import noFlow from '@salesforce/label/c.Switchboard_SecureSession_NoFlow';
import refused from '@salesforce/label/c.Switchboard_SecureSession_Refused';
import sent from '@salesforce/label/c.Switchboard_SecureSession_Sent';
import start from '@salesforce/label/c.Switchboard_SecureSession_Start';
import title from '@salesforce/label/c.Switchboard_SecureSession_Title';
import warning from '@salesforce/label/c.Switchboard_SecureSession_Warning';

export const LABELS = {
    cancel,
    chooseFlow,
    data,
    disconnect,
    flow,
    intro,
    likelyCard,
    noCard,
    noFlow,
    refused,
    sent,
    start,
    title,
    warning
} as const;
