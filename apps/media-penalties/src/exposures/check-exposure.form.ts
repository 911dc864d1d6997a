import { EXPOSURE_ABOUT, MEDIA, MEDIA_LEVELS, type TaskOutcome } from '@huiying/contracts';
import { type Answers, type FormContext, FormOwner, type FormSubject } from '@huiying/forms';
import type { Directory } from '@huiying/platform';
import { CheckedExposures } from './checked-exposures.js';
import { ExposureForm } from './exposure-form.js';
import type { Exposure } from './exposure.entity.js';

type StoreUnit = NonNullable<Awaited<ReturnType<Directory['unit']>>>;

/** 核对曝光 by the region: what was published where and when, about which store, and whether a customer brought it up (R11.4–R11.6). */
@FormOwner('media-exposure--check-exposure')
export class CheckExposureForm extends ExposureForm {
  constructor(private readonly checked: CheckedExposures) {
    super();
  }

  protected override async prefill({ subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const exposure = await this.exposure(subjectNo);
    const { medium, outlet, mediaLevel, publishedOn, storeId, byCustomer, about, caseNo } = exposure;
    const stores = await this.stores(exposure.orgId);
    return {
      report: await this.report(exposure),
      consequence: await this.consequence(exposure),
      caseText: caseNo ? await this.caseText(caseNo) : '（未关联案件）',
      stores: stores.map(({ id, name }) => ({ value: id, label: name })),
      ...{ medium, outlet, publishedOn, summary: await this.summary(exposure) },
      ...(mediaLevel ? { mediaLevel } : {}),
      ...(storeId ? { storeId, ourStore: true } : {}),
      ...(byCustomer === null ? {} : { byCustomer }),
      ...(about ? { about } : {}),
      ...(caseNo ? { caseNo } : {}),
    };
  }

  protected async decide(answers: Answers, { subjectNo }: FormSubject): Promise<Record<string, unknown>> {
    const exposure = await this.exposure(subjectNo);
    answers.require('ourStore', 'medium', 'outlet', 'mediaLevel', 'publishedOn', 'byCustomer', 'about', 'summary');
    const ourStore = answers.flag('ourStore');
    if (ourStore === true) answers.require('storeId');
    answers.code('mediaLevel', MEDIA_LEVELS);
    const publishedOn = answers.day('publishedOn');
    if (publishedOn !== null && publishedOn > this.today()) answers.refuse('publishedOn', 'day-to-come');
    await this.checkCase(answers, exposure);
    const store = await this.store(answers, exposure.orgId);
    const medium = answers.code('medium', MEDIA);
    if (ourStore === true && medium && publishedOn && store) {
      const report = { orgId: exposure.orgId, medium, outlet: answers.text('outlet'), publishedOn, storeId: store.id };
      if (await this.book.isPursued(this.database.manager, subjectNo, report))
        answers.refuse('ourStore', 'exposure-pursued');
    }
    return {
      ourStore: ourStore === true,
      medium,
      publishedOn,
      storeId: ourStore === true ? (store?.id ?? null) : null,
      byCustomer: answers.flag('byCustomer') === true,
      about: answers.code('about', EXPOSURE_ABOUT),
    };
  }

  override async completed(outcome: TaskOutcome, context: FormContext): Promise<void> {
    await super.completed(outcome, context);
    await this.checked.record(context.manager, outcome);
  }

  private async stores(orgId: string): Promise<StoreUnit[]> {
    return (await this.directory.unitsOf(orgId)).filter(({ kind }) => kind === 'store');
  }

  /** A store of the company, by number or name; refused where there is none. */
  private async store(answers: Answers, orgId: string): Promise<StoreUnit | undefined> {
    const text = answers.text('storeId');
    if (text === '') return undefined;
    const found = (await this.stores(orgId)).find(({ id, name }) => id === text || name === text);
    if (!found) answers.refuse('storeId', 'unknown-store');
    return found;
  }

  private async checkCase(answers: Answers, { orgId }: Exposure): Promise<void> {
    const caseNo = answers.text('caseNo');
    if (caseNo === '') return;
    const found = await this.cases.find(caseNo);
    if (found?.orgId !== orgId) answers.refuse('caseNo', 'unknown-case');
  }

  /** What was complained about, masked. */
  private async caseText(caseNo: string): Promise<string> {
    const { subject, description } = await this.cases.registration(caseNo);
    return [caseNo, subject, description].filter(Boolean).join('\n');
  }
}
