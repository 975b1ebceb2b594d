/** `lightning/platformUtilityBarApi` in a component test. `EnclosingUtilityId.emit('…')` puts the component in a bar. */
import { createTestWireAdapter } from '@salesforce/wire-service-jest-util';

export const EnclosingUtilityId = createTestWireAdapter();

export const open = jest.fn(() => Promise.resolve(true));
export const minimize = jest.fn(() => Promise.resolve(true));
export const updateUtility = jest.fn((_utilityId: string, _update: object) => Promise.resolve(true));
export const updatePanel = jest.fn((_utilityId: string, _update: object) => Promise.resolve(true));
export const onUtilityClick = jest.fn(() => Promise.resolve(true));
export const enableModal = jest.fn(() => Promise.resolve(true));
export const enablePopout = jest.fn(() => Promise.resolve(true));
export const getAllUtilityInfo = jest.fn(() => Promise.resolve([]));
export const getInfo = jest.fn((utilityId: string) =>
    Promise.resolve({
        id: utilityId,
        utilityLabel: '',
        utilityIcon: '',
        utilityHighlighted: false,
        utilityVisible: true,
        utilityPoppedOut: false,
        panelLabel: '',
        panelIcon: '',
        panelWidth: 340,
        panelHeight: 480,
        isLoaded: true
    })
);
