import { Injectable } from '@nestjs/common';
import type { ExposureAbout, MediaLevel, Medium, TaskOutcome } from '@huiying/contracts';
import { Vault } from '@huiying/platform';
import type { EntityManager } from 'typeorm';
import { summaryPlace } from './exposure.js';
import type { Exposure } from './exposure.entity.js';
import { ExposureBook } from './exposure-book.js';

const CHECK = 'media-exposure--check-exposure';

/** Takes over what the region checked; the same outcome twice changes nothing. */
@Injectable()
export class CheckedExposures {
  constructor(
    private readonly book: ExposureBook,
    private readonly vault: Vault,
  ) {}

  /** The exposure as the check has it; a later step of it is not taken back. */
  async record(manager: EntityManager, { formId, subjectNo, data, variables }: TaskOutcome): Promise<Exposure> {
    const exposure = await this.book.lock(manager, subjectNo);
    if (formId !== CHECK || exposure.state !== 'registered') return exposure;
    const storeId = typeof variables['storeId'] === 'string' ? variables['storeId'] : null;
    const caseNo = textIn(data, 'caseNo');
    return this.book.change(manager, exposure, {
      state: variables['ourStore'] === true ? 'notified' : 'not-ours',
      storeId,
      unitId: storeId ?? exposure.unitId,
      caseNo: caseNo === '' ? null : caseNo,
      medium: variables['medium'] as Medium,
      outlet: textIn(data, 'outlet').slice(0, 64),
      mediaLevel: textIn(data, 'mediaLevel') as MediaLevel,
      publishedOn: String(variables['publishedOn']),
      byCustomer: variables['byCustomer'] === true,
      about: variables['about'] as ExposureAbout,
      summaryEnc: await this.vault.seal(manager, summaryPlace(exposure), textIn(data, 'summary')),
    });
  }
}

function textIn(data: Record<string, unknown>, key: string): string {
  const value = data[key];
  return typeof value === 'string' ? value.trim() : '';
}
