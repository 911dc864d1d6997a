import { profileFaults } from './profile.js';
import { EVENT_TYPES, eventContract } from './registry.js';
import { registryFaults } from './registry-faults.js';
import type { EventSchema } from './schema.js';

const accepted = eventContract('case.accepted').schema;
const withProperty = (schema: object): EventSchema => ({
  ...accepted,
  properties: { ...accepted.properties, added: schema },
});

describe('profile of event schemas', () => {
  it.each(EVENT_TYPES)('%s keeps to it', (type) => {
    const { schema } = eventContract(type);
    expect(profileFaults(schema)).toEqual([]);
    expect(registryFaults(type, eventContract(type), schema)).toEqual([]);
  });

  it.each([
    ['free text', { type: 'string' }],
    ['free text of a length', { type: 'string', maxLength: 200 }],
    ['free text behind a wide pattern', { type: 'string', pattern: '^.*$' }],
    ['a long word', { type: 'string', 'x-word': true, maxLength: 500 }],
    ['an array of texts', { type: 'array', items: { type: 'string' }, maxItems: 3 }],
    ['an array without bound', { type: 'array', items: { type: 'integer' } }],
    ['an open object', { type: 'object', properties: {} }],
    ['oneOf', { oneOf: [{ type: 'integer' }] }],
    ['patternProperties', { type: 'object', properties: {}, additionalProperties: false, patternProperties: {} }],
    ['two types', { type: ['string', 'integer'], enum: ['a', 1] }],
    ['null in the type alone', { type: ['string', 'null'], enum: ['a'] }],
    ['an unknown format', { type: 'string', format: 'email' }],
    ['an unknown scope', { type: 'integer', 'x-scope': 'secret' }],
    ['no type', { description: 'anything' }],
  ])('refuses %s', (_name, schema) => {
    expect(profileFaults(withProperty(schema))).not.toEqual([]);
  });

  it('refuses a schema whose data do not stand alone', () => {
    const properties = Object.fromEntries(
      Object.entries(accepted.properties ?? {}).filter(([name]) => name !== 'orgId'),
    );
    const required = accepted.required?.filter((name) => name !== 'orgId') ?? [];
    expect(profileFaults({ ...accepted, properties, required })).not.toEqual([]);
  });
});
