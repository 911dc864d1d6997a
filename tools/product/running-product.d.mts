import type { Client } from './client.mjs';

export interface StartOptions {
  dataDir?: string;
  env?: Record<string, string>;
  /** File descriptor that the product's stderr is written to as well. */
  log?: number | undefined;
  patienceMs?: number;
  /** Moment with its offset at which the clock of a fresh directory stands. */
  clockStartsAt?: string;
}

/** The built product on free ports, with the controlled clock. */
export class RunningProduct {
  static start(options?: StartOptions): Promise<RunningProduct>;
  readonly address: string;
  /** host:port of the engine's gRPC gateway */
  readonly gateway: string;
  readonly monitoring: string;
  readonly dataDir: string;
  /** The last of what it wrote to stderr. */
  readonly said: string;
  readonly anybody: Client;
  signIn(who: { login?: string; group?: string; unit?: string }): Promise<Client>;
  pinClock(moment: string): Promise<Date>;
  addTime(offsetMilli: number): Promise<Date>;
  stop(): Promise<void>;
}

export function eventually<T>(probe: () => Promise<T | undefined>, what: string, withinMs?: number): Promise<T>;
