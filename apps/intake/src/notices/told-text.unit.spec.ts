import { toldText } from './told-text.js';

describe('what somebody noted who told in person', () => {
  it('R01.3 R04.11 says whom and when in words, and leaves out what was not said', () => {
    const data = {
      mode: 'phone',
      toldTo: '本人',
      toldAt: '2026-11-04T15:00:00+08:00',
      opinion: '',
      signatureRefusal: null,
    };
    expect(toldText(data)).toBe('被告知人：本人\n告知时间：2026年11月4日 15:00');
    expect(toldText({ unreachableReason: '三次无人接听' })).toBe('无法联系原因：三次无人接听');
  });
});
