import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FormContracts, type FormId, type InternalRegistration } from '@huiying/contracts';
import type { CloudEvent } from '@huiying/events';
import { Investigation } from '../testing/investigation-harness.js';
import { OpenConsultationWorker } from './open-consultation.worker.js';
import { SilentDepartmentsConsumer } from './silent-departments.consumer.js';

interface Field {
  key?: string;
  readonly?: boolean;
}

const OPINION = 'joint-consultation--give-opinion';
const CONCLUDE = 'joint-consultation--conclude';
const SETTLE = 'joint-consultation--settle-difference';

const SAID = { ownResponsibility: true, opinion: '我部重做防水', completableOn: '2026-03-12' };
const SOLUTION = {
  measures: [{ type: 'rectify', description: '重做防水', group: 'engineering', plannedOn: '2026-03-12' }],
  responsible: ['engineering'],
  completeOn: '2026-03-12',
};
const CONCLUDED = { ...SOLUTION, conclusion: '工程部负责', agreed: true };
const SUPERIOR = { silentOpinions: [{ department: 'marketing', opinion: '同意由工程部重做' }] };

describe('R04.10 joint consultation', () => {
  let investigation: Investigation;

  beforeAll(async () => {
    investigation = await Investigation.open();
  });
  afterAll(() => investigation.stop());

  beforeEach(async () => {
    await investigation.dispatched();
    await investigation.job(OpenConsultationWorker, 'investigation.open-consultation', {
      departments: ['customer-service', 'engineering', 'marketing'],
      leadGroup: 'customer-service',
    });
  });

  const silent = (opinion: string) =>
    ['customer-service', 'engineering', 'marketing'].map((department) => ({ department, opinion }));
  const twoOpinions = async () => {
    await investigation.complete(
      OPINION,
      { ...SAID, opinion: '我部负责安抚' },
      { actorId: 'li', group: 'customer-service' },
    );
    await investigation.complete(OPINION, SAID, { actorId: 'gong', group: 'engineering' });
  };

  it('every read-only field of every form about a case is filled', async () => {
    // Files of supervision and corrective actions have subjects of their own, and their own tests.
    const ofCase = (formId: string) => !/^(supervision|corrective-action)--/.test(formId);
    const ours = Object.entries(FormContracts).filter(
      ([formId, { service }]) => service === 'investigation' && ofCase(formId),
    );
    const empty: string[] = [];
    for (const [formId] of ours) {
      const file = join(process.cwd(), 'bpmn', formId.split('--')[0] ?? '', `${formId}.form`);
      const { components } = JSON.parse(readFileSync(file, 'utf8')) as { components: Field[] };
      const start = await investigation.start(formId as FormId, { group: 'engineering' });
      for (const { key, readonly } of components) {
        if (readonly && key && typeof start[key] !== 'string') empty.push(`${formId}/${key}`);
      }
    }
    expect(ours.length).toBeGreaterThan(20);
    expect(empty).toEqual([]);
  });

  it('R04.10 opens the case to the departments while it lasts, and no longer', async () => {
    expect(await investigation.relations('con')).toEqual(['FH01-GC', 'FH01-KF', 'FH01-SC']);
    await twoOpinions();
    await investigation.complete(OPINION, { ...SAID, opinion: '无异议，配合' }, { actorId: 'mei', group: 'marketing' });
    await investigation.complete(CONCLUDE, CONCLUDED);
    expect(await investigation.relations('con')).toEqual([]);
    expect(await investigation.events('consultation.concluded')).toMatchObject([
      { agreed: true, silent: [], responsible: ['engineering'], completeOn: '2026-03-12' },
    ]);
  });

  it('R04.10 shows a department which one it is and the case, and takes no empty opinion (R07.5)', async () => {
    const form = await investigation.start(OPINION, { actorId: 'gong', group: 'engineering' });
    expect(form['department']).toBe('工程部');
    expect(form['facts']).toContain('内容：天花板渗水三天');
    const { status, body } = await investigation.check(OPINION, { ...SAID, opinion: '同上' }, { actorId: 'gong' });
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ field: 'opinion', code: 'opinion-not-clear' }]);
    expect(body.errors?.[0]?.text).toContain('明确的处理意见');
  });

  it('R04.10 R07.5 every form says which post asks, whom and what; evidence is shown, what was said in hearings is not', async () => {
    const outline = {
      investigator: 'li',
      outline: '请说明防水返工由谁负责',
      departments: ['engineering'],
      complex: true,
    };
    await investigation.complete('investigation--name-investigator', outline);
    const piece = { kind: 'photo', source: '现场', obtainedOn: '2026-03-03', files: ['照片 3 张'] };
    await investigation.complete('investigation--collect-evidence', { evidence: [piece] }, { actorId: 'li' });
    const heard = { statement: '业主陈述甲', heldAt: '2026-03-03T09:00:00+08:00', mode: 'phone' };
    await investigation.complete('investigation--hear-complainant', heard, { actorId: 'li' });
    const question = '提出：客户服务部\n会商部门：客户服务部、工程部、市场部\n需答复：请说明防水返工由谁负责';
    const opinion = await investigation.start(OPINION, { actorId: 'gong', group: 'engineering' });
    expect(opinion['question']).toBe(question);
    expect(opinion['facts']).toContain('证据 1：现场照片，来源 现场，2026-03-03，照片 3 张');
    expect(JSON.stringify(opinion)).not.toContain('业主陈述甲');
    for (const form of [CONCLUDE, SETTLE] as const) {
      const shown = await investigation.start(form);
      expect(shown['question']).toBe(question);
      expect(shown['facts']).toContain('天花板渗水三天');
    }
  });

  it('R07.5 of a sales complaint the order of the level that asked is the question', async () => {
    await investigation.dispatched();
    await investigation.dispatch({ handlingProcess: 'sales-complaint', handlerGroup: 'salesperson' });
    await investigation.job(OpenConsultationWorker, 'investigation.open-consultation', {
      departments: ['engineering'],
      leadGroup: 'sales-manager',
    });
    const known = investigation.neighbours.registrations.get(investigation.caseNo) as InternalRegistration;
    const departmentOrder = { demand: '样板间与交付不符，请说明差异', askedBy: 'deputy-general-manager' };
    investigation.neighbours.registrations.set(investigation.caseNo, { ...known, departmentOrder });
    const { question } = await investigation.start(OPINION, { actorId: 'gong', group: 'engineering' });
    expect(question).toContain('提出：副总经理\n会商部门：工程部\n需答复：样板间与交付不符，请说明差异');
  });

  it('R02.11 about a builder’s repair it is the solution, with what the joint survey found', async () => {
    await investigation.dispatched();
    await investigation.dispatch({ handlingProcess: 'quality-escalation', handlerGroup: 'service-centre' });
    await investigation.job(OpenConsultationWorker, 'investigation.open-consultation', {
      departments: ['engineering'],
      leadGroup: 'customer-service',
    });
    const path = `/internal/surveys/${investigation.caseNo}`;
    investigation.neighbours.others.set(path, { text: '联合勘查\n勘查情况：需整体重做' });
    const { question } = await investigation.start(OPINION, { actorId: 'gong', group: 'engineering' });
    expect(question).toContain('需答复：依据联合勘查共同商定维修方案\n联合勘查\n勘查情况：需整体重做');
  });

  it('R04.10 lists a silent department, and is concluded only with its superior', async () => {
    await twoOpinions();
    const form = await investigation.start(CONCLUDE);
    expect(form['silentOpinions']).toEqual([{ department: 'marketing', opinion: '' }]);
    expect(form['opinions']).toContain('工程部：我部重做防水');
    expect(form['opinions']).toContain('未答复：市场部');

    const { body } = await investigation.check(CONCLUDE, CONCLUDED);
    expect(body.errors).toMatchObject([{ field: 'silentOpinions', code: 'opinion-of-superior-required' }]);
    await investigation.complete(CONCLUDE, { ...CONCLUDED, ...SUPERIOR });
    expect(await investigation.events('consultation.concluded')).toMatchObject([{ silent: ['marketing'] }]);
  });

  it('R04.10 counts a form that is checked twice as one opinion', async () => {
    const task = { actorId: 'li', group: 'customer-service', taskId: `${investigation.caseNo}-o` };
    await investigation.check(OPINION, SAID, task);
    await investigation.check(OPINION, SAID, task);
    const form = await investigation.start(CONCLUDE);
    expect(form['silentOpinions']).toHaveLength(2);
  });

  it('R04.10 an opinion whose time ran out before it was sent was not given', async () => {
    const taskId = `${investigation.caseNo}-late`;
    await investigation.check(OPINION, SAID, { actorId: 'mei', group: 'marketing', taskId });
    expect((await investigation.start(CONCLUDE))['silentOpinions']).toHaveLength(2);
    const event = { data: { process: 'joint-consultation', element: 'give-opinion', taskId } };
    const consumer = investigation.service.app.get(SilentDepartmentsConsumer);
    await investigation.inTransaction((manager) =>
      consumer.withdrawn(event as unknown as CloudEvent<'task.withdrawn'>, { manager } as never),
    );
    expect((await investigation.start(CONCLUDE))['silentOpinions']).toHaveLength(3);
  });

  it('R04.10 a difference is settled above, with the opinions on the screen and new measures', async () => {
    await twoOpinions();
    await investigation.complete(CONCLUDE, { ...CONCLUDED, ...SUPERIOR, agreed: false });
    expect(await investigation.events('consultation.concluded')).toEqual([]);
    const settling = await investigation.start(SETTLE);
    expect(settling['opinions']).toContain('上级意见：市场部 同意由工程部重做');
    expect(settling).toMatchObject({ ...SOLUTION }); // adopted or changed, not written anew
    await investigation.complete(SETTLE, { ...SOLUTION, ruling: '由工程部负责' }, { actorId: 'head' });
    expect(await investigation.events('consultation.concluded')).toMatchObject([{ agreed: false }]);
    const decide = await investigation.start('decide-and-answer--decide');
    expect(decide['measures']).toHaveLength(1);
    expect(decide['hearings']).toContain('会商结论：由工程部负责');
  });

  const consult = (departments: string[]) =>
    investigation.job(OpenConsultationWorker, 'investigation.open-consultation', {
      departments,
      leadGroup: 'customer-service',
    });

  it('R04.10 heard of after the next one was opened: the one that was conferred is concluded, and the next stays open', async () => {
    await twoOpinions();
    const first = await investigation.completeUnheard(CONCLUDE, { ...CONCLUDED, ...SUPERIOR });
    await consult(['engineering']);
    const opened = await investigation.events('consultation.opened');
    await first.heard();
    expect(await investigation.events('consultation.concluded')).toMatchObject([
      { consultationId: opened[0]?.['consultationId'], silent: ['marketing'] },
    ]);
    expect(await investigation.relations('con')).toEqual(['FH01-GC']);
    await investigation.complete(OPINION, SAID, { actorId: 'gong', group: 'engineering' });
    expect((await investigation.start(CONCLUDE))['opinions']).not.toContain('会商结论');
    await investigation.complete(CONCLUDE, CONCLUDED);
    expect((await investigation.events('consultation.concluded')).at(-1)).toMatchObject({
      consultationId: opened[1]?.['consultationId'],
    });
    expect(await investigation.relations('con')).toEqual([]);
  });

  it('R04.10 the difference is settled about its own conclusion: before that is heard of the form does not open with another', async () => {
    await investigation.complete(CONCLUDE, { ...CONCLUDED, silentOpinions: silent('由工程部重做') });
    await consult(['engineering']);
    await investigation.complete(OPINION, SAID, { actorId: 'gong', group: 'engineering' });
    const measures = [{ type: 'repair-service', description: '换管', group: 'engineering', plannedOn: '2026-03-20' }];
    const differing = await investigation.completeUnheard(CONCLUDE, { ...CONCLUDED, agreed: false, measures });
    await expect(investigation.start(SETTLE)).rejects.toThrow('form-on-its-way');
    await differing.heard();
    expect(await investigation.start(SETTLE)).toMatchObject({ measures });
  });

  it('R04.10 R07.5 handled again: a consultation of the round before is none of this one', async () => {
    await twoOpinions();
    await investigation.complete(CONCLUDE, { ...CONCLUDED, ...SUPERIOR });
    const told = async () =>
      (await investigation.internal(`/internal/handlings/${investigation.caseNo}`)).body['consultation'];
    expect(await told()).toMatchObject({ silent: ['marketing'], conclusion: '工程部负责' });
    await investigation.dispatch();
    expect(await told()).toBeNull();
    await consult(['engineering']);
    expect(await told()).toEqual({ opinions: [], silent: ['engineering'], conclusion: null });
  });

  it('R06.4 an authority named on the case reads it while it is consulted, and no longer', async () => {
    await investigation.dispatched();
    investigation.neighbours.authorities.set(investigation.caseNo, ['ZJJ']);
    await investigation.job(OpenConsultationWorker, 'investigation.open-consultation', {
      departments: ['engineering'],
      leadGroup: 'customer-service',
    });
    expect(await investigation.relations('con')).toContain('ZJJ');
    expect(await investigation.events('consultation.opened')).toMatchObject([{ authorities: ['ZJJ'] }]);
    await investigation.complete(OPINION, SAID, { actorId: 'gong', group: 'engineering' });
    await investigation.complete(CONCLUDE, CONCLUDED);
    expect(await investigation.relations('con')).toEqual([]);
  });

  it('R06.4 an authority that is not named never reads it', async () => {
    expect(await investigation.relations('con')).not.toContain('ZJJ');
    expect(await investigation.events('consultation.opened')).toMatchObject([{ authorities: [] }]);
  });
});
