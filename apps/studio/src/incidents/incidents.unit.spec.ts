import type { EngineMonitoring } from './engine-monitoring.js';
import { IncidentService } from './incident.service.js';

const FILE = 'DB-FH01-20260302-0001';
const AT = Date.parse('2026-03-02T10:15:00Z');

/** The engine with one incident, in an instance with these variables. */
async function incidentIn(bpmnProcessId: string, variables: Record<string, unknown>) {
  const incident = {
    ...{
      key: '1',
      errorType: 'JOB_NO_RETRIES',
      errorMessage: 'not-found',
      bpmnProcessId,
      elementId: 'e',
      createdAt: AT,
    },
    processInstanceKey: '2',
  };
  const get = (path: string) =>
    Promise.resolve(
      path === '/admin/incidents'
        ? { items: [incident] }
        : { variables: Object.entries(variables).map(([name, value]) => ({ name, value })) },
    );
  const { items } = await new IncidentService({ get } as unknown as EngineMonitoring).list();
  return items[0];
}

describe('incidents as operators see them', () => {
  it.each([
    ['employee-report', { subjectNo: 'JB-A1B2C3D4E5' }],
    ['supervision', { subjectNo: FILE, caseNo: null }],
    ['supervision', { subjectNo: 'supervision-audit:FH01:2026' }],
    // A part that others call, standing still for a sealed file.
    ['investigation', { caseNo: null, subjectNo: FILE }],
    ['measure-follow-up', { caseNo: null, subjectNo: `${FILE}-M1` }],
  ])(
    'access.md §2 ops %s of a sealed file: class and element, no number, instance or hour',
    async (process, variables) => {
      expect(await incidentIn(process, variables)).toEqual({
        ...{
          key: '1',
          process,
          element: 'e',
          errorType: 'JOB_NO_RETRIES',
          message: '',
          subjectNo: null,
          instanceKey: null,
        },
        createdAt: '2026-03-02T00:00:00.000Z',
      });
    },
  );

  it.each([
    ['investigation', { caseNo: 'TS-FH01-20260302-0001', subjectNo: 'X' }, 'TS-FH01-20260302-0001'],
    ['corrective-action', { caseNo: null, subjectNo: 'JZ-FH01-20260302-0001' }, 'JZ-FH01-20260302-0001'],
    ['training', {}, null],
  ])('access.md §2 ops %s of anything else: its number, instance and hour', async (process, variables, subjectNo) => {
    expect(await incidentIn(process, variables)).toMatchObject({
      ...{ process, subjectNo, message: 'not-found', instanceKey: '2', createdAt: '2026-03-02T10:15:00.000Z' },
    });
  });
});
