import { checkedAddress } from './receiver-address.js';

const refused = (url: string, production: boolean) =>
  expect(checkedAddress(new URL(url), { production })).rejects.toMatchObject({ code: 'webhook-address' });

describe('where webhooks may go', () => {
  it.each([
    'http://1.1.1.1/',
    'https://1.1.1.1:444/',
    'https://user@1.1.1.1/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://10.0.0.8/',
    'https://172.16.3.4/',
    'https://192.168.1.1/',
    'https://169.254.169.254/',
    'https://100.64.0.1/',
    'https://[fd00::1]/',
    'https://[fe80::1]/',
    'https://0.0.0.0/',
    'https://224.0.0.1/',
    'https://no-such-name.invalid/',
  ])('refuses %s in production', (url) => refused(url, true));

  it.each(['https://10.0.0.8/', 'http://192.168.1.1:8080/', 'http://1.1.1.1/'])(
    'refuses %s outside production too',
    (url) => refused(url, false),
  );

  it('takes a public address, and loopback with any port outside production alone', async () => {
    await expect(checkedAddress(new URL('https://1.1.1.1:8443/x'), { production: true })).resolves.toEqual({
      address: '1.1.1.1',
      family: 4,
    });
    await expect(checkedAddress(new URL('http://127.0.0.1:9999/x'), { production: false })).resolves.toEqual({
      address: '127.0.0.1',
      family: 4,
    });
  });
});
