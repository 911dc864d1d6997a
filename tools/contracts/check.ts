import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { EVENT_CONTRACTS } from '../../libs/contracts/src/events/generated.js';
import { profileFaults } from '../../libs/contracts/src/events/profile.js';
import { publishedFaults } from '../../libs/contracts/src/events/published.js';
import { registryFaults } from '../../libs/contracts/src/events/registry-faults.js';
import type { EventContract } from '../../libs/contracts/src/events/define-event.js';
import { asyncApiText } from './asyncapi-file.js';
import { manifestFaults } from '../event-manifest/manifest-files.js';
import { emitFaults } from './emits.js';
import { type EventFolder, PUBLISHED_FOLDER } from './event-folders.js';
import { differs, generatedFiles } from './generate.js';
import { goldenFaults, publishedFiles, readHashes } from './published-files.js';

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);

/** Every fault of the event contracts; empty = they may go out. */
export async function contractFaults(folders: readonly EventFolder[]): Promise<string[]> {
  const published = await publishedFiles();
  const faults = goldenFaults(published, await readHashes());
  for (const folder of folders) {
    const { type, schema } = folder;
    faults.push(...profileFaults(schema).map(({ path, fault }) => `${type}: ${path || '/'} ${fault}`));
    const contract = (EVENT_CONTRACTS as Readonly<Record<string, EventContract>>)[type];
    if (!contract) faults.push(`${type}: is not in the registry; run npm run contracts`);
    else faults.push(...registryFaults(type, contract, schema).map((fault) => `${type}: ${fault}`));
    if (!ajv.validate({ ...schema }, folder.example)) faults.push(`${type}: example is not valid: ${ajv.errorsText()}`);
    const versions = published.filter((file) => file.type === type);
    faults.push(...publishedFaults(type, schema, versions));
  }
  for (const [path, text] of await generatedFiles(folders))
    if (await differs(path, text)) faults.push(`${path} is not up to date; run npm run contracts`);
  faults.push(...emitFaults(), ...(await manifestFaults()));
  const document = await readFile(join(PUBLISHED_FOLDER, 'asyncapi.json'), 'utf8').catch(() => '');
  if (document !== (await asyncApiText()))
    faults.push('published/asyncapi.json is not up to date; run npm run contracts');
  return faults;
}
