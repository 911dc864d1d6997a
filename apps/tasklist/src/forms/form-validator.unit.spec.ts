import { formCondition as feel } from './form-conditions.js';
import { validateForm } from './form-validator.js';
import type { FormSchema } from './form-schema.js';

const schema: FormSchema = {
  components: [
    { type: 'text' },
    { type: 'textarea', key: 'finding', validate: { required: true, maxLength: 20 } },
    { type: 'number', key: 'days', validate: { required: true, min: 1, max: 60 } },
    { type: 'radio', key: 'extent', values: [{ value: 'minor' }, { value: 'serious' }], validate: { required: true } },
    { type: 'checkbox', key: 'agreed' },
    { type: 'datetime', subtype: 'date', key: 'doneOn' },
    { type: 'textfield', key: 'reason', validate: { required: true }, conditional: { hide: '=agreed = true' } },
    { type: 'textfield', key: 'shown', disabled: true },
    {
      type: 'group',
      components: [
        { type: 'checklist', key: 'departments', values: [{ value: 'engineering' }, { value: 'marketing' }] },
      ],
    },
    {
      type: 'dynamiclist',
      path: 'measures',
      components: [{ type: 'select', key: 'type', values: [{ value: 'rectify' }], validate: { required: true } }],
    },
  ],
};

const good = { finding: '渗水属实', days: 3, extent: 'minor', agreed: true };

describe('answers against a form', () => {
  it('takes what fits, and nothing that is hidden or shown only', () => {
    const checked = validateForm(schema, { ...good, reason: '不该留下', shown: 'x' }, feel);
    expect(checked.errors).toEqual([]);
    expect(checked.answers).toEqual(good);
  });

  it('names every required field that is blank', () => {
    expect(validateForm(schema, { finding: '  ' }, feel).errors).toEqual([
      { field: 'finding', code: 'required' },
      { field: 'days', code: 'required' },
      { field: 'extent', code: 'required' },
      { field: 'reason', code: 'required' },
    ]);
  });

  it('refuses values out of range, of the wrong kind, and not offered', () => {
    const { errors } = validateForm(
      schema,
      {
        ...good,
        finding: '过'.repeat(21),
        days: 61,
        extent: 'ordinary',
        agreed: 'yes',
        doneOn: '2026-02-30',
        departments: ['hr'],
      },
      feel,
    );
    expect(errors.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'finding too-long',
      'days too-big',
      'extent not-allowed-value',
      'agreed wrong-type',
      'doneOn not-a-day',
      'reason required',
      'departments not-allowed-value',
    ]);
  });

  it('walks the rows of a list', () => {
    const checked = validateForm(
      schema,
      { ...good, measures: [{ type: 'rectify' }, { type: '' }, { type: 'rectify', x: 1 }] },
      feel,
    );
    expect(checked.errors).toEqual([{ field: 'measures.1.type', code: 'required' }]);
    expect(checked.unknown).toEqual(['measures.2.x']);
    expect(checked.answers['measures']).toHaveLength(3);
  });

  it('takes answers as the form means them: options by their own value, digits as numbers, null as unknown', () => {
    const flags = [{ value: true }, { value: false }, { value: 'unknown' }];
    const form: FormSchema = {
      components: [
        { type: 'radio', key: 'danger', values: flags, validate: { required: true } },
        { type: 'radio', key: 'loud', values: flags },
        { type: 'number', key: 'yuan' },
        { type: 'textfield', key: 'note' },
        {
          type: 'group',
          path: 'exposure',
          components: [{ type: 'textfield', key: 'outlet', validate: { required: true } }],
        },
      ],
    };
    const checked = validateForm(
      form,
      { danger: null, loud: 'true', yuan: '12.5', note: null, exposure: { outlet: '日报' } },
      feel,
    );
    expect(checked.errors).toEqual([]);
    expect(checked.answers).toEqual({ danger: null, loud: true, yuan: 12.5, note: null, exposure: { outlet: '日报' } });
    expect(validateForm(form, { danger: true, exposure: { x: 1 } }, feel)).toMatchObject({
      errors: [{ field: 'exposure.outlet', code: 'required' }],
      unknown: ['exposure.x'],
    });
  });

  it('tells keys that the form does not have', () => {
    expect(validateForm(schema, { ...good, payFen: 1 }, feel).unknown).toEqual(['payFen']);
  });
});
