import { EVENT_CONTRACTS, type EventContract, type EventSchema, topicOf } from '@huiying/contracts';

type Contract = EventContract & { readonly schema: EventSchema; readonly example: object };
type Json = Readonly<Record<string, unknown>>;

/** Topics with much traffic; their partitions are never raised, since that moves keys. */
const WIDE_TOPICS = new Set(['case', 'task', 'deadline', 'notice']);
const RETENTION_MS = 30 * 24 * 3_600_000;
const STREAM = 'events-stream';

/** Everything but the sealed types: what anybody outside may be granted. */
export function openContracts(): Contract[] {
  return (Object.values(EVENT_CONTRACTS) as Contract[]).filter((contract) => contract.class !== 'restricted');
}

/**
 * The AsyncAPI 3.0 document of the given types: a channel per topic (address = topic, Kafka binding), one for the SSE stream, one message per
 * type with its envelope as headers.
 */
export function asyncApiDocument(contracts: readonly Contract[] = openContracts()): Json {
  const topics = new Map<string, Contract[]>();
  for (const contract of contracts) {
    const topic = topicOf(contract.type);
    topics.set(topic, [...(topics.get(topic) ?? []), contract]);
  }
  const channels = [...topics].map(([topic, types]): [string, Json] => [topic, topicChannel(topic, types)]);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Huiying 回应: events',
      version: '1.0.0',
      description:
        '投诉处理的业务事件（CloudEvents 1.0）。Business events of complaint handling. Order holds per partitionkey by sequence; every change is published at least once, id and bytes never change.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries([...channels, [STREAM, streamChannel(contracts)]]),
    operations: Object.fromEntries([...topics.keys(), STREAM].map((name) => [`publish-${name}`, operation(name)])),
    components: {
      messages: Object.fromEntries(contracts.map((contract) => [contract.type, message(contract)])),
      schemas: { envelope: envelopeSchema() },
    },
  };
}

function topicChannel(topic: string, types: readonly Contract[]): Json {
  return {
    address: topic,
    title: topic,
    messages: refs(types),
    bindings: {
      kafka: {
        topic,
        partitions: WIDE_TOPICS.has(topic) ? 12 : 3,
        replicas: 3,
        topicConfiguration: { 'cleanup.policy': ['delete'], 'retention.ms': RETENTION_MS },
        bindingVersion: '0.5.0',
      },
    },
  };
}

function streamChannel(contracts: readonly Contract[]): Json {
  return {
    address: '/api/events/stream',
    title: 'Server-sent events',
    description:
      'GET, text/event-stream: id = position, event = type, data = the CloudEvent in structured mode. Last-Event-ID resumes; filters as in GET /api/events.',
    messages: refs(contracts),
  };
}

function refs(contracts: readonly Contract[]): Json {
  return Object.fromEntries(contracts.map(({ type }) => [type, { $ref: `#/components/messages/${type}` }]));
}

function operation(channel: string): Json {
  return { action: 'send', channel: { $ref: `#/channels/${channel}` } };
}

function message(contract: Contract): Json {
  const { type, meaning, version, producers, schema, example, since, sunset } = contract;
  const payload = Object.fromEntries(Object.entries(schema).filter(([keyword]) => keyword !== '$schema'));
  return {
    name: type,
    title: meaning.zh,
    summary: meaning.en,
    contentType: 'application/json',
    headers: { $ref: '#/components/schemas/envelope' },
    payload: sunset === undefined ? payload : { ...payload, deprecated: true },
    examples: [{ name: 'example', payload: example }],
    bindings: { kafka: { key: { type: 'string', description: 'partitionkey' }, bindingVersion: '0.5.0' } },
    'x-version': version,
    'x-classification': contract.class,
    'x-since': since,
    ...(sunset === undefined ? {} : { 'x-sunset': sunset }),
    'x-emitted-by': producers,
  };
}

function envelopeSchema(): Json {
  const text = { type: 'string' };
  const required = {
    ce_specversion: { type: 'string', const: '1.0' },
    ce_id: { ...text, format: 'uuid' },
    ce_source: text,
    ce_type: text,
    ce_subject: text,
    ce_time: { ...text, format: 'date-time' },
    ce_dataschema: text,
    ce_partitionkey: text,
    ce_sequence: { ...text, pattern: '^\\d{10}$' },
    ce_orgid: text,
    ce_dataclassification: { ...text, enum: ['public', 'internal', 'restricted'] },
  };
  const optional = ['traceparent', 'caseno', 'causationid', 'processid', 'processversion', 'elementid', 'replay'];
  return {
    type: 'object',
    description: 'CloudEvents 1.0: on Kafka headers ce_<name>, over HTTP attributes without the prefix.',
    properties: { ...required, ...Object.fromEntries(optional.map((name) => [`ce_${name}`, text])) },
    required: Object.keys(required),
  };
}
