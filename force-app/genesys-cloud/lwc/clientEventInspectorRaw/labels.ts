import failedPublish from '@salesforce/label/c.Switchboard_Inspector_Raw_FailedPublish';
import message from '@salesforce/label/c.Switchboard_Inspector_Raw_Message';
import notJson from '@salesforce/label/c.Switchboard_Inspector_Raw_NotJson';
import notObject from '@salesforce/label/c.Switchboard_Inspector_Raw_NotObject';
import publish from '@salesforce/label/c.Switchboard_Inspector_Raw_Publish';
import published from '@salesforce/label/c.Switchboard_Inspector_Raw_Published';
import warning from '@salesforce/label/c.Switchboard_Inspector_Raw_Warning';

export const LABELS = {
    failedPublish,
    message,
    notJson,
    notObject,
    publish,
    published,
    warning
} as const;
