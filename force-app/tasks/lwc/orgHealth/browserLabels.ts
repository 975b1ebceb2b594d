import broadcastNo from '@salesforce/label/c.Switchboard_Health_BroadcastNo';
import broadcastTitle from '@salesforce/label/c.Switchboard_Health_BroadcastTitle';
import broadcastTried from '@salesforce/label/c.Switchboard_Health_BroadcastTried';
import broadcastWorks from '@salesforce/label/c.Switchboard_Health_BroadcastWorks';
import databaseNo from '@salesforce/label/c.Switchboard_Health_DatabaseNo';
import databaseTitle from '@salesforce/label/c.Switchboard_Health_DatabaseTitle';
import databaseTried from '@salesforce/label/c.Switchboard_Health_DatabaseTried';
import databaseWorks from '@salesforce/label/c.Switchboard_Health_DatabaseWorks';
import locksNo from '@salesforce/label/c.Switchboard_Health_LocksNo';
import locksSet from '@salesforce/label/c.Switchboard_Health_LocksSet';
import locksTitle from '@salesforce/label/c.Switchboard_Health_LocksTitle';
import locksTried from '@salesforce/label/c.Switchboard_Health_LocksTried';
import locksWorks from '@salesforce/label/c.Switchboard_Health_LocksWorks';
import storageFull from '@salesforce/label/c.Switchboard_Health_StorageFull';
import storageFullSet from '@salesforce/label/c.Switchboard_Health_StorageFullSet';
import storageNo from '@salesforce/label/c.Switchboard_Health_StorageNo';
import storageNoSet from '@salesforce/label/c.Switchboard_Health_StorageNoSet';
import storageTitle from '@salesforce/label/c.Switchboard_Health_StorageTitle';
import storageTried from '@salesforce/label/c.Switchboard_Health_StorageTried';
import storageWorks from '@salesforce/label/c.Switchboard_Health_StorageWorks';
import zoneDiffers from '@salesforce/label/c.Switchboard_Health_ZoneDiffers';
import zoneSame from '@salesforce/label/c.Switchboard_Health_ZoneSame';
import zoneSet from '@salesforce/label/c.Switchboard_Health_ZoneSet';
import zoneTitle from '@salesforce/label/c.Switchboard_Health_ZoneTitle';
import zoneTried from '@salesforce/label/c.Switchboard_Health_ZoneTried';

export const BROWSER = {
    broadcastNo,
    broadcastTitle,
    broadcastTried,
    broadcastWorks,
    databaseNo,
    databaseTitle,
    databaseTried,
    databaseWorks,
    locksNo,
    locksSet,
    locksTitle,
    locksTried,
    locksWorks,
    storageFull,
    storageFullSet,
    storageNo,
    storageNoSet,
    storageTitle,
    storageTried,
    storageWorks,
    zoneDiffers,
    zoneSame,
    zoneSet,
    zoneTitle,
    zoneTried
} as const;
