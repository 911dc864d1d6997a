import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as prettier from 'prettier';
import { FormContracts } from '../../libs/contracts/src/forms/index.js';
import { JobContracts } from '../../libs/contracts/src/jobs/index.js';
import { manifestOf, withCalledParts } from './manifest.js';
import { MODELS_FOLDER, readModels } from './read-model.js';

/** Path and text of bpmn/<process>/events.json of every model. */
async function manifestTexts(): Promise<[path: string, text: string][]> {
  const contracts = { jobs: JobContracts, forms: FormContracts };
  const manifests = withCalledParts((await readModels()).map((process) => manifestOf(process, contracts)));
  return Promise.all(
    manifests.map(async (manifest): Promise<[string, string]> => {
      const path = join(MODELS_FOLDER, manifest.process, 'events.json');
      const options = { ...(await prettier.resolveConfig(path)), parser: 'json' };
      return [path, await prettier.format(JSON.stringify(manifest), options)];
    }),
  );
}

export async function writeManifests(): Promise<void> {
  for (const [path, text] of await manifestTexts()) await writeFile(path, text);
}

/** Manifests that are not what the models and contracts say. */
export async function manifestFaults(): Promise<string[]> {
  const texts = await manifestTexts().catch((error: unknown) => String(error));
  if (typeof texts === 'string') return [texts];
  const stale = await Promise.all(
    texts.map(async ([path, text]) => ((await readFile(path, 'utf8').catch(() => '')) === text ? [] : [path])),
  );
  return stale.flat().map((path) => `${path} is not up to date; run npm run contracts`);
}
