/** `lightning/platformWorkspaceApi` in a component test: no console until `IsConsoleNavigation.emit(true)`. */
import { createTestWireAdapter } from '@salesforce/wire-service-jest-util';
import type { TabInfo } from 'lightning/platformWorkspaceApi';

export const IsConsoleNavigation = createTestWireAdapter();
export const EnclosingTabId = createTestWireAdapter();

export const getAllTabInfo = jest.fn<Promise<readonly TabInfo[]>, []>(() => Promise.resolve([]));
