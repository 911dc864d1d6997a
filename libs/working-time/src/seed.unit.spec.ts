import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { calendarSeed } from './index.js';

const PROGRAM = `import('${join(__dirname, 'index.ts')}').then(({ calendarSeed }) => console.log(JSON.stringify(calendarSeed(2027))))`;

/** As a machine says it that stands in another zone. */
function seedIn(zone: string): unknown {
  const answer = execFileSync(process.execPath, ['--import', '@swc-node/register/esm-register', '-e', PROGRAM], {
    env: { ...process.env, TZ: zone },
  });
  return JSON.parse(answer.toString());
}

describe('the public holidays', () => {
  it.each(['America/Los_Angeles', 'UTC', 'Pacific/Kiritimati'])('are those of China on a machine in %s', (zone) => {
    expect(seedIn(zone)).toEqual(calendarSeed(2027));
    const march = calendarSeed(2026).find(({ year }) => year === 2026);
    expect(march?.daysOff.filter((day) => day.startsWith('2026-03'))).toEqual([]);
    expect(march?.daysOff).toContain('2026-10-01');
  });
});
