import { Inject, Injectable } from '@nestjs/common';
import { EXPOSURE_ABOUT_NAMES, MEDIA_LEVEL_NAMES, MEDIUM_NAMES } from '@huiying/contracts';
import { RecordedForm } from '@huiying/forms';
import { Clock, Directory, Vault } from '@huiying/platform';
import { CaseFacts, LimitDays } from '@huiying/service';
import { type Day, dayOf, daysBetween } from '@huiying/working-time';
import { DataSource } from 'typeorm';
import { Consequences } from '../penalties/consequences.js';
import { OpenStores } from '../stores/open-stores.js';
import { summaryPlace } from './exposure.js';
import type { Exposure } from './exposure.entity.js';
import { ExposureBook } from './exposure-book.js';
import './exposure.problems.js';

/** A form of media-exposure: what it shows of the report. */
@Injectable()
export abstract class ExposureForm extends RecordedForm {
  @Inject(DataSource) protected readonly database: DataSource;
  @Inject(ExposureBook) protected readonly book: ExposureBook;
  @Inject(Directory) protected readonly directory: Directory;
  @Inject(CaseFacts) protected readonly cases: CaseFacts;
  @Inject(Vault) protected readonly vault: Vault;
  @Inject(Clock) private readonly clock: Clock;
  @Inject(OpenStores) private readonly openStores: OpenStores;
  @Inject(Consequences) private readonly consequences: Consequences;
  @Inject(LimitDays) private readonly limits: LimitDays;

  /** @throws Problem exposure-unknown (missing) */
  protected exposure(exposureNo: string): Promise<Exposure> {
    return this.book.read(this.database.manager, exposureNo);
  }

  protected today(): Day {
    return dayOf(this.clock.now());
  }

  /** Last day to clarify: the fifth from the day of publication (R11.4). */
  protected async clarifyBy({ orgId, publishedOn }: Pick<Exposure, 'orgId' | 'publishedOn'>): Promise<Day> {
    const company = await this.directory.organisation(orgId);
    return this.limits.last('R11.4', company?.orgType ?? 'brokerage', publishedOn) ?? publishedOn;
  }

  /** 曝光内容, one line a fact, with the days already lost (gap 11). */
  protected async report(exposure: Exposure): Promise<string> {
    const { exposureNo, medium, outlet, mediaLevel, publishedOn, storeId, about, caseNo, byCustomer, registeredAt } =
      exposure;
    const store = storeId ? ((await this.directory.unit(storeId))?.name ?? storeId) : '待核对';
    const lost = Math.max(0, daysBetween(publishedOn, this.today()));
    const summary = await this.summary(exposure);
    return [
      `曝光编号：${exposureNo}`,
      `媒体：${outlet}（${MEDIUM_NAMES[medium].zh}${mediaLevel ? `，${MEDIA_LEVEL_NAMES[mediaLevel].zh}` : ''}）`,
      `登记日期：${dayOf(registeredAt)}`,
      `刊播日期：${publishedOn}，已过 ${lost} 天，澄清截止 ${await this.clarifyBy(exposure)}`,
      `被曝光分店：${store}`,
      ...(byCustomer === null ? [] : [`客户投诉引起：${byCustomer ? '是' : '否'}`]),
      ...(about ? [`涉及：${EXPOSURE_ABOUT_NAMES[about].zh}`] : []),
      ...(summary ? [`摘要：${summary}`] : []),
      ...(caseNo ? [`关联案号：${caseNo}`] : []),
    ].join('\n');
  }

  /** 后果, with the other stores that were open on the day of publication. */
  protected async consequence({ orgId, storeId, medium, publishedOn }: Exposure): Promise<string> {
    const others = (await this.openStores.on(publishedOn, orgId)).filter((id) => id !== storeId);
    return this.consequences.ofExposure(medium, others.length);
  }

  protected async summary(exposure: Exposure): Promise<string> {
    if (exposure.summaryEnc === null) return '';
    return this.vault.open(this.database.manager, summaryPlace(exposure), exposure.summaryEnc);
  }
}
