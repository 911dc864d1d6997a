import { Injectable } from '@nestjs/common';
import { machineTime } from '../clock.js';
import { Config } from '../config/config.js';
import { Problem } from '../problem/problem.js';
import { isLoopbackNetwork } from './request-origin.js';

interface Limit {
  windowMs: number;
  /** Most calls of one key in the window. */
  perKey: number;
  /** Most calls of all together. */
  inAll: number;
}

const HOUR = 3_600_000;

/** Volume limits by name (access.md §7); start values of parameters. */
const LIMITS: Record<string, Limit> = {
  file: { windowMs: HOUR, perKey: 10, inAll: 1_000 },
  'file-phone': { windowMs: 24 * HOUR, perKey: 5, inAll: Infinity },
  upload: { windowMs: HOUR, perKey: 120, inAll: 10_000 },
  look: { windowMs: HOUR, perKey: 3_000, inAll: Infinity },
  lookup: { windowMs: HOUR, perKey: 60, inAll: Infinity },
  events: { windowMs: 60_000, perKey: 60, inAll: Infinity },
};

/** Counts calls on the machine's clock. Against floods, not against guessing: that is counted in the database. */
@Injectable()
export class VolumeLimits {
  private readonly calls = new Map<string, number[]>();

  constructor(private readonly config: Config) {}

  /**
   * @param name of a limit; undefined counts nothing
   * @param key network, hash of a phone number or person id
   * @param network that the call comes from, where the key is not the network
   * @throws Problem `too-many` (429) with Retry-After
   */
  count(name: string | undefined, key: string, network = key): void {
    if (name === undefined || this.isOff(network)) return;
    const limit = LIMITS[name];
    if (!limit) throw new Error(`no volume limit ${name}`);
    this.take(`${name}:${key}`, limit.perKey, limit.windowMs);
    if (limit.inAll !== Infinity) this.take(`${name}:*`, limit.inAll, limit.windowMs);
  }

  /** For one machine with its sample data; production refuses `relaxed`. */
  private isOff(network: string): boolean {
    return this.config.limits === 'relaxed' || (this.config.shape === 'embedded' && isLoopbackNetwork(network));
  }

  private take(key: string, most: number, windowMs: number): void {
    const now = machineTime();
    const recent = (this.calls.get(key) ?? []).filter((at) => at > now - windowMs);
    const oldest = recent[0];
    if (recent.length >= most && oldest !== undefined) {
      throw new Problem('too-many', 'too-many', { retryAfter: Math.ceil((oldest + windowMs - now) / 1000) });
    }
    recent.push(now);
    this.calls.set(key, recent);
    if (this.calls.size > 50_000) this.forget(now);
  }

  private forget(now: number): void {
    for (const [key, times] of this.calls) if ((times.at(-1) ?? 0) < now - 24 * HOUR) this.calls.delete(key);
  }
}
