import { Injectable } from '@nestjs/common';
import { MEDIUM_NAMES } from '@huiying/contracts';
import { Directory } from '@huiying/platform';
import type { EntityManager } from 'typeorm';
import { ExposureBook } from '../exposures/exposure-book.js';
import { rankingOf } from '../rankings/ranking-subject.js';
import type { Penalty } from './penalty.entity.js';

/** 事由 of a penalty in words, from what it was imposed for. What a complainant wrote is not the finance department's to read. */
@Injectable()
export class PenaltyReasons {
  constructor(
    private readonly exposures: ExposureBook,
    private readonly directory: Directory,
  ) {}

  /** '' where the rule says it all. */
  async of(manager: EntityManager, { source }: Pick<Penalty, 'source'>): Promise<string> {
    const at = source.indexOf(':');
    const [what, number] = [source.slice(0, at), source.slice(at + 1)];
    switch (what) {
      case 'fault':
        return `投诉 ${number} 的过错认定`;
      case 'escalation':
        return `投诉 ${number} 转到区域分部`;
      case 'supervision':
        return `督办稽查 ${number}`;
      case 'dispute':
        return `分店间投诉 ${number} 的裁定`;
      case 'exposure':
        return this.exposure(manager, number);
      case 'ranking': {
        const { regionId, year } = rankingOf(number);
        return `${(await this.directory.unit(regionId))?.name ?? regionId} ${year} 年度投诉排名`;
      }
      default:
        return '';
    }
  }

  private async exposure(manager: EntityManager, exposureNo: string): Promise<string> {
    const found = await this.exposures.find(manager, exposureNo);
    if (!found) return `媒体曝光 ${exposureNo}`;
    return `媒体曝光 ${exposureNo}，${found.publishedOn} ${found.outlet}（${MEDIUM_NAMES[found.medium].zh}）`;
  }
}
