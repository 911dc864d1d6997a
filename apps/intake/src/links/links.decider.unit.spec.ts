import { householdsOf } from '../case/figures.js';
import { refuseLink, sameHousehold, type LinkSide } from './links.decider.js';

const side = (caseNo: string, more: Partial<LinkSide> = {}): LinkSide => ({
  caseNo,
  orgId: 'WY01',
  state: 'registered',
  masterNo: null,
  ...more,
});

describe('linking', () => {
  it('R10.5: puts a case behind another before it has a handling of its own', () => {
    expect(refuseLink(side('b'), side('a', { state: 'dispatched' }), 0)).toBeNull();
    expect(refuseLink(side('b', { state: 'dispatched' }), side('a'), 0)).toBe('not-now');
  });

  it('keeps one level: no master of a master, no child with children', () => {
    expect(refuseLink(side('b'), side('a', { masterNo: 'x' }), 0)).toBe('master-is-child');
    expect(refuseLink(side('b'), side('a'), 2)).toBe('has-children');
    expect(refuseLink(side('a'), side('a'), 0)).toBe('own-master');
    expect(refuseLink(side('b'), null, 0)).toBe('unknown-case');
    expect(refuseLink(side('b'), side('a', { orgId: 'KF01' }), 0)).toBe('other-organisation');
  });

  it('knows a household by phone, mail or room', () => {
    const none = { phones: null, emails: null, place: null };
    expect(sameHousehold(none, none)).toBe(false);
    expect(sameHousehold({ ...none, phones: 'p' }, { ...none, phones: 'p' })).toBe(true);
    expect(sameHousehold({ ...none, place: 'r' }, { ...none, place: 'r' })).toBe(true);
  });

  it('R10.5: counts each household once', () => {
    const own = { households: 1, sameHousehold: false };
    expect(householdsOf(own, [own, own, own])).toBe(4);
    expect(householdsOf(own, [own, { households: 1, sameHousehold: true }])).toBe(2);
    expect(householdsOf({ households: 23, sameHousehold: false }, [own])).toBe(24);
  });
});
