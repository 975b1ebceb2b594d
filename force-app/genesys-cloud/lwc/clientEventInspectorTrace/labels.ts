import copied from '@salesforce/label/c.Switchboard_Inspector_Trace_Copied';
import copy from '@salesforce/label/c.Switchboard_Inspector_Trace_Copy';
import copyIntro from '@salesforce/label/c.Switchboard_Inspector_Trace_CopyIntro';
import download from '@salesforce/label/c.Switchboard_Inspector_Trace_Download';
import exporting from '@salesforce/label/c.Switchboard_Inspector_Trace_Export';
import exportIntro from '@salesforce/label/c.Switchboard_Inspector_Trace_ExportIntro';
import limit from '@salesforce/label/c.Switchboard_Inspector_Trace_Limit';
import noDownload from '@salesforce/label/c.Switchboard_Inspector_Trace_NoDownload';
import notCopied from '@salesforce/label/c.Switchboard_Inspector_Trace_NotCopied';
import record from '@salesforce/label/c.Switchboard_Inspector_Trace_Record';
import recorded from '@salesforce/label/c.Switchboard_Inspector_Trace_Recorded';
import recording from '@salesforce/label/c.Switchboard_Inspector_Trace_Recording';
import shared from '@salesforce/label/c.Switchboard_Inspector_Trace_Shared';
import stop from '@salesforce/label/c.Switchboard_Inspector_Trace_Stop';
import support from '@salesforce/label/c.Switchboard_Inspector_Trace_Support';
import tooLong from '@salesforce/label/c.Switchboard_Inspector_Trace_TooLong';

export const LABELS = {
    copied,
    copy,
    copyIntro,
    download,
    exporting,
    exportIntro,
    limit,
    noDownload,
    notCopied,
    record,
    recorded,
    recording,
    shared,
    stop,
    support,
    tooLong
} as const;
