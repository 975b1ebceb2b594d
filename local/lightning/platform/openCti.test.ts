import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { clickNumber, clickToDialEnabled, disableClickToDial, enableClickToDial, onClickToDial } from './openCti.ts';
import type { ClickedNumber } from './openCti.ts';

afterEach(disableClickToDial);

describe('an agent who clicks a number', () => {
    it('has it dialled by the phone that enabled click-to-dial', () => {
        const dialled: ClickedNumber[] = [];
        onClickToDial((clicked) => dialled.push(clicked));
        enableClickToDial();
        clickNumber({ number: '+61491570156', recordId: '003000000000001AAA' });
        assert.deepEqual(dialled, [{ number: '+61491570156', recordId: '003000000000001AAA' }]);
    });

    it('has nothing dialled while no phone enabled it', () => {
        const dialled: ClickedNumber[] = [];
        onClickToDial((clicked) => dialled.push(clicked));
        clickNumber({ number: '+61491570156' });
        assert.deepEqual(dialled, []);
    });

    it('sees plain text again when the phone disables it', () => {
        const seen: boolean[] = [];
        const stop = clickToDialEnabled.follow((enabled) => seen.push(enabled));
        enableClickToDial();
        disableClickToDial();
        stop();
        assert.deepEqual(seen, [true, false]);
    });
});
