import type { ArgumentsHost } from '@nestjs/common';
import type { Logger } from '../log/logger.js';
import { ProblemFilter } from './problem.filter.js';

function answerTo(error: unknown): { status: number; headers: Record<string, string>; body: string } {
  const answer = { statusCode: 0, headersSent: false, headers: {} as Record<string, string>, body: '' };
  const response = Object.assign(answer, {
    setHeader: (name: string, value: string) => (answer.headers[name] = value),
    end: (body: string) => (answer.body = body),
  });
  const host = { switchToHttp: () => ({ getRequest: () => ({ headers: {} }), getResponse: () => response }) };
  new ProblemFilter({ error: () => undefined } as unknown as Logger).catch(error, host as unknown as ArgumentsHost);
  return { status: answer.statusCode, headers: answer.headers, body: answer.body };
}

describe('ProblemFilter', () => {
  it.each([
    ['a transaction ended because of a deadlock', { driverError: { code: '40P01' } }],
    ['a lock that did not come in time', { code: '55P03' }],
    ['a database that restarts', { code: '57P01' }],
    ['a connection that broke', { code: 'ECONNRESET' }],
  ])('%s: later helps', (_, error) => {
    const { status, headers, body } = answerTo(error);
    expect([status, headers['retry-after']]).toEqual([503, '2']);
    expect(JSON.parse(body)).toMatchObject({ type: 'unavailable' });
  });

  it('an unknown error is a fault and tells nothing of itself', () => {
    const { status, body } = answerTo(new Error('phone 13812345678'));
    expect(status).toBe(500);
    expect(body).not.toContain('13812345678');
  });
});
