import { Injectable } from '@nestjs/common';
import { type ImposedPenalty, type Medium, PAYER_TYPE_NAMES, PENALTY_BASES, type PayerType } from '@huiying/contracts';
import { yuanText } from '@huiying/forms';
import { CLIMB_VIOLATION, ViolationSchedule } from '@huiying/service';
import { PublishedModels } from '@huiying/zeebe';

/** 后果: which penalty follows by which rule, in words and at today's figures of the decisions, for whoever is about to decide or answer. */
@Injectable()
export class Consequences {
  constructor(
    private readonly models: PublishedModels,
    private readonly schedule: ViolationSchedule,
  ) {}

  /** Of a fault that the region finds (R11.1, R11.2), and of none (R11.3). */
  ofFault(): string {
    const lines = (['store', 'consultant'] as const).flatMap((respondentType) =>
      this.fines({ stage: 'fault', respondentType, malicious: false, escalated: 'no' }),
    );
    return [...lines, '分店和置业顾问都没有主观过错：恶意投诉，上述罚款不收，不计入年度排名（R11.3）'].join('\n');
  }

  /** Of a complaint that climbs to the region, late or with the customer dissatisfied (R11.8, R11.10). */
  ofClimb(): string {
    const fees = this.fines({ stage: 'escalation', respondentType: null, malicious: false, escalated: 'late' });
    return [this.ofPoorHandling(), ...fees].join('\n');
  }

  /** Of a store that handled so poorly that it climbed (R11.8). */
  ofPoorHandling(): string {
    const fineYuan = this.schedule.find(CLIMB_VIOLATION)?.fineYuan ?? 0;
    return lineOf({ payer: 'store', amountYuan: fineYuan, ruleId: 'R11.8' });
  }

  /** Of an exposure that counts as true, with so many other stores to pay to (R11.4–R11.6). */
  ofExposure(medium: Medium, otherStores: number): string {
    const { output } = this.models
      .decisions()
      .evaluate('media-penalty', { medium, confirmed: true, byCustomer: true, about: 'service', otherStores });
    const { perStoreYuan = 0, totalYuan = 0 } = (output ?? {}) as { perStoreYuan?: number; totalYuan?: number };
    const pays =
      perStoreYuan > 0
        ? `被曝光分店付给其他 ${otherStores} 家分店各 ${yuanText(perStoreYuan)}，共 ${yuanText(totalYuan)}`
        : '规章没有为这类媒体规定赔付，被曝光分店不付';
    return [
      '五日内在原媒体或同级媒体澄清并证明不实的，不罚；否则视为属实（R11.4）',
      `属实、由客户投诉引起、涉及服务或违规操作的：${pays}（R11.5 R11.6）`,
    ].join('\n');
  }

  private fines(given: {
    stage: string;
    respondentType: string | null;
    malicious: boolean;
    escalated: string;
  }): string[] {
    const { output } = this.models.decisions().evaluate('penalty', given);
    return ((output as ImposedPenalty[] | null) ?? []).map(lineOf);
  }
}

/** 分店 ¥500.00：… (R11.1) */
function lineOf({ payer, amountYuan, ruleId }: Pick<ImposedPenalty, 'payer' | 'amountYuan' | 'ruleId'>): string {
  const who = PAYER_TYPE_NAMES[payer as PayerType].zh;
  return `${who} ${yuanText(amountYuan)}：${PENALTY_BASES[ruleId]?.zh ?? ''}（${ruleId}）`;
}
