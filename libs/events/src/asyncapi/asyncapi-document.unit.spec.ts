import { Parser } from '@asyncapi/parser';
import { EVENT_CONTRACTS, EVENT_TYPES, topicOf } from '@huiying/contracts';
import { asyncApiDocument, openContracts } from './asyncapi-document.js';

describe('the AsyncAPI document', () => {
  it('is valid AsyncAPI 3.0', async () => {
    const { document, diagnostics } = await new Parser().parse(JSON.stringify(asyncApiDocument()));
    expect(
      diagnostics
        .filter(({ severity }) => Number(severity) === 0)
        .map(({ message, path }) => `${path.join('/')}: ${message}`),
    ).toEqual([]);
    expect(document?.version()).toBe('3.0.0');
  });

  it('holds every open type with its example, and nothing that is sealed', () => {
    const { components, channels } = asyncApiDocument() as {
      components: { messages: Record<string, { examples: { payload: object }[]; 'x-emitted-by': object[] }> };
      channels: Record<string, { messages: object }>;
    };
    const open = EVENT_TYPES.filter((type) => EVENT_CONTRACTS[type].class !== ('restricted' as string));
    expect(Object.keys(components.messages).sort()).toEqual([...open].sort());
    for (const type of open) {
      expect(components.messages[type]?.examples[0]?.payload).toEqual(EVENT_CONTRACTS[type].example);
      expect(components.messages[type]?.['x-emitted-by']).toEqual(EVENT_CONTRACTS[type].producers);
      expect(Object.keys(channels[topicOf(type)]?.messages ?? {})).toContain(type);
    }
    expect(/employee-report|supervision\./.test(JSON.stringify(asyncApiDocument()))).toBe(false);
  });

  it('marks a type with a sunset as deprecated', () => {
    const [first] = openContracts();
    if (!first) throw new Error('no contracts');
    const document = asyncApiDocument([{ ...first, sunset: '2027-01-31' }]) as {
      components: { messages: Record<string, { payload: object }> };
    };
    expect(document.components.messages[first.type]).toMatchObject({
      payload: { deprecated: true },
      'x-sunset': '2027-01-31',
    });
  });
});
