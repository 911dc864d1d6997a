import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { readerView } from './reader-view.js';
import { EVENT_TYPES, eventContract } from './registry.js';
import type { EventSchema } from './schema.js';
import { walkSchema } from './schema-walk.js';

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);

type Json = Record<string, unknown>;

/** A later minor: an optional property in some object of the schema. */
function laterMinor(schema: EventSchema, seed: number): EventSchema {
  const later = structuredClone(schema);
  const objects = [...walkSchema(later)].map(([, inner]) => inner).filter(({ properties }) => properties);
  const place = objects[seed % objects.length] as { properties: Json };
  place.properties['plantedLater'] = { type: 'boolean' };
  return later;
}

function plant(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(plant);
  if (typeof data !== 'object' || data === null) return data;
  const inner = Object.entries(data).map(([name, value]) => [name, plant(value)]);
  return { ...(Object.fromEntries(inner) as Json), plantedLater: true };
}

describe("the reader's view", () => {
  it('takes the data of every minor, older or newer, in both directions', () => {
    fc.assert(
      fc.property(fc.constantFrom(...EVENT_TYPES), fc.nat(), (type, seed) => {
        const { schema, example } = eventContract(type);
        const later = laterMinor(schema, seed);
        expect(ajv.validate({ ...readerView(later) }, example)).toBe(true); // new reader, old data
        expect(ajv.validate({ ...readerView(schema) }, plant(example))).toBe(true); // old reader, new data
        expect(ajv.validate({ ...schema }, plant(example))).toBe(false); // the producer's view is closed
      }),
      { numRuns: 300 },
    );
  });

  it('takes unknown codes of an extensible enum and refuses those of a closed one', () => {
    const evidence = eventContract('evidence.added');
    const registered = eventContract('case.registered');
    expect(ajv.validate({ ...readerView(evidence.schema) }, { ...evidence.example, kind: 'hologram' })).toBe(true);
    expect(ajv.validate({ ...readerView(registered.schema) }, { ...registered.example, channel: 'fax' })).toBe(false);
  });
});
