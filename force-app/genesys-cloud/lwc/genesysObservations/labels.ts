import holdSets from '@salesforce/label/c.Switchboard_Genesys_AskHoldSets';
import holdSetsDo from '@salesforce/label/c.Switchboard_Genesys_AskHoldSetsDo';
import holdSwitches from '@salesforce/label/c.Switchboard_Genesys_AskHoldSwitches';
import holdTitle from '@salesforce/label/c.Switchboard_Genesys_AskHoldTitle';
import holdToDo from '@salesforce/label/c.Switchboard_Genesys_AskHoldToDo';
import holdTried from '@salesforce/label/c.Switchboard_Genesys_AskHoldTried';
import mixed from '@salesforce/label/c.Switchboard_Genesys_AskMixed';
import mixedDo from '@salesforce/label/c.Switchboard_Genesys_AskMixedDo';
import muteMeaning from '@salesforce/label/c.Switchboard_Genesys_AskMuteMeaning';
import muteTitle from '@salesforce/label/c.Switchboard_Genesys_AskMuteTitle';
import muteTried from '@salesforce/label/c.Switchboard_Genesys_AskMuteTried';
import notSeen from '@salesforce/label/c.Switchboard_Genesys_AskNotSeen';
import pauseSets from '@salesforce/label/c.Switchboard_Genesys_AskPauseSets';
import pauseSetsDo from '@salesforce/label/c.Switchboard_Genesys_AskPauseSetsDo';
import pauseSwitches from '@salesforce/label/c.Switchboard_Genesys_AskPauseSwitches';
import pauseTitle from '@salesforce/label/c.Switchboard_Genesys_AskPauseTitle';
import pauseToDo from '@salesforce/label/c.Switchboard_Genesys_AskPauseToDo';
import pauseTried from '@salesforce/label/c.Switchboard_Genesys_AskPauseTried';

export const LABELS = {
    holdSets,
    holdSetsDo,
    holdSwitches,
    holdTitle,
    holdToDo,
    holdTried,
    mixed,
    mixedDo,
    muteMeaning,
    muteTitle,
    muteTried,
    notSeen,
    pauseSets,
    pauseSetsDo,
    pauseSwitches,
    pauseTitle,
    pauseToDo,
    pauseTried
} as const;
