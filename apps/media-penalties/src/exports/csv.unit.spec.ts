import { csvOf } from './csv.js';

describe('CSV of lists', () => {
  const csv = (text: string) => csvOf([['单位', (row: string) => row]], [text]);

  it('begins with a BOM and ends its lines as RFC 4180 says', () =>
    expect(csv('中山路店')).toBe('\uFEFF单位\r\n中山路店\r\n'));

  it.each(['=1+1', '+86', '-1', '@a', '＝1', '\tx'])('a cell that looks like a formula stays text: %j', (text) =>
    expect(csv(text)).toContain(`'${text}`),
  );

  it('quotes commas, quotes and line ends', () => expect(csv('a,"b"\nc')).toBe('\uFEFF单位\r\n"a,""b""\nc"\r\n'));
});
