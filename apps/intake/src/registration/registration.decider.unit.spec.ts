import { normalisePhone, refuseFiling, type Filing, type FilingContext } from './registration.decider.js';

const portal = (more: Partial<Filing> = {}): Filing => ({
  via: 'portal',
  channel: 'web',
  description: '厨房天花板渗水，请尽快派人来看看',
  contact: { name: '张先生', phone: '138 0000-5678' },
  ...more,
});
const desk = (more: Partial<Filing> = {}): Filing => ({
  ...portal(),
  via: 'desk',
  channel: 'email',
  contact: { name: '张先生', email: 'z@example.com' },
  ...more,
});
const context = (more: Partial<FilingContext> = {}): FilingContext => ({
  orgType: 'property-company',
  receivedOn: '2026-03-02',
  kind: null,
  ...more,
});
const fields = (filing: Filing, facts = context()) =>
  refuseFiling(filing, facts).map(({ field, code }) => `${field}: ${code}`);

describe('registration', () => {
  it('R03.1: takes words and a contact', () => {
    expect(fields(portal())).toEqual([]);
    expect(fields(desk())).toEqual([]);
  });

  it('asks the portal for ten characters, the desk for none', () => {
    expect(fields(portal({ description: '漏水漏水漏水漏水漏' }))).toEqual(['description: too-short']);
    expect(fields(portal({ description: '   ' }))).toEqual(['description: required']);
    expect(fields(desk({ description: '漏' }))).toEqual([]);
    expect(fields(desk({ description: undefined }))).toEqual([]);
  });

  it('R08.3: refuses a filing without contact unless it is anonymous', () => {
    expect(fields(desk({ contact: undefined }))).toEqual(['contact: contact-required']);
    expect(fields(desk({ contact: { name: '张先生' } }))).toEqual(['contact: contact-required']);
    expect(fields(desk({ contact: undefined, anonymous: true }))).toEqual([]);
    expect(fields(portal({ anonymous: true }))).toEqual(['contact: anonymous-with-contact']);
  });

  it('checks what a contact looks like without repeating it', () => {
    expect(fields(portal({ contact: { name: '', phone: 'abc' } }))).toEqual([
      'contact.name: required',
      'contact.phone: not-a-phone',
    ]);
    expect(fields(desk({ contact: { name: '张', email: 'nowhere' } }))).toEqual(['contact.email: not-an-email']);
  });

  it.each(['phone', 'letter', 'visit'])('R09.3: a developer needs the address on %s', (channel) => {
    const filing = desk({ channel, readBackConfirmed: true, contact: { name: '张', phone: '13800005678' } });
    expect(fields(filing, context({ orgType: 'developer' }))).toEqual(['contact.address: address-required']);
    expect(fields(filing)).toEqual([]);
    const anonymous = { ...filing, contact: undefined, anonymous: true };
    expect(fields(anonymous, context({ orgType: 'developer' }))).toEqual([]);
  });

  it.each(['sales', 'leasing'])('R07.1: %s at the desk needs the promised date, a brokerage excepted', (kind) => {
    expect(fields(desk(), context({ kind }))).toEqual(['promisedOn: promised-date-required']);
    expect(fields(desk({ promisedOn: '2026-03-09' }), context({ kind }))).toEqual([]);
    expect(fields(desk({ promisedOn: '2026-03-01' }), context({ kind }))).toEqual(['promisedOn: promised-date-past']);
    expect(fields(desk(), context({ kind, orgType: 'brokerage' }))).toEqual([]);
    expect(fields(portal(), context({ kind }))).toEqual([]);
  });

  it.each(['phone', 'hotline', 'visit'])('R07.2: %s is read back before it is saved', (channel) => {
    expect(fields(desk({ channel }))).toEqual(['readBackConfirmed: read-back-required']);
    expect(fields(desk({ channel, readBackConfirmed: true }))).toEqual([]);
  });

  it('R01.1: a letter is reached by its address', () => {
    expect(fields(desk({ channel: 'letter', contact: { name: '张', address: '中山路1号' } }))).toEqual([]);
  });

  it('reads a phone number as people write it', () => {
    expect(normalisePhone('138 0000-5678')).toBe('13800005678');
  });
});
