import { isInBar, onBar, standInBar } from '../barItem.ts';

describe('the item in the utility bar', () => {
    it('is there from when it stands there until it is gone, however often it says so', () => {
        const first = standInBar();
        const second = standInBar();
        expect(isInBar()).toBe(true);
        first();
        first();
        expect(isInBar()).toBe(true);
        second();
        expect(isInBar()).toBe(false);
    });

    it('tells the record pages when it comes and when it goes, until they have left', () => {
        const heard = jest.fn();
        const leave = onBar(heard);
        const gone = standInBar();
        expect(heard).toHaveBeenCalledTimes(1);
        gone();
        expect(heard).toHaveBeenCalledTimes(2);
        leave();
        standInBar()();
        expect(heard).toHaveBeenCalledTimes(2);
    });
});
