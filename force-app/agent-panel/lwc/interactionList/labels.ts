import idleText from '@salesforce/label/c.Switchboard_Panel_IdleText';
import idleTitle from '@salesforce/label/c.Switchboard_Panel_IdleTitle';

export const LABELS = { idleText, idleTitle } as const;
