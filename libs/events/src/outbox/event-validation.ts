import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { eventContract, type EventContract, type EventProducer, EVENT_TYPES, isEventType } from '@huiying/contracts';
import type { AnyDraft } from './event-draft.js';
import { OutboxDefect } from './outbox.errors.js';

const MAX_BYTES = 65_536;

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
addFormats.default(ajv);
for (const keyword of ['version', 'extensible', 'scope', 'word', 'deprecated', 'unit']) ajv.addKeyword(`x-${keyword}`);

const validators = new Map<string, ValidateFunction>(
  EVENT_TYPES.map((type) => [type, ajv.compile({ ...eventContract(type).schema })]),
);

type Sort = Exclude<keyof EventProducer, 'service'>;
const SORT_OF_CAUSE: Readonly<Record<string, Sort>> = {
  job: 'jobs',
  form: 'forms',
  route: 'routes',
  clock: 'clock',
  consumer: 'consumers',
};

/** The contract of the type, once `service` and the cause are among its producers. @throws OutboxDefect */
export function contractFor(service: string, { type, cause }: Pick<AnyDraft, 'type' | 'cause'>): EventContract {
  if (!isEventType(type)) throw new OutboxDefect(`event type ${type} is not in the registry`);
  const contract = eventContract(type);
  const [[sort, name] = [], ...others] = Object.entries(cause) as [string, unknown][];
  const list = sort === undefined ? undefined : SORT_OF_CAUSE[sort];
  if (list === undefined || typeof name !== 'string' || others.length > 0)
    throw new OutboxDefect(`event ${type} needs exactly one cause: job, form, route, clock or consumer`);
  const allowed = contract.producers
    .filter((producer) => producer.service === service)
    .flatMap((producer) => producer[list] ?? []);
  if (!allowed.includes(name) && !allowed.includes('*'))
    throw new OutboxDefect(`event ${type} is not listed for ${sort} ${name} of ${service}`);
  return contract;
}

/** The bytes of `data` as they will be published. @throws OutboxDefect naming type, field and keyword, never a value */
export function dataText(type: string, data: object): string {
  const validate = validators.get(type);
  if (!validate) throw new OutboxDefect(`event type ${type} is not in the registry`);
  if (!validate(data)) {
    const faults = (validate.errors ?? []).map(({ instancePath, keyword, params }) => {
      const field =
        (params as { additionalProperty?: string; missingProperty?: string }).additionalProperty ??
        (params as { missingProperty?: string }).missingProperty;
      return `${instancePath || '/'} ${keyword}${field ? ` ${field}` : ''}`;
    });
    throw new OutboxDefect(`data of ${type} is against its schema: ${faults.join(', ')}`);
  }
  const text = JSON.stringify(data);
  if (Buffer.byteLength(text) > MAX_BYTES) throw new OutboxDefect(`data of ${type} is above ${MAX_BYTES} bytes`);
  return text;
}
