import failed from '@salesforce/label/c.Switchboard_Inspector_Failed';
import intro from '@salesforce/label/c.Switchboard_Inspector_Intro';
import rawTitle from '@salesforce/label/c.Switchboard_Inspector_RawTitle';
import replayTitle from '@salesforce/label/c.Switchboard_Inspector_ReplayTitle';
import sendTitle from '@salesforce/label/c.Switchboard_Inspector_SendTitle';
import starting from '@salesforce/label/c.Switchboard_Inspector_Starting';
import title from '@salesforce/label/c.Switchboard_Inspector_Title';
import traceTitle from '@salesforce/label/c.Switchboard_Inspector_TraceTitle';

export const LABELS = {
    failed,
    intro,
    rawTitle,
    replayTitle,
    sendTitle,
    starting,
    title,
    traceTitle
} as const;
