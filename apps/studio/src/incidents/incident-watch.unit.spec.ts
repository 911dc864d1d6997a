import type { IncidentList } from '@huiying/contracts';
import { type Logger, Problem } from '@huiying/platform';
import type { IncidentService } from './incident.service.js';
import { IncidentWatch } from './incident-watch.js';

const incident = (key: string): IncidentList['items'][number] => ({
  ...{ key, process: 'decide-and-answer', element: 'authority', errorType: 'DECISION_EVALUATION_ERROR', message: 'x' },
  ...{ createdAt: '2026-03-02T10:15:00.000Z', subjectNo: 'TS-FH01-20260302-0001', instanceKey: '2' },
});

describe('incidents are told', () => {
  it('R03.8 each once while it is open, and again when it comes anew', async () => {
    let open: string[] = [];
    const told: unknown[][] = [];
    const list = () => Promise.resolve({ items: open.map(incident) });
    const log = { error: (...line: unknown[]) => told.push(line) };
    const watch = new IncidentWatch({ list } as unknown as IncidentService, log as unknown as Logger);
    for (open of [['1'], ['1', '2'], ['2'], ['1', '2']]) await watch.look();
    expect(told.map(([, fields]) => (fields as { incidentKey: string }).incidentKey)).toEqual(['1', '2', '1']);
    expect(told[0]).toEqual([
      'incident.open',
      {
        ...{ incidentKey: '1', processId: 'decide-and-answer', elementId: 'authority' },
        ...{ code: 'DECISION_EVALUATION_ERROR', caseNo: 'TS-FH01-20260302-0001' },
      },
    ]);
  });

  it('an engine that lists none, or is away, is no incident of its own', async () => {
    const told: unknown[] = [];
    const log = { error: (line: unknown) => told.push(line), warn: (line: unknown) => told.push(line) };
    for (const problem of [
      new Problem('engine-without-operations', 'missing'),
      new Problem('engine-unreachable', 'unavailable'),
    ]) {
      const list = () => Promise.reject(problem);
      const watch = new IncidentWatch({ list } as unknown as IncidentService, log as unknown as Logger);
      await expect(watch.look()).rejects.toBe(problem);
      watch['failed'](problem);
    }
    expect(told).toEqual([]);
  });
});
