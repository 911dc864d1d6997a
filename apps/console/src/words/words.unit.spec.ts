import type { CaseNotice } from '@huiying/contracts';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { portalEn } from './portal.en.js';
import { portalZh } from './portal.zh.js';
import { staffEn } from './staff.en.js';
import { staffZh } from './staff.zh.js';
import { fill, placeholders } from './translate.js';

const SOURCE = join(import.meta.dirname, '..');
const HAN = /\p{Script=Han}/u;

describe('the dictionary', () => {
  it.each([
    ['portal', portalZh, portalEn],
    ['staff', staffZh, staffEn],
  ])(
    '%s: every text has its twin with the same parameters',
    (_name, zh: Record<string, string>, en: Record<string, string>) => {
      expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
      for (const [key, text] of Object.entries(zh))
        expect([key, placeholders(en[key] ?? '')]).toEqual([key, placeholders(text)]);
    },
  );

  it('has no Chinese in its English', () => {
    for (const text of [...Object.values(portalEn), ...Object.values(staffEn)]) expect(text).not.toMatch(HAN);
  });

  it('says 您, never 你, and uses no exclamation marks', () => {
    for (const text of [...Object.values(portalZh), ...Object.values(staffZh)]) expect(text).not.toMatch(/你|！|!/);
  });

  it('is where the texts of the components stand', () => {
    const components = files(SOURCE).filter((file) => file.endsWith('.tsx'));
    const loose = components.filter((file) =>
      HAN.test(
        readFileSync(file, 'utf8')
          .replace(/\/\*[\s\S]*?\*\//g, '')
          .replace(/\/\/.*$/gm, '')
          .replace(/'中文'/g, ''),
      ),
    );
    expect(loose).toEqual([]);
  });

  it('has every key that the components name', () => {
    const missing: string[] = [];
    for (const file of files(SOURCE).filter((name) => /\.tsx?$/.test(name) && !name.includes('.spec.'))) {
      const words: Record<string, string> = file.includes('/portal/') ? portalZh : staffZh;
      if (file.includes('/words/') || file.includes('/formats/')) continue;
      for (const [, key] of readFileSync(file, 'utf8').matchAll(/\bt\(\s*'([^']+)'/g))
        if (key && !(key in words)) missing.push(`${file}: ${key}`);
    }
    expect(missing).toEqual([]);
  });
});

describe('codes that pages show in words', () => {
  const notice: { ways: CaseNotice['channel'][]; states: CaseNotice['state'][] } = {
    ways: ['email', 'sms', 'portal', 'phone', 'letter', 'visit', 'file'],
    states: ['pending', 'sent', 'told', 'filed', 'unreachable', 'withdrawn'],
  };
  it('are all there: ways and states of notices, processes', () => {
    const processes = readdirSync('bpmn').filter((name) => existsSync(join('bpmn', name, `${name}.bpmn`)));
    const keys = [
      ...notice.ways.map((way) => `notices.way.${way}`),
      ...notice.states.map((state) => `notices.state.${state}`),
      ...processes.map((process) => `process.${process}`),
    ];
    expect(keys.filter((key) => !(key in staffZh))).toEqual([]);
  });
});

describe('fill', () => {
  it('puts parameters in and leaves unknown ones visible', () => {
    expect(fill('还有 {count} 处，{other}', { count: 2 })).toBe('还有 2 处，{other}');
  });
});

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}
