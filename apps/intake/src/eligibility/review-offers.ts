import { Injectable } from '@nestjs/common';
import type { NamedValue, SimilarCase } from '@huiying/contracts';
import { Directory, IdentityService } from '@huiying/platform';
import type { ComplaintCase } from '../case/complaint-case.entity.js';
import { EarlierCases } from '../registration/earlier-cases.js';

const WHY: Readonly<Record<SimilarCase['because'][number], string>> = {
  'same-household': '同一住户',
  'same-building': '同一楼栋',
  'same-topic': '同一项目同一事项',
};

/** What 初步审查 offers to choose from: complaints that this one may follow, outside authorities on file (R06.4). */
@Injectable()
export class ReviewOffers {
  constructor(
    private readonly earlier: EarlierCases,
    private readonly identity: IdentityService,
    private readonly directory: Directory,
  ) {}

  /** Of similar complaints those that the person may see; the one that it follows already is always among them. */
  async of(row: ComplaintCase, actorId: string): Promise<{ masters: NamedValue[]; knownAuthorities: NamedValue[] }> {
    const person = await this.identity.staffById(actorId);
    const similar = person ? (await this.earlier.similar({ caseNo: row.caseNo }, person)).items : [];
    const masters = similar.filter(({ masterNo }) => masterNo === null).map(offered);
    const { masterNo } = row;
    const isOffered = masterNo === null || masters.some(({ value }) => value === masterNo);
    return {
      masters: isOffered ? masters : [{ value: masterNo, label: masterNo }, ...masters],
      // Kept by name, as the case's page shows it and as its readers are found.
      knownAuthorities: (await this.directory.authorities()).map(({ name }) => ({ value: name, label: name })),
    };
  }
}

function offered({ caseNo, project, building, subject, because }: SimilarCase): NamedValue {
  const words = [project, building, subject].filter(Boolean).join(' ');
  return { value: caseNo, label: `${caseNo} ${words}（${because.map((why) => WHY[why]).join('、')}）` };
}
