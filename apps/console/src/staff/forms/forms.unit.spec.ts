import { listAnswers, namedIn, offeredIn, type Option } from './form-answers.js';
import { serverFaults, viewerFaults } from './form-faults.js';
import { formTranslate, inLanguage, REQUIRED_MESSAGE } from './form-language.js';
import { type FormSchema, withoutEmptyFacts } from './form-schema.js';
import { chosenWarranty } from './warranty-blocks.js';

jest.mock('flatpickr', () => ({ localize: jest.fn() }));

const schema: FormSchema = {
  components: [
    { id: 'a', type: 'radio', key: 'kind', label: '类别', values: [{ label: '工程质量', value: 'q' }] },
    { id: 'b', type: 'radio', key: 'danger', label: '危险', values: [{ label: '不能排除', value: 'unknown' }] },
    {
      id: 'g',
      type: 'group',
      path: 'media',
      components: [{ id: 'c', type: 'textfield', key: 'outlet', label: '媒体', properties: { en: 'Outlet' } }],
    },
    {
      id: 'd',
      type: 'dynamiclist',
      path: 'evidence',
      label: '证据',
      components: [
        { id: 'e', type: 'textfield', key: 'description', label: '内容' },
        { id: 'f', type: 'datetime', key: 'obtainedOn', dateLabel: '取得时间' },
      ],
    },
    { id: 'h', type: 'checkbox', key: 'complex', label: '复杂' },
    { id: 'i', type: 'money', key: 'payFen', label: '赔付' },
  ],
};
const words = { yes: '是', no: '否', none: '无', own: (type: string) => (type === 'money' ? '12 元' : undefined) };

describe('answers in words', () => {
  it('names options, groups with a path, lists and flags, and leaves blanks out', () => {
    const data = {
      kind: 'q',
      danger: 'unknown',
      media: { outlet: '晚报' },
      evidence: [{ description: '照片', obtainedOn: '2026-03-02' }],
      complex: true,
      payFen: 1200,
    };
    expect(listAnswers(schema, data, words, offeredIn({})).map(({ label, text }) => `${label}=${text}`)).toEqual([
      '类别=工程质量',
      '危险=不能排除',
      '媒体=晚报',
      '证据=内容 照片，取得时间 2026-03-02',
      '复杂=是',
      '赔付=12 元',
    ]);
    expect(listAnswers(schema, {}, words, offeredIn({}))).toEqual([]);
  });
});

describe('核对 before something is sent', () => {
  it('names what the form’s owner offered: a store, a unit, a case by its words', () => {
    const offering: FormSchema = {
      components: [{ id: 's', type: 'select', key: 'storeId', label: '分店', valuesKey: 'stores' }],
    };
    const opened = { stores: [{ value: 'FD01', label: '中山路店' }], storeId: null };
    const words = { yes: '是', no: '否', none: '不能排除', own: () => undefined };
    expect(listAnswers(offering, { storeId: 'FD01' }, words, offeredIn(opened))).toEqual([
      { key: 'storeId', label: '分店', text: '中山路店' },
    ]);
  });
  it('names people by their names, of the circle that the field asks for', () => {
    const naming: FormSchema = {
      components: [
        { id: 'l', type: 'person', key: 'lead', label: '负责人' },
        { id: 'p', type: 'person', key: 'witness', label: '证人', properties: { among: 'organisation' } },
      ],
    };
    const people = { '': [{ id: 'li', name: '李敏' }], organisation: [{ id: 'gong', name: '龚强' }] };
    const lines = listAnswers(naming, { lead: 'li', witness: 'gong' }, words, offeredIn({}, people));
    expect(lines.map(({ text }) => text)).toEqual(['李敏', '龚强']);
  });
});

describe('a finished task', () => {
  it('R11.4 shows what was chosen as it was called then: a store, a person, the unit of a measure, a case in a list', () => {
    const finished: FormSchema = {
      components: [
        { id: 's', type: 'select', key: 'storeId', label: '被曝光分店', valuesKey: 'stores' },
        { id: 'l', type: 'person', key: 'lead', label: '负责人' },
        { id: 'm', type: 'units', key: 'measures', label: '跟进事项', valuesKey: 'units' },
        {
          id: 'd',
          type: 'dynamiclist',
          path: 'cases',
          label: '抽查案卷',
          components: [{ id: 'e', type: 'select', key: 'caseNo', label: '案号', valuesKey: 'sampledCases' }],
        },
      ],
    };
    const data = { storeId: 'FD01', lead: 'li', measures: 'FH01', cases: [{ caseNo: 'TS-1' }], stores: undefined };
    const named = {
      storeId: [{ value: 'FD01', label: '中山路店' }],
      lead: [{ value: 'li', label: '李敏' }],
      measures: [{ value: 'FH01', label: '城北公司' }],
      caseNo: [{ value: 'TS-1', label: 'TS-1 房屋质量' }],
    };
    const own = (type: string, _value: unknown, options: readonly Option[]) =>
      type === 'units' ? options[0]?.label : undefined;
    const lines = listAnswers(finished, data, { ...words, own }, namedIn(named));
    expect(lines.map(({ text }) => text)).toEqual(['中山路店', '李敏', '城北公司', '案号 TS-1 房屋质量']);
    expect(listAnswers(finished, { storeId: 'FD01' }, words, namedIn(undefined))[0]?.text).toBe('FD01');
  });
});

describe('faults', () => {
  it('of the viewer come in the order of the form; a missing answer is marked', () => {
    const required = formTranslate('zh-CN')(REQUIRED_MESSAGE);
    expect(viewerFaults(schema, { e: [[required]], a: ['最多 5 个字'] }, required)).toEqual([
      { fieldId: 'a', label: '类别', text: '最多 5 个字', required: false },
      { fieldId: 'e', label: '内容', text: required, required: true },
    ]);
  });
  it('of the server lead to their field, with the line of a list', () => {
    expect(
      serverFaults(
        schema,
        [
          { field: 'evidence.1.obtainedOn', code: 'x', text: '太早' },
          { field: 'zzz', code: 'y' },
        ],
        '有误',
      ),
    ).toEqual([
      { fieldId: 'f', label: '取得时间 2', text: '太早' },
      { fieldId: undefined, label: 'zzz', text: '有误' },
    ]);
  });
});

describe('the language of a form', () => {
  it('takes English labels from the property en', () => {
    expect(inLanguage(schema, 'en').components?.[2]?.components?.[0]?.label).toBe('Outlet');
    expect(inLanguage(schema, 'zh-CN')).toBe(schema);
  });
  it('has Chinese for the viewer’s sentences', () => {
    expect(formTranslate('zh-CN')('Field must have minimum length of {value}.', { value: 3 })).toBe('至少 3 个字');
    expect(formTranslate('en')('Field is required.')).toBe('Field is required.');
  });
});

describe('what a form shows that nobody fills in', () => {
  it('leaves out read-only fields that have nothing to tell, in groups as well', () => {
    const shown = withoutEmptyFacts(
      {
        components: [
          { type: 'textarea', key: 'file', readonly: true },
          { type: 'textarea', key: 'report', readonly: true },
          { type: 'photos', key: 'files', readonly: true },
          { type: 'textfield', key: 'opinion' },
          { type: 'group', components: [{ type: 'number', key: 'days', readonly: true }] },
        ],
      },
      { file: '', report: '已勘查', files: [] },
    );
    expect(shown.components).toEqual([
      { type: 'textarea', key: 'report', readonly: true },
      { type: 'textfield', key: 'opinion' },
      { type: 'group', components: [] },
    ]);
  });
});

describe('保修 of the component that the surveyor chooses (R02.9)', () => {
  const text = '竣工验收日：2025-03-10\n【屋面防水】五年\n至 2030-03-10\n【给排水】两年';
  it('says what is common and the terms of that component alone', () => {
    expect(chosenWarranty(text, 'roof-waterproofing')).toEqual({
      common: '竣工验收日：2025-03-10',
      chosen: '【屋面防水】五年\n至 2030-03-10',
    });
  });

  it('asks for the component first', () => {
    expect(chosenWarranty(text, undefined)).toEqual({ common: '竣工验收日：2025-03-10', chosen: undefined });
    expect(chosenWarranty(text, 'wet-room').chosen).toBeUndefined();
  });
});
