import { PassThrough } from 'node:stream';
import { Logger, type LogFields } from './logger.js';

function lineOf(fields: LogFields): Record<string, unknown> {
  const stream = new PassThrough();
  Logger.open({ logLevel: 'info' }, 'test', stream).error('something.failed', fields);
  return JSON.parse(String(stream.read())) as Record<string, unknown>;
}

describe('a line of the log', () => {
  it('access.md §5 names no sealed file, whoever writes the line and in whichever field', () => {
    const FILE = 'DB-FH01-20260302-0001';
    expect(lineOf({ subjectNo: FILE, caseNo: null, limitId: 'R03.5', reason: 'not-found' })).toMatchObject({
      ...{ event: 'something.failed', caseNo: null, limitId: 'R03.5', reason: 'not-found' },
    });
    const all = { subject: 'JB-A1B2C3D4E5', subjectNo: `${FILE}-M1`, caseNo: FILE, messageName: 'deadline-reached' };
    const line = lineOf(all);
    expect(line['messageName']).toBe('deadline-reached');
    expect(JSON.stringify(line)).not.toMatch(/JB-|DB-/);
  });

  it('access.md §3 names other things by their number, and nothing that is not on the list', () => {
    const line = lineOf({ subjectNo: 'TS-FH01-20260302-0001', ...({ phone: '138' } as LogFields) });
    expect(line).toMatchObject({ subjectNo: 'TS-FH01-20260302-0001', dropped: ['phone'] });
  });
});
