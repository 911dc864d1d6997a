import { ifFound } from './if-found.js';
import { Problem } from './problem.js';

describe('ifFound', () => {
  it('gives what is there', async () => {
    expect(await ifFound(Promise.resolve('case'))).toBe('case');
  });

  it('gives undefined where it is not there', async () => {
    expect(await ifFound(Promise.reject(new Problem('not-found', 'missing')))).toBeUndefined();
  });

  it.each([new Problem('unavailable', 'unavailable'), new Problem('no-right', 'forbidden'), new Error('broken')])(
    'passes on that it could not be asked: %s',
    async (error) => {
      await expect(ifFound(Promise.reject(error))).rejects.toBe(error);
    },
  );
});
