import { Injectable } from '@nestjs/common';
import { type Component, COMPONENT_NAMES, COMPONENTS, DEFECT_TYPE_NAMES } from '@huiying/contracts';
import { codeName, factLines, FormRecords, groupName, NO_RECORD, shownText } from '@huiying/forms';
import { CaseFacts } from '@huiying/service';
import { DataSource } from 'typeorm';
import * as screen from '../screens/screen-text.js';
import { Warranties } from '../warranty/warranties.js';
import { warrantyText } from '../warranty/warranty-text.js';
import { Concentration } from './concentration.js';
import type { Defect } from './defect.entity.js';
import { DefectBook } from './defect-book.js';

const RECTIFY = 'delivery-defect--rectify';
const ACCEPT = 'delivery-defect--accept-rectification';
const ANALYSE = 'delivery-defect--analyse';

/** Read-only fields of the forms of a defect. */
@Injectable()
export class DefectScreens {
  constructor(
    private readonly defects: DefectBook,
    private readonly facts: CaseFacts,
    private readonly records: FormRecords,
    private readonly warranties: Warranties,
    private readonly concentration: Concentration,
    private readonly database: DataSource,
  ) {}

  /** @throws Problem `defect-unknown`, kind missing */
  find(defectNo: string): Promise<Defect> {
    return this.defects.read(this.database.manager, defectNo);
  }

  /** 缺陷登记: what was found, in the words of whoever reported it; those of a complaint come masked. */
  async defect(defectNo: string): Promise<string> {
    const defect = await this.find(defectNo);
    const own = await this.defects.description(this.database.manager, defect);
    const told = defect.caseNo === null ? undefined : await this.facts.registration(defect.caseNo);
    return factLines(
      ['缺陷编号', defect.defectNo],
      ['来自投诉', defect.caseNo ?? ''],
      ['登记日期', defect.registeredOn],
      ['地点', [defect.project, defect.building].filter(Boolean).join(' ')],
      ['部位', codeName(COMPONENT_NAMES, defect.component)],
      ['缺陷类别', codeName(DEFECT_TYPE_NAMES, defect.defectType)],
      ['责任单位', groupName(defect.repairGroup)],
      ['计划完成日', defect.plannedOn ?? ''],
      ['事由', shownText(told?.subject)],
      ['内容', shownText(told?.description ?? own)],
      ['诉求', shownText(told?.demand)],
    );
  }

  /** Of the component that was found to be defective, else of every one. */
  async warranty(defectNo: string): Promise<string> {
    const { component } = await this.find(defectNo);
    return this.warrantyOf(defectNo, component ? [component] : COMPONENTS);
  }

  /** Of every component: the form shows the one that is chosen. */
  warrantyOfAll(defectNo: string): Promise<string> {
    return this.warrantyOf(defectNo, COMPONENTS);
  }

  private async warrantyOf(defectNo: string, components: readonly Component[]): Promise<string> {
    const { project, building, registeredOn } = await this.find(defectNo);
    const place = { project, building, completionAcceptedOn: null };
    return warrantyText(await this.warranties.all(place, registeredOn, components));
  }

  /** 整改情况, of every time it was rectified. */
  async rectification(defectNo: string): Promise<string> {
    const records = await this.records.all(this.database.manager, { subjectNo: defectNo }, RECTIFY, ACCEPT);
    return screen.sheet(
      ...records.map(({ formId, answers }) =>
        formId === RECTIFY
          ? factLines(
              ['整改过程', shownText(answers['course'])],
              ['结果', shownText(answers['result'])],
              ['照片', screen.photosText(answers['photos'])],
            )
          : factLines(['是否合格', shownText(answers['passed'])], ['业主意见', shownText(answers['ownerOpinion'])]),
      ),
    );
  }

  /** 同类缺陷: those that the decision counted together. */
  async alike(defectNo: string): Promise<string> {
    const defect = await this.find(defectNo);
    const alike = await this.concentration.alike(this.database.manager, defect);
    return [
      `${defect.project ?? ''} ${codeName(DEFECT_TYPE_NAMES, defect.defectType)}：${defect.counted ?? alike.length} 件`,
      ...alike.map((one) =>
        [one.registeredOn, one.defectNo, one.building, codeName(COMPONENT_NAMES, one.component)]
          .filter(Boolean)
          .join('　'),
      ),
    ].join('\n');
  }

  async analysis(defectNo: string): Promise<string> {
    const said = (await this.records.latest(this.database.manager, defectNo, ANALYSE))?.answers;
    if (!said) return NO_RECORD;
    return factLines(
      ['问题范围', shownText(said['scope'])],
      ['原因', shownText(said['reasons'])],
      ['措施', shownText(said['measures'])],
    );
  }
}
