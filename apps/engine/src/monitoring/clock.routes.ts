import { Problem } from '@huiying/platform';
import { HttpError } from './router.js';
import type { Reply, Routes } from './router.js';

/** What the clock endpoints move. Every move resolves when the whole shape has the new time and what is due has been fired. */
export interface MovableClock {
  readonly controlled: boolean;
  now(): number;
  add(offsetMilli: number): Promise<void>;
  pin(epochMilli: number): Promise<void>;
  reset(): Promise<void>;
}

/** The same endpoints as Zeebe's: `/actuator/clock`. */
export function clockRoutes(clock: MovableClock): Routes {
  const show = (): Reply => {
    const epochMilli = clock.now();
    return { status: 200, body: { epochMilli, instant: new Date(epochMilli).toISOString() } };
  };
  const moving = async (move: () => Promise<void>) => {
    if (!clock.controlled)
      throw new HttpError(403, 'clock-not-controlled', 'the clock can be moved only with HUIYING_CLOCK=controlled');
    try {
      await move();
    } catch (error) {
      if (error instanceof Problem)
        throw new HttpError(error.status, error.code, 'the clock cannot go back behind data that is kept');
      throw error;
    }
    return show();
  };
  return {
    'GET /actuator/clock': show,
    'POST /actuator/clock/add': (request) =>
      moving(async () => clock.add(numberOf(await request.body(), 'offsetMilli'))),
    'POST /actuator/clock/pin': (request) =>
      moving(async () => clock.pin(numberOf(await request.body(), 'epochMilli'))),
    'DELETE /actuator/clock': () => moving(() => clock.reset()),
  };
}

function numberOf(body: unknown, name: string): number {
  const value: unknown = body && typeof body === 'object' ? Reflect.get(body, name) : undefined;
  if (typeof value !== 'number' || !Number.isSafeInteger(value))
    throw new HttpError(400, 'malformed', `expected {"${name}": <whole number of milliseconds>}`);
  return value;
}
