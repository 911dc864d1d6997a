import { type Config, Logger } from '@huiying/platform';
import { PostOffice } from '../testing/post-office.js';
import { NoticeMail } from './notice-mail.js';

const letter = (...to: string[]) => ({
  id: 'n-1',
  to,
  subject: '受理告知',
  title: '受理告知',
  text: '您的投诉已受理。',
});

describe('NoticeMail', () => {
  const office = new PostOffice();
  let mail: NoticeMail;
  beforeAll(async () => {
    const config = { smtpUrl: await office.open(), smtpFrom: 'huiying@example.com' } as Config;
    mail = new NoticeMail(config, Logger.silent());
  });
  afterAll(() => office.close());
  beforeEach(() => {
    office.answers.clear();
    office.letters.length = 0;
  });

  it('sends', async () => {
    expect(await mail.send(letter('a@example.com'))).toBe('sent');
    expect(office.letters.map(({ to }) => to)).toEqual([['a@example.com']]);
  });

  it('is refused for good where the server does not know the address, so that an operator sees it', async () => {
    office.answers.set('gone@example.com', '550 no such user');
    expect(await mail.send(letter('gone@example.com'))).toEqual({ refused: 'mail-refused' });
    expect(office.letters).toEqual([]);
  });

  it('comes again where the server asks for it (greylisting) or is away', async () => {
    office.answers.set('slow@example.com', '450 try again later');
    expect(await mail.send(letter('slow@example.com'))).toEqual({ retry: 'mail-unavailable' });
    const nobody = new NoticeMail({ smtpUrl: 'smtp://127.0.0.1:9' } as Config, Logger.silent());
    expect(await nobody.send(letter('a@example.com'))).toEqual({ retry: 'mail-unavailable' });
  });

  it('reaches those whom the server knows, and says of how many it knows none', async () => {
    office.answers.set('gone@example.com', '550 no such user');
    expect(await mail.send(letter('a@example.com', 'gone@example.com'))).toBe('sent');
    expect(office.letters.map(({ to }) => to)).toEqual([['a@example.com']]);
  });
});
