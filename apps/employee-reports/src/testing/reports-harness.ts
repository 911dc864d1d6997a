import type { FollowedReport, JobType, ReportReceipt, ReportTaskRow, SealedTaskAnswer } from '@huiying/contracts';
import { openService, ServiceUnderTest, type Answer } from '@huiying/service/testing';
import type { RegularLook } from '@huiying/platform';
import type { TestUnit } from '@huiying/platform/testing';
import { BpmnError, PublishedModels } from '@huiying/zeebe';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { ReportAudit } from '../audit/report-audit.js';
import { EmployeeReportsModule } from '../employee-reports.module.js';
import { EMPLOYEE_REPORTS } from '../employee-reports.parts.js';
import { ReportVault } from '../keys/report-vault.js';
import { HandlerWatch } from '../people/handler-watch.js';
import { Retention } from '../retention/retention.js';
import { AcknowledgeReportWorker } from '../workers/acknowledge-report.worker.js';
import { PickHandlersWorker } from '../workers/pick-handlers.worker.js';
import { SealReportWorker } from '../workers/seal-report.worker.js';

/** A group over a developer; logins are person ids, the first of a unit is its head. */
const DIRECTORY: TestUnit[] = [
  { id: 'JT', orgType: 'group', staff: { boss: ['group-executive'] } },
  { id: 'JT-HR', parent: 'JT', staff: { jthrhead: ['hr'], jthr: ['hr'] } },
  { id: 'JT-JC', parent: 'JT', staff: { jc1: ['group-supervision-centre'], jc2: ['group-supervision-centre'] } },
  { id: 'JT-BG', parent: 'JT', staff: { office: ['general-office'], cust1: ['custodian'], cust2: ['custodian'] } },
  { id: 'JT-ZL', parent: 'JT', staff: { jtfile: ['report-custodian'] } },
  {
    id: 'JT-IT',
    parent: 'JT',
    staff: {
      admin: ['administrator'],
      oper: ['operator'],
      desi: ['process-designer'],
      inte: ['integrator'],
      insi: ['management'],
    },
  },
  {
    id: 'FH01',
    parent: 'JT',
    orgType: 'developer',
    staff: { gm: ['general-manager'], dgm: ['deputy-general-manager'] },
  },
  { id: 'FH01-HR', parent: 'FH01', staff: { hrhead: ['hr'], hr2: ['hr'], hr3: ['hr'] } },
  {
    id: 'FH01-BG',
    parent: 'FH01',
    staff: { bghead: ['general-office'], rc1: ['report-custodian'], rc2: ['report-custodian'] },
  },
  {
    id: 'FH01-GC',
    parent: 'FH01',
    staff: { gchead: ['engineering-head'], gong: ['engineering'], lead: ['engineering'] },
  },
  // Not of the group's centre, so that there is a custodian who works below a general manager.
  { id: 'FH01-CW', parent: 'FH01', staff: { cwhead: ['finance'], fhcust: ['custodian'] } },
  { id: 'FH01-SL', parent: 'FH01', staff: { desk: ['intake-desk'], auditor: ['supervision-office'] } },
];

/** Words that may lie nowhere outside the sealed columns. */
export const MARKER = '标底泄露给供应商柏青门窗';

export interface Picked {
  supervisor?: string | null;
  hrHandler: string;
  manager: string;
  lead: string;
}

/** employee-reports as it runs; the test plays the engine and the tasklist. */
export class ReportsKit extends ServiceUnderTest {
  private keys = 7_000;

  static async open(): Promise<ReportsKit> {
    const organisation = { id: 'FH01', orgType: 'developer' };
    const module = EmployeeReportsModule.forRoot();
    const kit = new ReportsKit(
      await openService({ schema: EMPLOYEE_REPORTS, module, directory: DIRECTORY, organisation }),
    );
    // A test looks when it says so: on a slow machine their minute would come in its middle.
    for (const look of [Retention, HandlerWatch]) await kit.get<RegularLook>(look).onApplicationShutdown();
    return kit;
  }

  async file(more: Record<string, unknown> = {}): Promise<ReportReceipt> {
    const body = { description: `工程部主管把${MARKER}，上月两次。`, named: [{ personId: 'gchead' }], ...more };
    const { status, body: receipt } = await this.as<ReportReceipt>(null, 'POST', '/api/portal/reports', body);
    if (status !== 201) throw new Error(`not filed: ${status} ${JSON.stringify(receipt)}`);
    return receipt;
  }

  follow(reportNo: string, receipt: string): Promise<Answer<FollowedReport & { type?: string }>> {
    return this.as(null, 'GET', `/api/portal/reports/${reportNo}`, undefined, { 'x-tracking-code': receipt });
  }

  say(reportNo: string, receipt: string, body: object): Promise<Answer> {
    return this.as(null, 'POST', `/api/portal/reports/${reportNo}/messages`, body, { 'x-tracking-code': receipt });
  }

  /** The process until its handlers are picked; every report has an instance of its own. */
  async pick(reportNo: string, reportForm: 'oral' | 'written' = 'written'): Promise<Picked | BpmnError> {
    await this.acknowledge(reportNo, reportForm);
    const picked = await this.job(PickHandlersWorker, 'employee-reports.pick-handlers');
    return picked;
  }

  async picked(reportNo: string, reportForm: 'oral' | 'written' = 'written'): Promise<Picked> {
    const picked = await this.pick(reportNo, reportForm);
    if (picked instanceof BpmnError) throw new Error(`nobody left: ${picked.code}`);
    return picked;
  }

  async acknowledge(reportNo: string, reportForm: 'oral' | 'written' = 'written'): Promise<void> {
    this.subjectNo = reportNo;
    await this.job(AcknowledgeReportWorker, 'employee-reports.acknowledge-report', { reportForm });
    await this.query(`UPDATE employee_reports.report SET instance_key = $2 WHERE report_no = $1`, [
      reportNo,
      ++this.keys,
    ]);
  }

  /** The engine creates a user task and the tasklist hands it over; answers its key and what its limit counts from. */
  async task(
    reportNo: string,
    elementId: string,
    assignee: string | null,
    limitId: string | null = null,
  ): Promise<{ key: string } & SealedTaskAnswer> {
    const [row] = await this.query<{ instance_key: string }>(
      `SELECT instance_key FROM employee_reports.report WHERE report_no = $1`,
      [reportNo],
    );
    const key = String(++this.keys);
    const { status, body } = await this.internal<SealedTaskAnswer>('/internal/sealed-tasks', {
      taskKey: key,
      instanceKey: row?.instance_key,
      elementId,
      formId: `employee-report--${elementId}`,
      assignee,
      createdAt: this.clock.now().toISOString(),
      limitId,
      review: elementId === 'give-outcome',
    });
    if (status !== 200) throw new Error(`not taken: ${status}`);
    return { key, ...body };
  }

  /** A form of the models as it is published. */
  async publishForm(formId: string): Promise<void> {
    const [folder = ''] = formId.split('--');
    const schema = readFileSync(join(process.cwd(), 'bpmn', folder, `${formId}.form`), 'utf8');
    await this.query(
      `INSERT INTO models.published (kind, id, version, key, resource_name, content, published_at)
       VALUES ('form', $1, 1, 1, $1, $2, now())`,
      [formId, schema],
    );
    await this.get(PublishedModels).reload();
  }

  async tasksOf(login: string): Promise<ReportTaskRow[]> {
    return (await this.as<{ items: ReportTaskRow[] }>(login, 'GET', '/api/jb/tasks')).body.items;
  }

  async reportsOf(login: string): Promise<string[]> {
    const { body } = await this.as<{ items?: { reportNo: string }[] }>(login, 'GET', '/api/jb/reports');
    return (body.items ?? []).map(({ reportNo }) => reportNo);
  }

  /** Completes the login's task of an element; the tasklist's check of the schema answers what it got. */
  async finish(login: string, reportNo: string, element: string, data: Record<string, unknown>): Promise<Answer> {
    const task = (await this.tasksOf(login)).find((one) => one.reportNo === reportNo && one.element === element);
    if (!task) throw new Error(`${login} has no task ${element} of ${reportNo}`);
    const path = `/internal/sealed-forms/employee-report--${element}/check`;
    this.neighbours.others.set(path, { answers: data });
    return this.as(login, 'POST', `/api/jb/tasks/${task.id}/complete`, { data });
  }

  /** What the engine gets of the tasks that were completed last, newest first. */
  async variables(): Promise<Record<string, unknown>[]> {
    const rows = await this.query<{ data: string }>(
      `SELECT data::text AS data FROM employee_reports.outbox WHERE kind = 'job' ORDER BY id DESC`,
    );
    return rows.map(({ data }) => (JSON.parse(data) as { variables: Record<string, unknown> }).variables);
  }

  async seal(reportNo: string): Promise<void> {
    this.subjectNo = reportNo;
    await this.job(SealReportWorker, 'employee-reports.seal-report' satisfies JobType);
  }

  get logins(): string[] {
    return DIRECTORY.flatMap(({ staff = {} }) => Object.keys(staff));
  }

  /** Body of an answer as text, `traceId` left out: that is a new one each time. */
  async raw(path: string, receipt: string): Promise<string> {
    const response = await fetch(`${this.service.url}${path}`, { headers: { 'x-tracking-code': receipt } });
    return (await response.text()).replace(/,"traceId":"[0-9a-f]+"/, '');
  }

  /** Status, headers and body of an answer, without what is new each time: date and trace. */
  async bare(login: string, method: string, path: string, body?: object, signedInAt?: number): Promise<string> {
    const response = await fetch(`${this.service.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await this.service.token(login, signedInAt)}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const headers = [...response.headers].filter(([name]) => !['date', 'content-security-policy'].includes(name));
    const text = (await response.text()).replace(/,"traceId":"[0-9a-f]+"/, '');
    return `${response.status} ${JSON.stringify(headers)} ${text}`;
  }

  /** A file as it goes out: its bytes and headers. */
  async download(login: string, path: string): Promise<{ status: number; headers: Headers; content: Buffer }> {
    const authorization = `Bearer ${await this.service.token(login)}`;
    const response = await fetch(`${this.service.url}${path}`, { headers: { authorization } });
    return { status: response.status, headers: response.headers, content: Buffer.from(await response.arrayBuffer()) };
  }

  /** Somebody left: they cannot sign in any more. */
  async leaves(login: string, left = true): Promise<void> {
    await this.query(`UPDATE access.person SET disabled = $2 WHERE id = $1`, [login, left]);
  }

  async attach(reportNo: string, receipt: string, content: Buffer, asItIs = false): Promise<Answer> {
    const form = new FormData();
    if (asItIs) form.append('asItIs', 'true');
    form.append('file', new Blob([new Uint8Array(content)]), '我的照片.jpg');
    const response = await fetch(`${this.service.url}/api/portal/reports/${reportNo}/attachments`, {
      method: 'POST',
      headers: { 'x-tracking-code': receipt },
      body: form,
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  /** A picture that says where it was taken. */
  async pictureWithPlace(): Promise<Buffer> {
    const image = sharp({ create: { width: 8, height: 8, channels: 3, background: '#336699' } });
    return image
      .withExif({ IFD0: { ImageDescription: 'GPS-MARKER 31.2 121.5' } })
      .jpeg()
      .toBuffer();
  }

  /** What intake's function `seal_report` leaves (apps/intake/src/sealed-report). */
  async sealAsIntake(reportNo: string, complaint: Record<string, unknown>): Promise<void> {
    await this.inTransaction(async (manager) => {
      const place = { reportNo, table: 'sealed_report', id: reportNo, column: 'content' };
      const sealed = await this.get(ReportVault).seal(manager, place, complaint);
      await manager.query(`INSERT INTO sealed_report (report_no, received_on, content) VALUES ($1, $2, $3)`, [
        reportNo,
        complaint['receivedOn'],
        sealed,
      ]);
    });
  }

  pickAgain(): Promise<unknown> {
    return this.job(PickHandlersWorker, 'employee-reports.pick-handlers');
  }

  /** After the time of keeping: the keys are destroyed. */
  async destroy(reportNo: string): Promise<void> {
    await this.inTransaction(async (manager) => {
      await this.get(ReportVault).destroy(manager, reportNo, this.clock.now());
      await manager.query(`UPDATE report SET state = 'destroyed' WHERE report_no = $1`, [reportNo]);
    });
  }

  /** Data of the restricted events about a report, on their way or in their log. */
  async restricted(type: string, reportNo: string): Promise<Record<string, unknown>[]> {
    const rows = await this.query<{ data: string }>(
      `SELECT data FROM (
         SELECT data::text AS data, true AS leaving, seq AS n FROM employee_reports.outbox WHERE kind = 'event' AND type = $1
         UNION ALL SELECT data, false, position FROM events.restricted_event_log WHERE type = $1
       ) e ORDER BY leaving, n`,
      [type],
    );
    return rows
      .map(({ data }) => JSON.parse(data) as Record<string, unknown>)
      .filter((one) => one['reportNo'] === reportNo);
  }

  auditOf(reportNo: string) {
    return this.inTransaction((manager) => this.get(ReportAudit).of(manager, reportNo));
  }

  async taskId(login: string, reportNo: string, element?: string): Promise<string> {
    const tasks = await this.tasksOf(login);
    const task = tasks.find((one) => one.reportNo === reportNo && (element ?? one.element) === one.element);
    if (!task) throw new Error(`${login} has no task of ${reportNo}`);
    return task.id;
  }

  /** A task as its holder opens it. */
  async sheet(login: string, reportNo: string, element: string): Promise<{ data: Record<string, unknown> }> {
    this.neighbours.others.set(`/internal/sealed-forms/employee-report--${element}`, { schema: { components: [] } });
    const id = await this.taskId(login, reportNo, element);
    return (await this.as<{ data: Record<string, unknown> }>(login, 'GET', `/api/jb/tasks/${id}`)).body;
  }

  /** Everything that lies in the database, as an administrator dumps it; without schema access, which holds the staff itself. */
  async dump(...leftOut: string[]): Promise<string> {
    const tables = await this.query<{ name: string }>(
      `SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema', 'models')`,
    );
    const texts: string[] = [];
    for (const { name } of tables.filter((table) => !leftOut.some((one) => table.name.startsWith(one)))) {
      const rows = await this.query<{ line: string }>(`SELECT row_to_json(t)::text AS line FROM ${name} t`);
      texts.push(`${name}\n${rows.map(({ line }) => line).join('\n')}`);
    }
    return texts.join('\n');
  }
}
