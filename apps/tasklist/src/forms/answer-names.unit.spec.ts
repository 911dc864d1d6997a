import type { Directory, Person } from '@huiying/platform';
import { AnswerNames } from './answer-names.js';
import type { FormSchema } from './form-schema.js';
import { onlyFields } from './only-fields.js';

const schema: FormSchema = {
  components: [
    { type: 'select', key: 'storeId', label: '被曝光分店', valuesKey: 'stores' },
    { type: 'person', key: 'lead', label: '负责人' },
    { type: 'checklist', key: 'units', label: '单位', valuesKey: 'offeredUnits' },
    {
      type: 'dynamiclist',
      path: 'cases',
      components: [
        { type: 'select', key: 'caseNo', valuesKey: 'sampled' },
        { type: 'person', key: 'by' },
      ],
    },
    { type: 'group', path: 'media', components: [{ type: 'radio', key: 'outlet', valuesKey: 'outlets' }] },
    { type: 'measures', key: 'measures', valuesKey: 'offeredUnits' },
    { type: 'textfield', key: 'note' },
  ],
};
const option = (value: string, label: string) => ({ value, label });
const opened = {
  stores: [option('FD01', '中山路店'), option('FD02', '人民路店')],
  offeredUnits: [option('FH01', '城北公司'), option('FH02', '城南公司')],
  sampled: [option('TS-1', 'TS-1 房屋质量'), option('TS-2', 'TS-2 销售')],
  outlets: [option('daily', '日报')],
};
const names = new AnswerNames({
  persons: (ids: string[]) =>
    Promise.resolve(ids.map((id) => ({ id, name: { li: '李敏', wang: '王芳' }[id] })) as Person[]),
} as unknown as Directory);

describe('what the ids of a finished form are called', () => {
  it('R11.4 names chosen options of the owner and people, in lists and groups too, and nothing that was not chosen', async () => {
    const answers = {
      storeId: 'FD01',
      lead: 'li',
      units: ['FH02'],
      cases: [{ caseNo: 'TS-2', by: 'wang' }],
      media: { outlet: 'daily' },
      measures: [{ type: 'rectify', description: 'FH02', unit: 'FH01' }],
      note: 'FD02',
    };
    expect(await names.of(schema, answers, () => Promise.resolve(opened))).toEqual({
      storeId: [option('FD01', '中山路店')],
      lead: [option('li', '李敏')],
      units: [option('FH02', '城南公司')],
      caseNo: [option('TS-2', 'TS-2 销售')],
      by: [option('wang', '王芳')],
      outlet: [option('daily', '日报')],
      measures: [option('FH01', '城北公司'), option('FH02', '城南公司')],
    });
  });

  it('does not ask the owner where none of its options was chosen', async () => {
    const unasked = () => Promise.reject(new Error('asked'));
    expect(await names.of(schema, { note: 'FD02', lead: 'li' }, unasked)).toEqual({ lead: [option('li', '李敏')] });
    expect(await names.of({}, {}, unasked)).toEqual({});
  });
});

describe('what a form opens with', () => {
  it('R03.5 brings the options of a field inside a list, and nothing that the form does not show', () => {
    expect(Object.keys(onlyFields(schema, { ...opened, cases: [], secret: 1, by: 2 }))).toEqual([
      ...['stores', 'offeredUnits', 'sampled', 'outlets', 'cases'],
    ]);
    expect(onlyFields(null, { secret: 1 })).toEqual({});
  });
});
