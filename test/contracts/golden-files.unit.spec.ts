import { emitFaults } from '../../tools/contracts/emits.js';
import { goldenFaults, type PublishedFile, publishedFiles, readHashes } from '../../tools/contracts/published-files.js';

const file = (name: string, hash: string): PublishedFile => ({ type: 't', version: '1.0', name, hash, schema: {} });

describe('published schemas', () => {
  it('are as they were published', async () => {
    expect(goldenFaults(await publishedFiles(), await readHashes())).toEqual([]);
  });

  it.each<[string, PublishedFile[], Record<string, string>, RegExp]>([
    ['edited', [file('a/1.0.json', 'new')], { 'a/1.0.json': 'old' }, /was edited/],
    ['added by hand', [file('a/1.0.json', 'new')], {}, /not in hashes/],
    ['removed', [], { 'a/1.0.json': 'old' }, /was removed/],
  ])('may not be %s', (_name, files, hashes, fault) => {
    expect(goldenFaults(files, hashes)).toEqual([expect.stringMatching(fault)]);
  });
});

describe('who emits what', () => {
  const event = (producers: { service: string; jobs?: string[] }[]) => ({
    'case.accepted': {
      type: 'case.accepted',
      version: '1.0' as const,
      meaning: { zh: '', en: '' },
      class: 'internal' as const,
      producers,
      since: '2026-11-25',
    },
  });
  const job = (emits: string[]) => ({ 'intake.accept-case': { service: 'intake', emits } });

  it('is the same in job contracts and registry', () => {
    expect(
      emitFaults(job(['case.accepted']), {}, event([{ service: 'intake', jobs: ['intake.accept-case'] }])),
    ).toEqual([]);
  });

  it.each([
    [job(['case.accepted']), event([{ service: 'intake', jobs: ['intake.other'] }])],
    [job(['case.accepted']), event([{ service: 'tasklist', jobs: ['intake.accept-case'] }])],
    [job([]), event([{ service: 'intake', jobs: ['intake.accept-case'] }])],
    [job(['case.invented']), event([])],
  ])('is refused where they differ', (jobs, events) => {
    expect(emitFaults(jobs, {}, events)).not.toEqual([]);
  });
});
