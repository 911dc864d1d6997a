import { changeClass, schemaChanges } from './compatibility.js';
import type { EventSchema } from './schema.js';

/** One published version, golden: never edited. */
export interface PublishedVersion {
  readonly version: string;
  readonly schema: EventSchema;
}

/**
 * Holds a schema against every published version of its type. Empty = it may stand: the same version is the same schema, a newer minor
 * is compatible with all of them. A new major is another type (`….v2`).
 */
export function publishedFaults(type: string, schema: EventSchema, published: readonly PublishedVersion[]): string[] {
  const version = schema['x-version'] ?? '';
  const [major, minor] = numbers(version);
  const faults: string[] = [];
  for (const other of published) {
    const [otherMajor, otherMinor] = numbers(other.version);
    if (otherMajor !== major)
      faults.push(`${type}: ${other.version} and ${version} are of different majors: that is a new type`);
    else if (otherMinor > minor) faults.push(`${type}: ${other.version} is published, ${version} is older`);
    else faults.push(...incompatibilities(type, version, schema, other));
  }
  if (!published.some((other) => other.version === version)) faults.push(`${type}: ${version} is not published`);
  return faults;
}

function incompatibilities(type: string, version: string, schema: EventSchema, other: PublishedVersion): string[] {
  const wanted = other.version === version ? 'none' : 'minor';
  const found = changeClass(other.schema, schema);
  if (found === 'none' || (found === 'minor' && wanted === 'minor')) return [];
  const changes = schemaChanges(other.schema, schema).filter((change) => wanted === 'none' || change.class === 'major');
  return changes.map(
    ({ path, change, class: sort }) => `${type}: ${sort} change against ${other.version}: ${path || '/'} ${change}`,
  );
}

function numbers(version: string): [major: number, minor: number] {
  const [major = NaN, minor = NaN] = version.split('.').map(Number);
  return [major, minor];
}
