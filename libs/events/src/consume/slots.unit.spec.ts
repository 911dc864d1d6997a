import { setTimeout as sleep } from 'node:timers/promises';
import { Slots } from './slots.js';

describe('Slots', () => {
  it('run no more than there are, in order, and a failure frees its slot', async () => {
    const slots = new Slots(2);
    const begun: number[] = [];
    let running = 0;
    let most = 0;
    const work = (n: number) =>
      slots.run(async () => {
        begun.push(n);
        most = Math.max(most, ++running);
        await sleep(1);
        running--;
        if (n % 3 === 0) throw new Error('failed');
      });
    await Promise.allSettled(Array.from({ length: 10 }, (_, n) => work(n)));
    expect(begun).toEqual(Array.from({ length: 10 }, (_, n) => n));
    expect(most).toBe(2);
  });
});
