import { publishedFaults } from './published.js';
import { eventContract } from './registry.js';
import type { EventSchema } from './schema.js';

const { schema } = eventContract('case.accepted');
const at = (version: string, more: object = {}): EventSchema => ({
  ...schema,
  'x-version': version,
  properties: { ...schema.properties, ...more },
});
const published = (...schemas: EventSchema[]) =>
  schemas.map((one) => ({ version: one['x-version'] ?? '', schema: one }));
const flag = { type: 'boolean' };

describe('a schema against its published versions', () => {
  it('stands where it is published as it is', () => {
    expect(publishedFaults('case.accepted', at('1.0'), published(at('1.0')))).toEqual([]);
  });

  it('stands as a new minor beside all older ones', () => {
    const now = at('1.2', { one: flag, two: flag });
    const all = published(at('1.0'), at('1.1', { one: flag }), now);
    expect(publishedFaults('case.accepted', now, all)).toEqual([]);
  });

  it.each<[string, EventSchema, EventSchema[]]>([
    ['is not published', at('1.1', { one: flag }), [at('1.0')]],
    ['changed under its published number', at('1.0', { one: flag }), [at('1.0')]],
    ['is older than a published one', at('1.0'), [at('1.0'), at('1.1', { one: flag })]],
    ['drops what an older minor had', at('1.2'), [at('1.1', { one: flag }), at('1.2')]],
    ['is a major under the same type', at('2.0'), [at('1.0'), at('2.0')]],
  ])('is refused when it %s', (_name, now, versions) => {
    expect(publishedFaults('case.accepted', now, published(...versions))).not.toEqual([]);
  });
});
