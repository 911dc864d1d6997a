import { isIPv4, isIPv6 } from 'node:net';
import type { IncomingMessage } from 'node:http';

const internal = new WeakSet<object>();
const networks = new WeakMap<object, string>();

/** Marks connections of the internal port; nothing in a request can claim it. */
export function markInternal(request: IncomingMessage): void {
  internal.add(request);
}

export function isInternal(request: IncomingMessage): boolean {
  return internal.has(request);
}

/** The network of the caller, never the whole address: /24 of IPv4, /48 of IPv6. */
export function networkOf(request: IncomingMessage): string {
  return networks.get(request) ?? networkOfAddress(request.socket.remoteAddress ?? '');
}

/** Believes X-Forwarded-For only from a trusted proxy, and then the address that the proxy itself saw (the last one). */
export function rememberNetwork(request: IncomingMessage, trustedProxies: string[]): void {
  const direct = plainAddress(request.socket.remoteAddress ?? '');
  const forwarded = request.headers['x-forwarded-for'];
  const last = typeof forwarded === 'string' ? forwarded.split(',').at(-1)?.trim() : undefined;
  networks.set(request, networkOfAddress(last && trustedProxies.includes(direct) ? last : direct));
}

function networkOfAddress(address: string): string {
  const plain = plainAddress(address);
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  if (!isIPv6(plain)) return 'unknown';
  if (plain === '::1') return '::1/128';
  return `${expand(plain).slice(0, 3).join(':')}::/48`;
}

/** Loopback: in the embedded shape volume limits are off for it. */
export function isLoopbackNetwork(network: string): boolean {
  return network.startsWith('127.') || network === '::1/128';
}

function plainAddress(address: string): string {
  return address.startsWith('::ffff:') ? address.slice(7) : address;
}

function expand(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const missing = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array.from({ length: missing }, () => '0'), ...right].map((part) => part.toLowerCase());
}
