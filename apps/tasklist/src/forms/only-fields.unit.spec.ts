import { withoutShown } from './only-fields.js';

describe('what somebody typed so far', () => {
  const schema = {
    components: [
      { type: 'textarea', key: 'facts', readonly: true },
      { type: 'textarea', key: 'findings' },
      { type: 'group', components: [{ type: 'textfield', key: 'registered', disabled: true }] },
      { type: 'group', path: 'place', components: [{ type: 'textfield', key: 'room', readonly: true }] },
      { type: 'dynamiclist', path: 'opinions', components: [{ type: 'textfield', key: 'department', readonly: true }] },
    ],
  };

  it('R04.8 is kept without what the form only shows, which is shown as it is when the form opens again', () => {
    const data = {
      ...{ facts: '三天前的案情', findings: '写了一半', registered: '旧', place: { room: '501' } },
      opinions: [{ department: 'engineering', opinion: '重做' }],
    };
    expect(withoutShown(schema, data)).toEqual({
      findings: '写了一半',
      place: { room: '501' },
      opinions: [{ department: 'engineering', opinion: '重做' }],
    });
    expect(withoutShown(null, data)).toEqual(data);
  });
});
