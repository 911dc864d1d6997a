import type { EventType } from '@huiying/contracts';
import type { CloudEvent, Envelope } from './cloud-event.js';

/** Structured mode from an envelope and the fixed bytes of `data`. */
export function toCloudEvent<T extends EventType>(envelope: Envelope<T>, data: string): CloudEvent<T> {
  return { ...envelope, data: JSON.parse(data) as CloudEvent<T>['data'] };
}

/** One line of JSON with the bytes of `data` as they were written, so that they never change on any transport. */
export function structuredText(envelope: Envelope, data: string, more: Readonly<Record<string, string>> = {}): string {
  const head = JSON.stringify({ ...envelope, ...more });
  return `${head.slice(0, -1)},"data":${data}}`;
}

/** Binary mode (Kafka): every attribute but `datacontenttype` as `ce_<name>`. */
export function binaryHeaders(envelope: Envelope): Record<string, string> {
  const { datacontenttype, ...attributes } = envelope;
  const headers = Object.entries(attributes).map(([name, value]) => [`ce_${name}`, value]);
  return { 'content-type': datacontenttype, ...(Object.fromEntries(headers) as Record<string, string>) };
}

/** The reverse of {@link binaryHeaders}; unknown attributes are kept. */
export function fromBinary(headers: Readonly<Record<string, string>>): Envelope {
  const attributes = Object.entries(headers)
    .filter(([name]) => name.startsWith('ce_'))
    .map(([name, value]) => [name.slice(3), value]);
  return {
    ...(Object.fromEntries(attributes) as unknown as Envelope),
    datacontenttype: 'application/json',
  };
}
