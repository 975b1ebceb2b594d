/**
 * What Chromium begins without. With its address bar it opens two pages of its own in every window, for suggestions that
 * no test reads; they take more time to start than the page that is tested.
 */
const ADDRESS_BAR = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

/** What Playwright turns off by itself: Chromium heeds only the last list that it is given. */
const PLAYWRIGHTS_OWN = [
    'AvoidUnnecessaryBeforeUnloadCheckSync',
    'DestroyProfileOnBrowserClose',
    'HttpsUpgrades',
    'HttpsFirstBalancedModeAutoEnable',
    'LensOverlay',
    'MediaRouter',
    'PaintHolding',
    'ThirdPartyStoragePartitioning',
    'AvoidCorsURLLoaderRestartOnRedirect',
    'TcpPortRandomizationWin',
    'OptimizationHints',
    'NetworkTimeServiceQuerying',
    'AimEnabled',
    'PreconnectToSearch',
    'msForceBrowserSignIn',
    'msEdgeUpdateLaunchServicesPreferredVersion'
];

export const FEATURES_OFF: readonly string[] = [...ADDRESS_BAR, ...PLAYWRIGHTS_OWN];
