import { scenario } from './scenario.js';

const { run, everyFlowOf } = scenario();

describe('inquiry-handling', () => {
  it('R12.2 answerable at once: filed directly', async () => {
    const { it: inquiry, common } = await run('property-company');
    await inquiry.start('start-inquiry-handling', common);
    expect(inquiry.task('answer').who).toEqual(['property-steward']);
    expect(inquiry.task('answer').headers).toMatchObject({ deadlineRule: 'R12.2' });
    await inquiry.complete('answer', { answeredNow: true });
    expect(inquiry.times('intake.archive-case')).toBe(1);
    expect(inquiry.over).toBe(true);
  });

  it('R12.2 R06.2 not at once: 客户投诉查询表 at the department, the answer told, filed', async () => {
    const { it: inquiry, common } = await run('developer');
    await inquiry.start('start-inquiry-handling', common);
    await inquiry.complete('answer', { answeredNow: false, handlerGroup: 'title-office' });
    expect(inquiry.task('handle-inquiry').who).toEqual(['title-office']);
    expect(inquiry.task('handle-inquiry').headers).toMatchObject({ deadlineRule: 'R12.2#handle' });
    await inquiry.complete('handle-inquiry');
    expect(inquiry.notices).toEqual(['answer']);
    expect(inquiry.did('intake.archive-case').variables).toMatchObject({ answeredNow: false });
    expect(inquiry.over).toBe(true);
  });

  it('R12.2 a second start of the same inquiry does nothing', async () => {
    const { it: inquiry, common } = await run('developer');
    await inquiry.start('start-inquiry-handling', common);
    await inquiry.start('start-inquiry-handling', common);
    expect(inquiry.tasks).toEqual(['answer']);
  });
});

everyFlowOf('inquiry-handling');
