import * as fc from 'fast-check';
import { changeClass, type ChangeClass } from './compatibility.js';
import { EVENT_TYPES, eventContract } from './registry.js';
import type { EventSchema } from './schema.js';
import { walkSchema } from './schema-walk.js';

type Draft = { -readonly [K in keyof EventSchema]: EventSchema[K] };

const code: EventSchema = { type: 'string', pattern: '^[A-Za-z0-9_.:#+-]{1,64}$', maxLength: 64 };

/** A schema with one part rewritten. */
function change(schema: EventSchema, edit: (draft: Draft) => void): EventSchema {
  const draft = structuredClone(schema) as Draft;
  edit(draft);
  return draft;
}

function property(name: string, edit: (draft: Draft) => void): (draft: Draft) => void {
  return (draft) => {
    const properties = { ...draft.properties };
    properties[name] = change(properties[name] ?? {}, edit);
    draft.properties = properties;
  };
}

const without = (name: string) => (draft: Draft) => {
  draft.properties = Object.fromEntries(Object.entries(draft.properties ?? {}).filter(([other]) => other !== name));
  draft.required = draft.required?.filter((required) => required !== name) ?? [];
};
const withProperty = (name: string, schema: EventSchema, required: boolean) => (draft: Draft) => {
  draft.properties = { ...draft.properties, [name]: schema };
  if (required) draft.required = [...(draft.required ?? []), name];
};
const demand = (name: string) => (draft: Draft) => {
  draft.required = [...(draft.required ?? []), name];
};
const relax = (name: string) => (draft: Draft) => {
  draft.required = draft.required?.filter((required) => required !== name) ?? [];
};
const rename = (from: string, to: string) => (draft: Draft) => {
  const moved = draft.properties?.[from] ?? {};
  const required = draft.required?.includes(from) ?? false;
  without(from)(draft);
  withProperty(to, moved, required)(draft);
};
const item = (name: string, edit: (draft: Draft) => void) =>
  property(name, (list) => {
    list.items = change(list.items ?? {}, edit);
  });

type Mutation = [
  name: string,
  type: Parameters<typeof eventContract>[0],
  edit: (draft: Draft) => void,
  verdict: ChangeClass,
];

const MUTATIONS: Mutation[] = [
  ['nothing', 'case.registered', () => undefined, 'none'],
  [
    'order of properties',
    'case.registered',
    (d) => void (d.properties = Object.fromEntries(Object.entries(d.properties ?? {}).reverse())),
    'none',
  ],
  ['order of required', 'case.registered', (d) => void (d.required = [...(d.required ?? [])].reverse()), 'none'],
  ['version alone', 'case.registered', (d) => void (d['x-version'] = '1.1'), 'none'],
  ['description', 'case.accepted', (d) => void (d.description = 'Accepted.'), 'minor'],
  ['title', 'case.accepted', (d) => void (d.title = 'Accepted'), 'minor'],
  ['description of a property', 'case.accepted', property('kind', (d) => void (d.description = 'Kind.')), 'minor'],
  ['examples', 'case.accepted', property('kind', (d) => void (d.examples = ['sales'])), 'minor'],
  ['deprecation mark', 'case.accepted', property('kind', (d) => void (d['x-deprecated'] = true)), 'minor'],
  ['optional property added', 'case.accepted', withProperty('desk', code, false), 'minor'],
  [
    'optional property added inside an object',
    'case.accepted',
    property('mediaExposure', withProperty('page', code, false)),
    'minor',
  ],
  [
    'optional property added inside items',
    'decision.issued',
    item('measures', withProperty('kind', code, false)),
    'minor',
  ],
  [
    'code added to an extensible enum',
    'evidence.added',
    property('kind', (d) => void (d.enum = [...(d.enum ?? []), 'audio'])),
    'minor',
  ],
  ['required property added', 'case.accepted', withProperty('desk', code, true), 'major'],
  [
    'required property added inside items',
    'decision.issued',
    item('measures', withProperty('kind', code, true)),
    'major',
  ],
  ['required property removed', 'case.accepted', without('kind'), 'major'],
  ['optional property removed', 'case.registered', without('projectId'), 'major'],
  ['property removed inside items', 'decision.issued', item('measures', without('group')), 'major'],
  ['required property renamed', 'case.accepted', rename('ownerGroup', 'group'), 'major'],
  ['optional property renamed', 'case.registered', rename('projectId', 'project'), 'major'],
  ['optional became required', 'case.registered', demand('projectId'), 'major'],
  ['required became optional', 'case.registered', relax('households'), 'major'],
  ['required became optional inside items', 'decision.issued', item('measures', relax('group')), 'major'],
  ['type changed', 'case.registered', property('households', (d) => void (d.type = 'string')), 'major'],
  ['integer became number', 'case.registered', property('households', (d) => void (d.type = 'number')), 'major'],
  ['nullable added', 'case.registered', property('households', (d) => void (d.type = ['integer', 'null'])), 'major'],
  ['nullable removed', 'case.registered', property('kind', (d) => void (d.type = 'string')), 'major'],
  [
    'scalar became array',
    'case.accepted',
    property('kind', (d) => {
      d.type = 'array';
      d.items = code;
      d.maxItems = 9;
    }),
    'major',
  ],
  [
    'array became scalar',
    'case.dispatched',
    property('departments', (d) => {
      d.type = 'string';
      delete d.items;
    }),
    'major',
  ],
  ['items changed', 'case.dispatched', item('departments', (d) => void (d.type = 'integer')), 'major'],
  [
    'object became code',
    'case.accepted',
    property('mediaExposure', (d) => {
      d.type = 'string';
      delete d.properties;
    }),
    'major',
  ],
  ['format changed', 'supplement.requested', property('requestedOn', (d) => void (d.format = 'date-time')), 'major'],
  ['format removed', 'supplement.requested', property('requestedOn', (d) => void delete d.format), 'major'],
  ['pattern changed', 'case.accepted', property('kind', (d) => void (d.pattern = '^[a-z]+$')), 'major'],
  ['pattern removed', 'case.accepted', property('kind', (d) => void delete d.pattern), 'major'],
  ['minimum raised', 'rating.received', property('score', (d) => void (d.minimum = 2)), 'major'],
  ['minimum lowered', 'rating.received', property('score', (d) => void (d.minimum = 0)), 'major'],
  ['maximum raised', 'rating.received', property('score', (d) => void (d.maximum = 10)), 'major'],
  ['maximum removed', 'rating.received', property('score', (d) => void delete d.maximum), 'major'],
  ['maxItems lowered', 'case.dispatched', property('departments', (d) => void (d.maxItems = 5)), 'major'],
  ['maxItems raised', 'case.dispatched', property('departments', (d) => void (d.maxItems = 500)), 'major'],
  ['minItems added', 'case.dispatched', property('departments', (d) => void (d.minItems = 1)), 'major'],
  ['maxLength lowered', 'case.accepted', property('kind', (d) => void (d.maxLength = 32)), 'major'],
  [
    'value added to a closed enum',
    'case.registered',
    property('channel', (d) => void (d.enum = [...(d.enum ?? []), 'fax'])),
    'major',
  ],
  [
    'value removed from a closed enum',
    'case.registered',
    property('channel', (d) => void (d.enum = d.enum?.slice(1) ?? [])),
    'major',
  ],
  [
    'code removed from an extensible enum',
    'evidence.added',
    property('kind', (d) => void (d.enum = d.enum?.slice(1) ?? [])),
    'major',
  ],
  ['enum became extensible', 'case.registered', property('channel', (d) => void (d['x-extensible'] = true)), 'major'],
  ['enum no longer extensible', 'evidence.added', property('kind', (d) => void delete d['x-extensible']), 'major'],
  [
    'enum became code',
    'case.registered',
    property('channel', (d) => {
      delete d.enum;
      d.pattern = code.pattern;
    }),
    'major',
  ],
  [
    'code became enum',
    'case.accepted',
    property('ownerGroup', (d) => {
      delete d.pattern;
      d.enum = ['intake-desk'];
    }),
    'major',
  ],
  ['const changed', 'case.reopened', property('because', (d) => void (d.const = 'appeal')), 'major'],
  [
    'const became enum',
    'case.reopened',
    property('because', (d) => {
      delete d.const;
      d.enum = ['review'];
    }),
    'major',
  ],
  ['scope added', 'case.accepted', property('kind', (d) => void (d['x-scope'] = 'money')), 'major'],
  ['scope removed', 'decision.issued', property('amountFen', (d) => void delete d['x-scope']), 'major'],
  ['scope changed', 'decision.issued', property('amountFen', (d) => void (d['x-scope'] = 'staff')), 'major'],
  ['unit changed', 'decision.issued', property('amountFen', (d) => void (d['x-unit'] = 'yuan')), 'major'],
  [
    'word became code',
    'exposure.registered',
    property('outlet', (d) => {
      delete d['x-word'];
      d.pattern = code.pattern;
    }),
    'major',
  ],
  ['object opened', 'case.accepted', (d) => void (d.additionalProperties = true), 'major'],
  [
    'a minor and a major together',
    'case.accepted',
    (d) => {
      withProperty('desk', code, false)(d);
      without('kind')(d);
    },
    'major',
  ],
];

describe('classification of a change (events.md §3)', () => {
  it.each(MUTATIONS)('%s in %s', (_name, type, edit, verdict) => {
    const { schema } = eventContract(type);
    expect(changeClass(schema, change(schema, edit))).toBe(verdict);
  });

  it('knows more than fifty changes by name', () => {
    expect(new Set(MUTATIONS.map(([name]) => name)).size).toBeGreaterThanOrEqual(50);
  });

  it('finds a schema equal to itself, for every event', () => {
    for (const type of EVENT_TYPES)
      expect(changeClass(eventContract(type).schema, eventContract(type).schema)).toBe('none');
  });

  it('calls an optional property minor and a required one major anywhere in any schema', () => {
    fc.assert(
      fc.property(fc.constantFrom(...EVENT_TYPES), fc.nat(), fc.boolean(), (type, seed, required) => {
        const { schema } = eventContract(type);
        const changed = structuredClone(schema);
        const objects = [...walkSchema(changed)].map(([, inner]) => inner).filter(({ properties }) => properties);
        const place = objects[seed % objects.length] as Draft;
        withProperty('plantedLater', code, required)(place);
        expect(changeClass(schema, changed)).toBe(required ? 'major' : 'minor');
      }),
    );
  });
});
