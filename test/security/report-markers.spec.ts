import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { Client as Database } from 'pg';
import { file } from '../../tools/demo/walk.mjs';
import { eventually, RunningProduct } from '../../tools/product/running-product.mjs';
import { Staff } from '../../tools/product/staff.mjs';
import { postgresHome } from '../../tools/start/data-directory.mjs';
import { dumpDatabase, findMarkers } from './marker-search.js';

/** One value per thing that is said about a report, by whoever says it; found nowhere in the clear, its own schema included. */
const MARKERS = {
  description: '举报标记甲围标串标七七一一',
  evidence: '举报标记乙转账截图七七一二',
  'named in words': '举报标记丙某某人',
  'identity: name': '举报标记丁本人',
  'identity: phone': '13866660001',
  'identity: e-mail': 'reporter.one@markers.example',
  'identity: more': '举报标记戊财务二组',
  message: '举报标记己补充说明七七一三',
  'named later': '举报标记庚后来想起',
  'name of a file': 'report-marker-file-7714.pdf',
  'author of a file': 'REPORT-AUTHOR-7715',
  'text of a file': 'REPORT-PAGE-7716',
  draft: '举报标记辛写了一半七七一七',
  findings: '举报标记壬核实情况七七一八',
  'message of a handler': '举报标记癸请补充七七一九',
  'reason for the identity': '举报标记子须当面核实',
  'complaint that was a report': '举报标记丑岗亭夜班没人',
  'its complainant': '举报标记寅住户',
  'its phone': '13866660002',
  'review of the desk': '举报标记卯移送意见',
};

interface Receipt {
  reportNo: string;
  receipt: string;
}

describe('what is said in a report stands nowhere else (markers; R05.5, access.md §0.7, §5)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiying-report-markers-'));
  const logFile = join(folder, 'log');
  const log = openSync(logFile, 'w');
  let product: RunningProduct;
  let staff: Staff;
  let report: Receipt;
  let numbers: Record<string, string>;
  let caseNo: string;

  const databaseUrl = () => {
    const port = readFileSync(join(postgresHome(product.dataDir), 'pg', 'postmaster.pid'), 'utf8').split('\n')[3];
    return `postgres://postgres:postgres@127.0.0.1:${port}/postgres`;
  };
  const sql = async <T extends object>(text: string, params: unknown[] = []): Promise<T[]> => {
    const client = new Database({ connectionString: databaseUrl() });
    await client.connect();
    try {
      return (await client.query<T>(text, params)).rows;
    } finally {
      await client.end();
    }
  };
  /** Answers of a request, refusals too: what they say is searched like anything else. */
  const said = (request: Promise<unknown>) => request.then(JSON.stringify, String);

  /** The sealed task of an element at whoever has it. */
  async function sealedTask(reportNo: string, element: string, role: string) {
    const holders = await staff.holders(role);
    return eventually(async () => {
      for (const login of holders) {
        const client = await staff.as(login);
        const { items } = (await client.get('/api/jb/tasks')) as {
          items: { id: string; reportNo: string; element: string }[];
        };
        const task = items.find((one) => one.reportNo === reportNo && one.element === element);
        if (task) return { client, id: task.id };
      }
      return undefined;
    }, `sealed task ${element} at ${role}`);
  }

  async function evidence({ reportNo, receipt }: Receipt): Promise<void> {
    const document = await PDFDocument.create();
    document.addPage().drawText(MARKERS['text of a file']);
    document.setAuthor(MARKERS['author of a file']);
    const form = new FormData();
    const content = new Uint8Array(await document.save());
    form.append('file', new Blob([content], { type: 'application/pdf' }), MARKERS['name of a file']);
    const url = `${product.address}/api/portal/reports/${reportNo}/attachments`;
    const headers = { 'x-tracking-code': receipt };
    expect((await fetch(url, { method: 'POST', headers, body: form })).status).toBe(200);
  }

  async function handled({ reportNo, receipt }: Receipt): Promise<void> {
    const code = { 'x-tracking-code': receipt };
    await product.anybody.post(
      `/api/portal/reports/${reportNo}/messages`,
      { text: MARKERS.message, named: [{ name: MARKERS['named later'] }] },
      code,
    );
    await evidence({ reportNo, receipt });
    const check = await sealedTask(reportNo, 'preliminary-check', 'hr');
    await check.client.put(`/api/jb/tasks/${check.id}/draft`, { data: { findings: MARKERS.draft } });
    await check.client.post(`/api/jb/reports/${reportNo}/messages`, { text: MARKERS['message of a handler'] });
    const reason = MARKERS['reason for the identity'];
    await check.client.post(`/api/jb/reports/${reportNo}/identity-requests`, { reason });
    // Refusals as well: a field that there is not, and one that is missing.
    await said(
      check.client.post(`/api/jb/tasks/${check.id}/complete`, { data: { [MARKERS.draft]: MARKERS.findings } }),
    );
    await said(check.client.post(`/api/jb/tasks/${check.id}/complete`, { data: { findings: MARKERS.findings } }));
    await check.client.post(`/api/jb/tasks/${check.id}/complete`, {
      data: { findings: MARKERS.findings, credible: true },
    });
  }

  /** A complaint that only the desk knows for what it is. @returns the number under which it goes on */
  async function diverted(): Promise<string> {
    const known = async () =>
      (await sql<{ report_no: string }>(`SELECT report_no FROM employee_reports.report`)).length;
    const before = await known();
    const filed = await file(product, {
      description: `${MARKERS['complaint that was a report']}，登记本天天有签名。`,
      contact: { name: MARKERS['its complainant'], phone: MARKERS['its phone'] },
    });
    caseNo = filed.caseNo;
    await staff.complete({
      caseNo,
      orgId: filed.orgId,
      element: 'review-intake',
      role: 'property-steward',
      within: 120_000,
      data: {
        topic: 'colleague',
        kind: 'employee-report',
        reportForm: 'written',
        specific: true,
        evidenced: true,
        valid: true,
        scope: 'own',
        respondentType: 'person',
        respondentGroup: ['service-centre'],
        proceedings: false,
        keyCustomer: false,
        dangerToPersons: false,
        disturbsOperation: false,
        harmsStanding: false,
        complex: false,
        otherAuthorities: MARKERS['review of the desk'],
      },
    });
    return eventually(async () => {
      if ((await known()) === before) return undefined;
      const rows = await sql<{ report_no: string }>(
        `SELECT report_no FROM employee_reports.report ORDER BY received_at, (receipt IS NULL) DESC`,
      );
      return rows.find(({ report_no: number }) => number !== report.reportNo)?.report_no;
    }, 'the case taken over as a report');
  }

  beforeAll(async () => {
    product = await RunningProduct.start({ log, env: { HUIYING_LOG_LEVEL: 'debug' } });
    staff = new Staff(product);
    report = (await product.anybody.post('/api/portal/reports', {
      description: `上月${MARKERS.description}，两次。`,
      evidence: MARKERS.evidence,
      named: [{ name: MARKERS['named in words'], unit: '外包班组' }],
      identity: {
        name: MARKERS['identity: name'],
        phone: MARKERS['identity: phone'],
        email: MARKERS['identity: e-mail'],
        more: MARKERS['identity: more'],
      },
    })) as Receipt;
    const tooShort = {
      description: MARKERS['named later'].slice(0, 4),
      named: [{ name: MARKERS['identity: name'], x: 1 }],
    };
    await said(product.anybody.post('/api/portal/reports', tooShort));
    await handled(report);
    numbers = { 'number of the report': report.reportNo, 'number of the diverted one': await diverted() };
    // Sealed tasks of the second one are handed over: everything that the move leaves behind is there by now.
    await sealedTask(numbers['number of the diverted one'] ?? '', 'preliminary-check', 'hr');
  }, 900_000);

  afterAll(async () => {
    await product?.stop();
    closeSync(log);
    rmSync(folder, { recursive: true });
  });

  it('R05.5 no table of any schema holds a word of it in the clear, nor the receipt; its number stands with the engine and its own service alone', async () => {
    const dump = await dumpDatabase(databaseUrl());
    const places = dump.map(({ place }) => place);
    expect(places).toEqual(expect.arrayContaining(['table employee_reports.report', 'table access.audit']));
    const words = { ...MARKERS, receipt: report.receipt };
    expect(dump.flatMap(({ place, text }) => findMarkers(words, place, text))).toEqual([]);
    const own = /^table (employee_reports|engine)\.|^table events\.restricted_event_log$/;
    const others = dump.filter(({ place }) => !own.test(place));
    expect(others.flatMap(({ place, text }) => findMarkers(numbers, place, text))).toEqual([]);
  });

  it('R05.1 of the case that was moved only the number, its state and who did what when is left: answers empty, the key gone, audited', async () => {
    const outcomes = await sql<{ variables: object }>(
      `SELECT o.variables FROM tasklist.task_outcome o JOIN tasklist.task t ON t.id = o.task_id WHERE t.case_no = $1`,
      [caseNo],
    );
    expect(outcomes.length).toBeGreaterThan(0);
    for (const { variables } of outcomes) expect(variables).toEqual({});
    const audited = await sql(
      `SELECT 1 FROM access.audit WHERE entry->>'action' = 'case.erase' AND entry->>'caseNo' = $1`,
      [caseNo],
    );
    expect(audited).toHaveLength(1);
    expect(await sql(`SELECT 1 FROM intake.data_key WHERE subject = $1`, [caseNo])).toEqual([]);
  });

  it('R05.5 no variable of the engine says more than number, form and pseudonyms', async () => {
    const dump = (await dumpDatabase(databaseUrl())).filter(({ place }) => place.startsWith('table engine.'));
    const persons = (
      await sql<{ id: string; login: string; name: string }>(`SELECT id, login, name FROM access.person`)
    ).flatMap(({ id, login, name }) => [id, login, name]);
    const about = dump.flatMap(({ place, text }) =>
      text
        .split('\n')
        .filter((line) => Object.values(numbers).some((number) => line.includes(number)))
        .map((line) => ({ place, line })),
    );
    expect(about.length).toBeGreaterThan(0);
    const quoted = about.filter(({ line }) => persons.some((person) => line.includes(`"${person}"`)));
    expect(quoted).toEqual([]);
    expect(about.filter(({ line }) => line.includes(caseNo))).toEqual([]);
  });

  it('R05.5 no log, metric, event or page of operations holds a word or a number', async () => {
    const words = { ...MARKERS, ...numbers, receipt: report.receipt };
    const urls = [`${product.address}/metrics`, `${product.address}/health/ready`, `${product.monitoring}/metrics`];
    const pages = await Promise.all(urls.map(async (url) => ({ place: url, text: await (await fetch(url)).text() })));
    const operator = await product.signIn({ group: 'operator' });
    for (const path of ['/api/events?limit=500', '/api/ops/outbox', '/api/ops/parked', '/api/ops/incidents'])
      pages.push({ place: path, text: await said(operator.get(path)) });
    pages.push({ place: 'log', text: readFileSync(logFile, 'utf8') });
    expect(pages.at(-1)?.text.length).toBeGreaterThan(0);
    expect(pages.flatMap(({ place, text }) => findMarkers(words, place, text))).toEqual([]);
  });

  it('R05.5 no list, count, search, notice or page of anybody else shows it', async () => {
    const words = { ...MARKERS, ...numbers };
    const seen: string[] = [];
    const roles = new Map(
      (await staff.everybody()).flatMap((person) => person.groups.map((role) => [role, person.login])),
    );
    const word = encodeURIComponent(MARKERS.description.slice(0, 6));
    for (const [role, login] of roles) {
      if (role === 'hr') continue; // the handlers of these reports
      const client = await staff.as(login);
      for (const path of [
        '/api/tasks?view=mine',
        '/api/tasks?view=group',
        '/api/tasks?view=done',
        '/api/cases',
        `/api/cases?q=${word}`,
        `/api/cases/${caseNo}`,
        `/api/cases/${caseNo}/timeline`,
        `/api/cases/${caseNo}/notices`,
        '/api/insights/overview',
        '/api/insights/processes',
        '/api/insights/units',
        '/api/insights/hot-topics',
        '/api/insights/reports',
        '/api/emergency',
        '/api/penalties',
        '/api/events?limit=500',
        `/api/jb/reports/${report.reportNo}`,
      ])
        seen.push(
          ...findMarkers(
            words,
            `${path} for ${role}`,
            await said(client.get(path)).then((text) => text.replaceAll(path, '')),
          ),
        );
    }
    // Who keeps the material and who manages handle these reports: their own list is the only place.
    const handlers = [
      'report-custodian',
      'management',
      'general-manager',
      'deputy-general-manager',
      'region-executive',
      'group-executive',
    ];
    expect(
      seen.filter((one) => !(one.includes('/api/jb/') && handlers.some((role) => one.endsWith(` ${role}`)))),
    ).toEqual([]);
  }, 600_000);

  it('access.md §1 no role of the database but the reports’ own may look into their schema; the way in is intake’s alone', async () => {
    const rights = await sql<{ role: string }>(
      `SELECT rolname AS role FROM pg_roles WHERE rolname LIKE 'huiying%' AND NOT rolsuper
         AND has_schema_privilege(rolname, 'employee_reports', 'USAGE') ORDER BY 1`,
    );
    expect(rights.map(({ role }) => role)).toEqual(['huiying_employee_reports', 'huiying_migrate']);
    const members = await sql<{ role: string }>(
      `SELECT rolname AS role FROM pg_roles WHERE rolname LIKE 'huiying%' AND rolname <> 'huiying_employee_reports'
         AND NOT rolsuper AND pg_has_role(rolname, 'huiying_employee_reports', 'MEMBER')`,
    );
    expect(members).toEqual([]);
    const ways = await sql<{ role: string }>(
      `SELECT rolname AS role FROM pg_roles WHERE rolname LIKE 'huiying%' AND NOT rolsuper
         AND has_schema_privilege(rolname, 'intake', 'USAGE')
         AND has_function_privilege(rolname, 'intake.seal_report(text, text, text)', 'EXECUTE') ORDER BY 1`,
    );
    expect(ways.map(({ role }) => role)).toEqual(['huiying_intake', 'huiying_migrate']);
  });
});
