import { DecisionEvaluator } from '@huiying/engine';
import { feelOf, type Figure, figuresIn, replaced } from '@huiying/zeebe';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultOf } from './figure-value.js';

const DECISIONS = 'bpmn/decisions';
const files = readdirSync(DECISIONS).map((name) => ({ name, xml: readFileSync(join(DECISIONS, name), 'utf8') }));
const xmlOf = (name: string) => files.find((file) => file.name === name)?.xml ?? '';
const figure = (file: string, id: string): Figure => {
  const found = figuresIn(xmlOf(file)).find((one) => one.id === id);
  if (!found) throw new Error(`no figure ${id}`);
  return found;
};

describe('figures', () => {
  it('R03.2 each is named once, by its rule, and its place in the file holds its value', () => {
    for (const { xml } of files) {
      const figures = figuresIn(xml);
      expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
      expect(new Set(figures.map(({ key }) => key)).size).toBe(figures.length);
      // People choose by name: two figures of one rule in a file never share one.
      const named = figures.map(({ ruleId, name }) => `${ruleId} ${name}`);
      expect(named.filter((one, index) => named.indexOf(one) !== index)).toEqual([]);
      for (const { id, place, ruleId, name } of figures) {
        expect(xml.slice(place.from, place.to)).toBe(place.text);
        expect([id, ruleId]).toEqual([id, expect.stringMatching(/^R\d{2}\.\d+$/)]);
        expect(name).not.toBe('');
        expect(name).not.toMatch(/^[\w.]+$/);
      }
    }
  });

  it('R03.2 the limit of the preliminary review: three working days, ours', () => {
    expect(figure('deadlines.dmn', 'deadlines/deadlines-row-21/amount')).toMatchObject({
      ruleId: 'R04.4',
      name: '初步审查 · 数量',
      kind: 'number',
      value: 3,
      unit: '工作日',
      ours: true,
    });
    expect(figure('deadlines.dmn', 'deadlines/deadlines-row-21/unit')).toMatchObject({ kind: 'unit', value: 'wd' });
  });

  it('R10.5 a parameter has its rule, its Chinese name and its unit', () => {
    expect(figure('severity.dmn', 'severity/majorAmountYuan')).toMatchObject({
      ruleId: 'R10.5',
      name: '重大的金额(元，含本数)',
      value: 10000,
      unit: '元',
      ours: false,
    });
  });

  it('R03.2 a change replaces the figure and not one byte more, in every file and for every figure', async () => {
    for (const { xml } of files)
      for (const { place, value, kind } of figuresIn(xml)) {
        const same = replaced(xml, place, kind === 'formula' ? String(value) : feelOf(value));
        expect(same.length).toBe(xml.length);
      }
    const { place } = figure('severity.dmn', 'severity/majorHouseholds');
    const changed = replaced(xmlOf('severity.dmn'), place, feelOf(6));
    expect(changed.replace('majorHouseholds: 6', 'majorHouseholds: 5')).toBe(xmlOf('severity.dmn'));
    const decisions = await DecisionEvaluator.fromXml([changed]);
    const severity = (households: number) =>
      (decisions.evaluate('severity', { households, dangerToPersons: false }).output as { severity: string }).severity;
    expect([severity(5), severity(6)]).toEqual(['general', 'major']);
  });

  it.each([
    ['number', 'deadlines/x/amount', 3, 2, undefined],
    ['number', 'deadlines/x/amount', 3, 3, 'parameter-unchanged'],
    ['number', 'deadlines/x/amount', 3, 0, undefined],
    ['number', 'deadlines/x/amount', 3, -1, 'parameter-range'],
    ['number', 'deadlines/x/amount', 3, 2.5, 'parameter-range'],
    ['number', 'deadlines/x/amount', 3, '2', 'parameter-type'],
    ['number', 'schedules/trainingEveryMonths', 6, 120, undefined],
    ['number', 'schedules/trainingEveryMonths', 6, 121, 'parameter-range'],
    ['number', 'schedules/firstWeekFromWorkingDays', 3, 8, 'parameter-range'],
    ['number', 'deadlines/keyCustomerFactor', 0.5, 1.5, 'parameter-range'],
    ['number', 'severity/majorAmountYuan', 10000, 9999.99, undefined],
    ['flag', 'deadlines/x/countsStartDay', true, false, undefined],
    ['flag', 'deadlines/x/countsStartDay', true, 'false', 'parameter-type'],
    ['unit', 'deadlines/x/unit', 'same-day', 'wd', undefined],
    ['unit', 'deadlines/x/unit', 'same-day', 'weeks', 'parameter-type'],
    ['day', 'schedules/trainingFrom', '2026-01-01', '2026-02-30', 'parameter-type'],
    ['role', 'authority/x/deciderGroup', 'region-head', 'project-head', undefined],
    ['role', 'authority/x/deciderGroup', 'region-head', 'nobody', 'unknown-role'],
    ['roles', 'posts/x/posts', ['intake-desk'], [], 'unknown-role'],
    ['text', 'warranty/heatingFrom', '11-15', '11"15', 'parameter-month-day'],
    ['text', 'warranty/heatingFrom', '11-15', '11-31', 'parameter-month-day'],
    ['text', 'office-hours/summerFrom', '05-01', '05-15', undefined],
    ['text', 'office-hours/summerFrom', '05-01', '5-15', 'parameter-month-day'],
    ['text', 'office-hours/summerFrom', '05-01', '02-29', 'parameter-month-day'],
    ['list', 'office-hours/summer', ['08:00-12:00'], ['08:30-12:00', '14:00-18:00'], undefined],
    ['list', 'office-hours/summer', ['08:00-12:00'], ['08:30-12:00', '11:59-18:00'], 'parameter-spans'],
    ['list', 'office-hours/summer', ['08:00-12:00'], ['12:00-08:00'], 'parameter-spans'],
    ['list', 'office-hours/summer', ['08:00-12:00'], ['08:00-24:00'], 'parameter-spans'],
    ['list', 'office-hours/summer', ['08:00-12:00'], [], 'parameter-spans'],
    ['list', 'office-hours/keptBy', ['developer'], ['developer', 'group', 'WY01'], undefined],
    ['list', 'office-hours/keptBy', ['developer'], ['developers'], 'parameter-organisations'],
    ['list', 'office-hours/keptBy', ['developer'], [], undefined],
    ['formula', 'rateFormula/formula', 'a', '', 'parameter-text'],
  ] as const)('R03.2 %s %s from %j to %j: %s', (kind, id, value, to, fault) => {
    expect(faultOf({ kind, id, value: value as Figure['value'] }, to)).toBe(fault);
  });
});
