import { Logger } from '@huiying/platform';
import type { DataSource } from 'typeorm';
import { type PublishedModel, PublishedModels } from './published-models.js';

const form = (version: number): PublishedModel => ({
  ...{ kind: 'form', id: 'f', version, content: JSON.stringify({ version }) },
  ...{ resourceName: 'f.form', publishedAt: new Date('2026-03-02T00:00:00Z') },
});

describe('the models in force', () => {
  it('are read one look after another: what the first one read does not take the place of what came since', async () => {
    let inForce = 1;
    const answers: (() => void)[] = [];
    const query = () => {
      const answer = [form(inForce)];
      return new Promise((resolve) => answers.push(() => resolve(answer)));
    };
    const models = new PublishedModels({ query } as unknown as DataSource, Logger.silent());
    const first = models.reload();
    await Promise.resolve();
    inForce = 2;
    const both = Promise.all([first, models.reload()]);
    // The newest question is answered first, as a database may.
    for (let turn = 0; turn < 10; turn++) {
      answers.pop()?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await both;
    expect(models.form('f')).toEqual({ version: 2 });
  });
});
