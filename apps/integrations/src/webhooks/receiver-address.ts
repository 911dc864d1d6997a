import { lookup } from 'node:dns/promises';
import { defineProblems, Problem } from '@huiying/platform';
import ipaddr from 'ipaddr.js';

defineProblems({
  'webhook-address': {
    zh: '接收地址不可用：须为公网 https 地址，端口 443 或 8443',
    en: 'The address cannot be used: https to a public address, port 443 or 8443',
  },
});

const PORTS = ['443', '8443'];

/** The address that a request goes to, checked: the connection is made to it, never to what the name answers a moment later. */
export interface CheckedAddress {
  address: string;
  family: 4 | 6;
}

/**
 * Every address of the name must be public unicast; outside production loopback is one too, with any port and http.
 * @throws Problem 422 `webhook-address` (field url)
 */
export async function checkedAddress(url: URL, { production }: { production: boolean }): Promise<CheckedAddress> {
  const found = await lookup(url.hostname.replace(/^\[|\]$/g, ''), { all: true }).catch(() => []);
  const [first] = found;
  const allLoopback = found.length > 0 && found.every(({ address }) => rangeOf(address) === 'loopback');
  const local = !production && allLoopback;
  const publicOnly = found.every(({ address }) => rangeOf(address) === 'unicast');
  const outside = url.protocol === 'https:' && PORTS.includes(url.port || '443') && publicOnly;
  if (!first || url.username !== '' || !(local || outside)) throw refused();
  return { address: first.address, family: first.family === 6 ? 6 : 4 };
}

function rangeOf(address: string): string {
  const parsed = ipaddr.parse(address);
  // ::ffff:10.0.0.1 is 10.0.0.1
  return parsed instanceof ipaddr.IPv6 && parsed.isIPv4MappedAddress()
    ? parsed.toIPv4Address().range()
    : parsed.range();
}

function refused(): Problem {
  return new Problem('webhook-address', 'rejected', { errors: [{ field: 'url', code: 'webhook-address' }] });
}
