import { Outbox } from '@huiying/events';
import { Clock } from '@huiying/platform';
import { ofJobAbout } from '@huiying/service';
import { type JobContext, type JobHandler, type JobOf, ZeebeWorker } from '@huiying/zeebe';
import { type Payer, Payers } from './payers.js';

const RESPONDENTS = { store: 'store', consultant: 'consultant', 'store-manager': 'person' } as const;

/** 通报批评 of the store, or of the consultant and the manager (R11.1, R11.2); a redo publishes nothing twice. */
@ZeebeWorker('media-penalties.publish-reprimand')
export class PublishReprimandWorker implements JobHandler<'media-penalties.publish-reprimand'> {
  constructor(
    private readonly payers: Payers,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async handle(job: JobOf<'media-penalties.publish-reprimand'>, { manager }: JobContext) {
    const { penalties, source, caseNo } = job.variables;
    for (const { payer, ruleId, reprimand } of penalties ?? []) {
      if (reprimand !== true) continue;
      const respondent = await this.payers.find(payer, job.variables);
      const respondentType = RESPONDENTS[respondent.payerType];
      const row = rowOf({ source, ruleId, caseNo: caseNo ?? null, respondentType }, respondent);
      const published = await manager.query<unknown[]>(
        `INSERT INTO reprimand (source, respondent_id, rule_id, org_id, store_id, case_no, respondent_type, published_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING 1`,
        [...row, this.clock.now()],
      );
      if (published.length === 0) continue;
      await this.outbox.event(manager, {
        type: 'reprimand.published',
        ...ofJobAbout(job, { subject: caseNo ?? source.split(':')[1] ?? source, caseNo, orgId: respondent.orgId }),
        data: { storeId: respondent.storeId, respondentType, ruleId },
      });
    }
    return {};
  }
}

function rowOf(
  {
    source,
    ruleId,
    caseNo,
    respondentType,
  }: Record<'source' | 'ruleId' | 'respondentType', string> & {
    caseNo: string | null;
  },
  { payerId, orgId, storeId }: Payer,
): (string | null)[] {
  return [source, payerId, ruleId, orgId, storeId, caseNo, respondentType];
}
