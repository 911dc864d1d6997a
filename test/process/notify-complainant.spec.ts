import { scenario } from './scenario.js';

const { run, everyFlowOf } = scenario();
const notice = { noticeTemplate: 'outcome', deadlineRule: 'R04.11' };

describe('notify-complainant', () => {
  it.each([['email'], ['web']])('R04.11 came by %s with an address: sent the same way, recorded', async (channel) => {
    const { it: telling, common } = await run('developer');
    await telling.call('notify-complainant', { ...common, ...notice, channel });
    expect(telling.done.map(({ type }) => type)).toEqual(['intake.send-notice', 'intake.record-notice']);
    expect(telling.did('intake.record-notice').variables).toMatchObject({ noticeId: 'notice-outcome' });
    expect(telling.over).toBe(true);
  });

  it('R04.11 R08.6 e-mail that bounces: told in person, with its limit, and recorded', async () => {
    const unreachable = { 'intake.send-notice': () => ({ bpmnError: 'channel-unreachable' }) };
    const { it: telling, common } = await run('developer', unreachable);
    await telling.call('notify-complainant', { ...common, ...notice, channel: 'email' });
    const task = telling.task('tell-in-person');
    expect(task.who).toEqual(['intake-desk']);
    expect(task.headers).toMatchObject({ deadlineRule: '=deadlineRule', contact: 'true' });
    expect(task.variables).toMatchObject({ deadlineRule: 'R04.11' });
    await telling.complete('tell-in-person');
    expect(telling.times('intake.record-notice')).toBe(1);
    expect(telling.over).toBe(true);
  });

  it.each([['phone'], ['letter'], ['visit'], ['hotline'], ['property-unit'], ['internal']])(
    'R01.1 R04.11 R08.6 came by %s: told in person',
    async (channel) => {
      const { it: telling, common } = await run('developer');
      await telling.call('notify-complainant', { ...common, ...notice, channel, hasAddress: false });
      expect(telling.tasks).toEqual(['tell-in-person']);
      await telling.complete('tell-in-person');
      expect(telling.over).toBe(true);
    },
  );

  it('R04.11 by the web without an address: told in person', async () => {
    const { it: telling, common } = await run('developer');
    await telling.call('notify-complainant', { ...common, ...notice, channel: 'web', hasAddress: null });
    expect(telling.tasks).toEqual(['tell-in-person']);
  });

  it.each([['phone'], ['web'], ['letter']])(
    'R04.11 anonymous by %s: nobody is asked to tell, the notice is in the file and the portal',
    async (channel) => {
      const { it: telling, common } = await run('developer');
      await telling.call('notify-complainant', { ...common, ...notice, channel, anonymous: true, hasAddress: false });
      expect(telling.tasks).toEqual([]);
      expect(telling.notices).toEqual(['outcome']);
      expect(telling.over).toBe(true);
    },
  );
});

everyFlowOf('notify-complainant');
