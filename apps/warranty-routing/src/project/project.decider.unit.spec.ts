import { factsOf, register, registerBuilding } from './project.decider.js';

describe('project register', () => {
  it('R08.1 refuses a project without a type', () => {
    expect(register('旧桥里', { dissolved: true }, null)).toEqual({
      errors: [{ field: 'projectType', code: 'required' }],
    });
  });

  it('R10.8 keeps what a later entry does not say', () => {
    const first = register(
      '旧桥里',
      { projectType: 'residential', dissolved: true, ownership: 'joint', agreementParty: 'HZ01' },
      null,
    );
    if ('errors' in first) throw new Error('refused');
    expect(register('旧桥里', { agreementParty: null }, first)).toEqual({ ...first, agreementParty: null });
  });

  it('R10.4 R02.9 gives the days of the building with the facts of its project', () => {
    const building = registerBuilding(
      '石榴湾',
      '2幢',
      { phase: 'occupied', handoverOn: '2026-06-01', completionAcceptedOn: '2026-05-08' },
      null,
    );
    expect(factsOf('石榴湾', null, building)).toMatchObject({
      project: '石榴湾',
      handoverOn: '2026-06-01',
      completionAcceptedOn: '2026-05-08',
      projectType: null,
    });
    expect(factsOf('石榴湾', null, null)).toBeUndefined();
  });
});
