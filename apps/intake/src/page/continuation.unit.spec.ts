import { type Logger, Problem, type ServiceClient } from '@huiying/platform';
import { Continuation } from './continuation.js';

describe('the number under which a diverted case goes on', () => {
  const asked: string[] = [];
  const warned: string[] = [];
  const open = (answer: () => unknown) =>
    new Continuation(
      {
        get: (service: string, path: string) => {
          asked.push(`${service} ${path}`);
          return Promise.resolve().then(answer);
        },
      } as unknown as ServiceClient,
      { warn: (event: string) => void warned.push(event) } as unknown as Logger,
    );

  it('R10.4 R11.12 is asked of the service that has it', async () => {
    const elsewhere = open(() => ({ number: 'QX-FH01-20260721-0001' }));
    expect(await elsewhere.numberOf('TS-1', 'delivery-defect')).toBe('QX-FH01-20260721-0001');
    expect(await elsewhere.numberOf('TS-1', 'inter-store-dispute')).not.toBeNull();
    expect(asked).toEqual([
      'warranty-routing /internal/diverted-defects/TS-1',
      'media-penalties /internal/diverted-disputes/TS-1',
    ]);
  });

  it('R09.2 R05.5 nobody is asked about what is not for everybody to know', async () => {
    asked.length = 0;
    for (const target of ['other-procedure', 'inquiry-handling', 'other-centre', null])
      expect(await open(() => ({ number: 'X' })).numberOf('TS-1', target)).toBeNull();
    expect(asked).toEqual([]);
  });

  it('is left out until it is there, and while the other service is away', async () => {
    const missing = open(() => Promise.reject(new Problem('not-found', 'missing')));
    expect(await missing.numberOf('TS-1', 'delivery-defect')).toBeNull();
    expect(warned).toEqual([]);
    const away = open(() => Promise.reject(new Problem('unavailable', 'unavailable')));
    expect(await away.numberOf('TS-1', 'delivery-defect')).toBeNull();
    expect(warned).toEqual(['continuation.unavailable']);
  });
});
