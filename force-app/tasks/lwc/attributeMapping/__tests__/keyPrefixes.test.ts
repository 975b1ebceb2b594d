import { objectOfId } from 'c/attributeMapping';

it.each([
    ['00Q000000000001AAA', 'Lead'],
    ['003000000000001', 'Contact'],
    ['701000000000001AAA', 'Campaign'],
    ['800000000000001AAA', 'Contract']
])('the object of %s is %s in every org', (id, object) => {
    expect(objectOfId(id)).toBe(object);
});

it.each(['a00000000000001AAA', '', '00q000000000001AAA', 'constructor'])('%p tells no object', (id) => {
    expect(objectOfId(id)).toBeUndefined();
});
