import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as prettier from 'prettier';
import { asyncApiDocument } from '../../libs/events/src/asyncapi/asyncapi-document.js';
import { PUBLISHED_FOLDER } from './event-folders.js';

const PATH = join(PUBLISHED_FOLDER, 'asyncapi.json');

export async function asyncApiText(): Promise<string> {
  return prettier.format(JSON.stringify(asyncApiDocument()), {
    ...(await prettier.resolveConfig(PATH)),
    parser: 'json',
  });
}

export async function writeAsyncApi(): Promise<void> {
  await writeFile(PATH, await asyncApiText());
}
