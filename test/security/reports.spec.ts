import { MARKER, ReportsKit } from '../../apps/employee-reports/src/testing/reports-harness.js';

/**
 * Who stands how to the reports: filed are seven that name gchead, handled by hrhead (later hr2), gm and rc1; rc2 is the substitute of rc1
 * whom no report names, hr2 took over from hrhead.
 */
const OUTSIDERS: Readonly<Record<string, string>> = {
  administrator: 'admin',
  operator: 'oper',
  designer: 'desi',
  integrator: 'inte',
  insights: 'insi',
  custodian: 'cust1',
  'named person': 'gchead',
  subordinate: 'gong',
  'earlier handler': 'hrhead',
  substitute: 'rc2',
  auditor: 'auditor',
  desk: 'desk',
};
const INVENTED = 'JB-0123456789';
const INVENTED_TASK = '11111111-2222-4333-8444-555555555555';
/** What is said in the reports: nowhere outside the sealed columns. */
const SAID = [MARKER, '简直言', '13955556666', '聊天记录截图', '我在现场听见的', '柏青门窗'];

/** Every staff route, with the number and task of a report that exists or of none. */
const routesOf = (reportNo: string, taskId: string): [string, string, object?][] => [
  ['GET', '/api/jb/reports'],
  ['GET', '/api/jb/tasks'],
  ['GET', `/api/jb/reports/${reportNo}`],
  ['GET', `/api/jb/reports/${reportNo}/files/1`],
  ['GET', `/api/jb/reports/${reportNo}/identity`],
  ['GET', `/api/jb/tasks/${taskId}`],
  ['GET', `/api/jb/tasks/${taskId}/candidates`],
  ['GET', `/api/jb/reports/${reportNo}/candidates`],
  ['POST', `/api/jb/reports/${reportNo}/handlers`, { taskId, personId: 'gm' }],
  ['POST', `/api/jb/reports/${reportNo}/messages`, { text: '请告知' }],
  ['POST', `/api/jb/reports/${reportNo}/named`, { named: [{ personId: 'gm' }] }],
  ['POST', `/api/jb/reports/${reportNo}/identity-requests`, { reason: '核实' }],
  ['PUT', `/api/jb/tasks/${taskId}/draft`, { data: { findings: '草稿' } }],
  ['POST', `/api/jb/tasks/${taskId}/complete`, { data: { settled: true } }],
];

let kit: ReportsKit;
/** Answer of every outsider on every route: before any report existed, and with seven. */
const before = new Map<string, string>();
const reports: { reportNo: string; receipt: string }[] = [];
let taskId = '';

const answers = async (reportNo: string, task: string): Promise<Map<string, string>> => {
  const all = new Map<string, string>();
  for (const [who, login] of Object.entries(OUTSIDERS))
    for (const [index, [method, path, body]] of routesOf(reportNo, task).entries())
      all.set(`${who} ${index} ${method}`, await kit.bare(login, method, path, body));
  return all;
};

beforeAll(async () => {
  kit = await ReportsKit.open();
  for (const [key, answer] of await answers(INVENTED, INVENTED_TASK)) before.set(key, answer);
  for (let n = 0; n < 7; n++) {
    const identity = { name: '简直言', phone: '13955556666' };
    const receipt = await kit.file({ evidence: '聊天记录截图', identity });
    const { hrHandler } = await kit.picked(receipt.reportNo);
    const { key } = await kit.task(receipt.reportNo, 'preliminary-check', hrHandler, 'R05.7#check');
    // As the tasklist does: when it ends, then that it has ended.
    await kit.internal(`/internal/sealed-tasks/${key}/due`, { dueAt: '2026-03-05T23:59:59+08:00' });
    await kit.internal(`/internal/sealed-tasks/${key}/overdue`, {});
    await kit.say(receipt.reportNo, receipt.receipt, { text: '我在现场听见的' });
    await kit.attach(receipt.reportNo, receipt.receipt, await kit.pictureWithPlace());
    reports.push(receipt);
  }
  taskId = await kit.taskId('hr2', reports[0]?.reportNo ?? '');
});
afterAll(() => kit.stop());

describe('employee reports show nothing to anybody else (access.md §5, R05.5)', () => {
  it('UX-34 every outsider × every staff route: the same bytes with none and with seven reports', async () => {
    const after = await answers(reports[0]?.reportNo ?? '', taskId);
    const different = [...after].filter(([key, answer]) => before.get(key) !== answer);
    expect(different).toEqual([]);
    expect([...after.values()].filter((answer) => answer.startsWith('200 '))).toHaveLength(
      Object.keys(OUTSIDERS).length * 2,
    );
  });

  it('handlers do see theirs, so that the comparison compares something', async () => {
    expect(await kit.reportsOf('hr2')).toHaveLength(7);
    expect(await kit.reportsOf('rc1')).toHaveLength(7);
    expect((await kit.as('gm', 'GET', `/api/jb/reports/${reports[0]?.reportNo}`)).body['description']).toContain(
      MARKER,
    );
  });

  it('R05.5 a dump of the whole database holds no content and no person of a report', async () => {
    const dump = await kit.dump('access.', 'clock.');
    expect(SAID.filter((word) => dump.includes(word))).toEqual([]);
    const base64 = SAID.map((word) => Buffer.from(word).toString('base64').replace(/=+$/, ''));
    expect(base64.filter((word) => dump.includes(word))).toEqual([]);
    const own = await kit.dump('access.', 'clock.', 'events.');
    const persons = kit.logins.filter((login) => new RegExp(`"${login}"`).test(own));
    expect(persons).toEqual([]);
    for (const { receipt } of reports) expect(dump).not.toContain(receipt);
  });

  it('R05.5 no number stands outside the schema of the reports and the log of restricted events', async () => {
    const outside = await kit.dump('employee_reports.', 'events.restricted_event_log');
    for (const { reportNo } of reports) expect(outside).not.toContain(reportNo);
  });

  it('what the engine gets is a number, a form and pseudonyms', async () => {
    const started = await kit.messages('start-employee-report');
    const text = JSON.stringify(started);
    expect(kit.logins.filter((login) => text.includes(`"${login}"`))).toEqual([]);
    expect(SAID.filter((word) => text.includes(word))).toEqual([]);
    const names = started.flatMap(({ variables }) => Object.keys(variables));
    expect([...new Set(names)].sort()).toEqual(['reportForm', 'reportNo', 'subjectNo']);
  });

  it('restricted events say the number, the group and the day, and come from the system', async () => {
    for (const { reportNo } of reports) {
      expect(await kit.restricted('employee-report.registered', reportNo)).toEqual([
        { orgId: 'JT', at: '2026-03-02T00:00:00.000+08:00', actorId: 'system', reportNo },
      ]);
    }
    const emitted = await kit.query<{ type: string }>(`SELECT DISTINCT type FROM events.event_log`);
    expect(emitted).toEqual([]);
  });

  it('metrics count routes, not reports', async () => {
    const metrics = await (await fetch(`${kit.service.url}/metrics`)).text();
    for (const { reportNo } of reports) expect(metrics).not.toContain(reportNo);
    // Nor the requests that only reports make, nor their events: the count of those would be the count of these.
    expect(metrics).not.toMatch(/\/jb\/|portal\/reports|internal\/sealed|type="employee-report/);
    expect(metrics).toContain('# TYPE huiying_http_request_seconds');
  });
});

describe('identity and emergency (access.md §5)', () => {
  it('handlers see 「举报人」 until two custodians release it, for a day; the reporter sees that', async () => {
    const [{ reportNo, receipt }] = reports as [{ reportNo: string; receipt: string }];
    const path = `/api/jb/reports/${reportNo}`;
    expect((await kit.as('hr2', 'GET', `${path}/identity`)).status).toBe(404);
    expect((await kit.as('hr2', 'POST', `${path}/identity-requests`, { reason: '须当面核实' })).status).toBe(202);
    expect(JSON.stringify((await kit.as('oper', 'GET', '/api/jb/openings')).body)).toBe('{"items":[]}');
    const { body } = await kit.as<{ items: { id: string }[] }>('cust1', 'GET', '/api/jb/openings');
    expect(JSON.stringify(body)).not.toContain(reportNo);
    const approve = (login: string) => kit.as(login, 'POST', `/api/jb/openings/${body.items[0]?.id}/approvals`);
    expect((await approve('cust1')).body).toEqual({ opened: false });
    expect((await approve('cust1')).body['type']).toBe('second-opener');
    expect((await kit.as('hr2', 'GET', `${path}/identity`)).status).toBe(404);
    expect((await approve('cust2')).body).toEqual({ opened: true });
    expect((await kit.as('hr2', 'GET', `${path}/identity`)).body).toEqual({ name: '简直言', phone: '13955556666' });
    expect((await kit.as('gm', 'GET', `${path}/identity`)).status).toBe(404);
    expect((await kit.follow(reportNo, receipt)).body.openings).toEqual([{ kind: 'identity', on: '2026-03-02' }]);
    kit.clock.add(25 * 3_600_000);
    expect((await kit.as('hr2', 'GET', `${path}/identity`)).status).toBe(404);
    kit.clock.add(-25 * 3_600_000);
    expect((await kit.auditOf(reportNo)).map(({ event }) => event)).toEqual(
      expect.arrayContaining(['identity.asked', 'identity.released', 'identity.read']),
    );
  });

  it('an emergency needs a custodian and another, none of them named, and lasts a day for one report', async () => {
    const [, { reportNo }] = reports as [unknown, { reportNo: string }];
    const ask = (login: string, no: string) =>
      kit.as<{ id: string }>(login, 'POST', '/api/jb/emergency-openings', { reportNo: no, reason: '人身安全' });
    expect((await ask('admin', reportNo)).status).toBe(404);
    const [real, none] = [await ask('cust1', reportNo), await ask('cust1', INVENTED)];
    expect([real.status, Object.keys(real.body)]).toEqual([none.status, Object.keys(none.body)]);
    expect((await kit.as('cust1', 'GET', `/api/jb/reports/${reportNo}`)).status).toBe(404);
    expect((await kit.as('gm', 'POST', `/api/jb/openings/${real.body.id}/approvals`)).body).toEqual({ opened: true });
    expect((await kit.as('cust1', 'GET', `/api/jb/reports/${reportNo}`)).body['description']).toContain(MARKER);
    expect((await kit.as('cust2', 'GET', `/api/jb/reports/${reportNo}`)).status).toBe(404);
    kit.clock.add(25 * 3_600_000);
    expect((await kit.as('cust1', 'GET', `/api/jb/reports/${reportNo}`)).status).toBe(404);
    kit.clock.add(-25 * 3_600_000);
  });

  it.each([
    ['fhcust', 'gm'],
    ['gm', 'fhcust'],
  ])(
    '%s and %s: one works below the other, so they open nothing together; with another person it opens',
    async (first, second) => {
      const { reportNo } = await kit.file({});
      const asked = await kit.as<{ id: string }>(first, 'POST', '/api/jb/emergency-openings', {
        reportNo,
        reason: '人身安全',
      });
      const approve = (login: string) => kit.as(login, 'POST', `/api/jb/openings/${asked.body.id}/approvals`);
      const refused = await approve(second);
      expect([refused.status, refused.body['type']]).toEqual([403, 'second-opener']);
      expect((await kit.as(first, 'GET', `/api/jb/reports/${reportNo}`)).status).toBe(404);
      expect((await approve('cust2')).body).toEqual({ opened: true });
    },
  );

  it('a general manager whom the report names opens nothing, neither first nor second, and sees no request', async () => {
    const { reportNo } = await kit.file({ named: [{ personId: 'gm' }] });
    const first = await kit.as<{ id: string }>('gm', 'POST', '/api/jb/emergency-openings', {
      reportNo,
      reason: '查看',
    });
    const approved = await kit.as('cust1', 'POST', `/api/jb/openings/${first.body.id}/approvals`);
    expect([approved.status, approved.body['type']]).toEqual([404, 'opening-unknown']);
    const second = await kit.as<{ id: string }>('cust1', 'POST', '/api/jb/emergency-openings', {
      reportNo,
      reason: '查看',
    });
    expect((await kit.as('gm', 'POST', `/api/jb/openings/${second.body.id}/approvals`)).status).toBe(404);
    const listed = async (login: string) =>
      (await kit.as<{ items: { id: string }[] }>(login, 'GET', '/api/jb/openings')).body.items.map(({ id }) => id);
    expect(await listed('cust2')).toEqual(expect.arrayContaining([first.body.id, second.body.id]));
    expect((await listed('gm')).filter((id) => [first.body.id, second.body.id].includes(id))).toEqual([]);
    expect((await kit.as('gm', 'GET', `/api/jb/reports/${reportNo}`)).status).toBe(404);
  });
});
