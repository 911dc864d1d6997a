import { Clock } from '../clock.js';

/** A clock that stands where the test puts it. */
export class ManualClock extends Clock {
  constructor(start: Date | string = '2026-03-02T09:00:00+08:00') {
    super();
    this.set(start);
  }

  set(time: Date | string): void {
    this.follow({ offsetMs: 0, pinnedAt: new Date(time).getTime() });
  }

  add(ms: number): void {
    this.set(new Date(this.now().getTime() + ms));
  }
}
