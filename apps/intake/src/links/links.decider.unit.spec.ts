import { householdsOf } from '../case/figures.js';
import { refuseLink, refuseUnlink, sameHousehold, type LinkSide } from './links.decider.js';

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
    for (const state of ['accepted', 'dispatched', 'awaiting-answer', 'archived'] as const) {
      expect(refuseLink(side('b', { state }), side('a'), 0)).toBe('not-now');
    }
    expect(refuseLink(side('b', { state: 'following-master', masterNo: 'x' }), side('a'), 0)).toBeNull();
  });

  it('R10.5: takes no master that nobody will answer, and one that was answered', () => {
    for (const state of ['withdrawn', 'not-accepted'] as const) {
      expect(refuseLink(side('b'), side('a', { state }), 0)).toBe('master-closed');
    }
    expect(refuseLink(side('b'), side('a', { state: 'archived' }), 0)).toBeNull();
  });

  it('R10.5: lets a case leave its master until it was answered with it', () => {
    expect(refuseUnlink({ masterNo: 'a', masterAnswered: false }, 'a')).toBeNull();
    expect(refuseUnlink({ masterNo: 'a', masterAnswered: false }, 'b')).toBe('not-linked');
    expect(refuseUnlink({ masterNo: 'a', masterAnswered: true }, 'a')).toBe('not-now');
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
