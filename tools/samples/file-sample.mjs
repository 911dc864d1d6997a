import { eventually } from '../product/running-product.mjs';
import { hasFirstTask } from './compare.mjs';
import { postFirstContact, postIntake } from './posts.mjs';

/** Processes with a number of their own: their tasks do not carry the case's. */
const OWN_NUMBER = new Set(['delivery-defect', 'inter-store-dispute']);

/** Files one line as its sender, does what its desk records, and answers the case as it then is. */
export class SampleFiler {
  #caseNos = new Map();

  constructor(product, staff, organisations) {
    Object.assign(this, { product, staff, organisations });
  }

  async run(sample) {
    const { context } = sample;
    const organisation = this.organisations.find(({ orgType }) => orgType === context.orgType);
    await this.product.pinClock(context.receivedAt);
    await this.putOnFile(sample, organisation);
    const { caseNo } = await this.file(sample, organisation);
    this.#caseNos.set(sample.id, caseNo);
    if (!this.isGivenAway(sample)) await this.review(sample, caseNo, organisation);
    const seen = await this.settled(sample, caseNo, organisation);
    return { ...seen, ...(await this.beyond(sample, seen, organisation)) };
  }

  /** Where the case lands: the role that has the first task of its process, and its exposure. */
  async beyond({ id, body, expect }, seen, organisation) {
    const { caseNo } = seen;
    const inPerson = expect.admission === 'accept' && !body.contact?.email && !seen.anonymous;
    if (inPerson && hasFirstTask(expect)) await this.tell(seen, organisation);
    if (seen.signatureRequired && hasFirstTask(expect)) await this.sign(seen, organisation);
    const reader = await this.staff.first(postIntake(organisation.orgType), organisation.id);
    return {
      // The response tells the case a moment later.
      ...(expect.emergency ? { emergency: await this.isEmergency(reader, caseNo) } : {}),
      ...(hasFirstTask(expect)
        ? { firstDepartment: await this.firstDepartment(id, caseNo, expect, organisation) }
        : {}),
      ...(expect.exposure === undefined ? {} : { exposed: await this.isExposed(caseNo, organisation) }),
    };
  }

  /** Without an address the notice of acceptance is told in person, and nothing is handled before. */
  async tell({ caseNo, receivedAt, owner }, organisation) {
    await this.staff.complete({
      caseNo,
      element: 'tell-in-person',
      role: owner.group ?? postIntake(organisation.orgType),
      orgId: organisation.id,
      data: { mode: 'phone', toldAt: receivedAt, toldTo: '本人' },
    });
  }

  async sign({ caseNo, handlerGroup, receivedAt }, organisation) {
    await this.staff.complete({
      caseNo,
      element: 'sign',
      role: 'leader-in-charge',
      orgId: organisation.id,
      data: {
        opinion: '同意',
        handlerGroup: handlerGroup ?? 'customer-service',
        dueOn: receivedAt.slice(0, 10),
        complex: false,
      },
    });
  }

  /** The role that the line names has an open task of the process; another role, and this answers what it found instead. */
  async firstDepartment(id, ofCase, { process, firstDepartment: role }, organisation) {
    const caseNo = OWN_NUMBER.has(process) ? undefined : ofCase;
    const found = await eventually(
      // A store that nobody knows has no manager: its task lies with the region, still as the manager's.
      async () =>
        (await this.staff.taskOf({ caseNo, process, role, orgId: organisation.id })) ??
        (role === 'store-manager'
          ? this.staff.taskOf({ caseNo, process, role: 'region-office', orgId: organisation.id })
          : undefined),
      `${id} (${ofCase}) at ${role} in ${process}`,
    );
    return found.task.candidateGroups?.[0] ?? null;
  }

  isEmergency(reader, caseNo) {
    const asked = async () => (await reader.get(`/api/cases/${encodeURIComponent(caseNo)}`)).emergency || undefined;
    return eventually(asked, `emergency of ${caseNo}`);
  }

  async isExposed(caseNo, organisation) {
    const reader = await this.staff.first('region-office', organisation.id);
    const found = await eventually(async () => {
      const { items } = await reader.get('/api/exposures');
      return items.find((exposure) => exposure.caseNo === caseNo);
    }, `exposure of ${caseNo}`);
    return found !== undefined;
  }

  async putOnFile({ body, context }, organisation) {
    const { project, building } = body.place ?? {};
    if (!project) return;
    const administrator = await this.staff.first('administrator');
    const path = `/api/projects/${encodeURIComponent(project)}`;
    await administrator.put(path, {
      projectType: context.projectType ?? 'residential',
      developer: this.party('developer'),
      propertyCompany: this.party('property-company'),
      constructionCompany: this.party('construction-company'),
      dissolved: context.projectDissolved ?? false,
      ownership: context.projectOwnership ?? null,
      agreementParty: context.agreementParty ? (await this.partner(organisation)).id : null,
    });
    if (!building) return;
    const { phase = null, handoverOn = null, completionAcceptedOn = null } = context;
    await administrator.put(`${path}/buildings/${encodeURIComponent(building)}`, {
      organisationId: organisation.id,
      phase,
      handoverOn,
      completionAcceptedOn,
    });
  }

  /** Who built, sold and serves a project: the directory has one organisation of each trade. */
  party(orgType) {
    return this.organisations.find((organisation) => organisation.orgType === orgType)?.id ?? null;
  }

  /** The samples name a partner in words; any other organisation of the directory stands for it. */
  async partner(organisation) {
    return this.organisations.find(({ id, orgType }) => id !== organisation.id && orgType === 'construction-company');
  }

  async file({ id, via, body, context }, organisation) {
    const complaint = { ...body, organisationId: organisation.id };
    if (via === 'portal') return this.product.anybody.post('/api/portal/complaints', complaint);
    const receiver = await this.staff.first(context.firstReceiver ?? postIntake(context.orgType), organisation.id);
    return receiver.post('/api/intake/complaints', complaint, { 'idempotency-key': `sample-${id}` });
  }

  /** Kind or words say already that it is an employee's report: no desk sees it. */
  isGivenAway({ body, expect, context }) {
    const said = body.kind === 'employee-report' || expect.suggestedKind === 'employee-report';
    return (
      expect.process === 'employee-report' &&
      said &&
      (context.complainantRole === 'employee' || body.kind !== undefined)
    );
  }

  async review(sample, caseNo, organisation) {
    const { context, via } = sample;
    const { orgType, firstReceiver, intake } = context;
    const posts = [postIntake(orgType), postFirstContact(orgType)];
    if (via === 'desk' && firstReceiver && !posts.includes(firstReceiver)) {
      await this.staff.complete({
        caseNo,
        element: 'accept-transfer',
        role: postFirstContact(orgType),
        orgId: organisation.id,
        data: { opinion: '接收' },
      });
    }
    await this.staff.complete({
      caseNo,
      element: 'review-intake',
      role: postIntake(orgType),
      orgId: organisation.id,
      data: this.answers(intake),
    });
  }

  answers(intake) {
    const { masterNo, missing } = intake;
    const said = { ...intake };
    delete said.reportForm;
    delete said.allHandlersNamed;
    return {
      ...said,
      missing: Array.isArray(missing) ? missing.join('、') : (missing ?? ''),
      ...(masterNo ? { masterNo: this.#caseNos.get(masterNo) } : {}),
    };
  }

  /** The case once the check of eligibility is over. */
  async settled(sample, caseNo, organisation) {
    const reader = await this.staff.first(postIntake(sample.context.orgType), organisation.id);
    const { expect } = sample;
    const over = ({ admission, state, severity, handlingProcess }) =>
      expect.admission === 'accept'
        ? severity !== null && handlingProcess !== null
        : admission !== null || state === 'not-accepted';
    return eventually(async () => {
      const seen = await reader.get(`/api/cases/${encodeURIComponent(caseNo)}`);
      return over(seen) ? seen : undefined;
    }, `${sample.id} (${caseNo}) through the eligibility check`);
  }
}
