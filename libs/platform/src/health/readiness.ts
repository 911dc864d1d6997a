import { Injectable } from '@nestjs/common';

/** `ok: false` makes `/health/ready` answer 503 and name it; `counts` are shown beside (held messages, parked events). */
export interface ReadinessState {
  ok: boolean;
  /** Why not, in a code or short technical words; never personal data. */
  detail?: string;
  counts?: Record<string, number>;
}

export type ReadinessCheck = () => Promise<ReadinessState> | ReadinessState;

/** Whoever must be up before the product is ready registers a check here, usually in `onModuleInit`. */
@Injectable()
export class Readiness {
  private readonly checks = new Map<string, ReadinessCheck>();

  register(name: string, check: ReadinessCheck): void {
    this.checks.set(name, check);
  }

  async report(): Promise<{ ready: boolean; checks: Record<string, ReadinessState> }> {
    const states = await Promise.all(
      [...this.checks].map(async ([name, check]): Promise<[string, ReadinessState]> => [name, await settled(check)]),
    );
    return { ready: states.every(([, state]) => state.ok), checks: Object.fromEntries(states) };
  }
}

async function settled(check: ReadinessCheck): Promise<ReadinessState> {
  try {
    return await check();
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.name : 'failed' };
  }
}
