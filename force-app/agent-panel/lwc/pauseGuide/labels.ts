import recordingPause from '@salesforce/label/c.Switchboard_PauseGuide_RecordingPause';
import recordingPauseText from '@salesforce/label/c.Switchboard_PauseGuide_RecordingPauseText';
import securePause from '@salesforce/label/c.Switchboard_PauseGuide_SecurePause';
import securePauseText from '@salesforce/label/c.Switchboard_PauseGuide_SecurePauseText';
import secureSession from '@salesforce/label/c.Switchboard_PauseGuide_SecureSession';
import secureSessionNone from '@salesforce/label/c.Switchboard_PauseGuide_SecureSessionNone';
import secureSessionText from '@salesforce/label/c.Switchboard_PauseGuide_SecureSessionText';
import title from '@salesforce/label/c.Switchboard_PauseGuide_Title';

export const LABELS = {
    recordingPause,
    recordingPauseText,
    securePause,
    securePauseText,
    secureSession,
    secureSessionNone,
    secureSessionText,
    title
} as const;
