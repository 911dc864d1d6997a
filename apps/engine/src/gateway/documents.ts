import type { JsonObject } from '@huiying/engine';
import { InvalidRequest } from './refused.js';
import { DEFAULT_TENANT } from './wire.js';

/** Variables of a request: a JSON object, or nothing at all for none. */
export function documentOf(text: string, property = 'variables'): JsonObject {
  if (text === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new InvalidRequest(`Property '${property}' is invalid: expected a JSON document, but it cannot be read`);
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new InvalidRequest(`Property '${property}' is invalid: expected document to be a root level object`);
  return value as JsonObject;
}

/** A key or text that was not given has the value that the protocol gives it. */
export function given<T extends number | string>(value: T): T | undefined {
  return value === 0 || value === -1 || value === '' ? undefined : value;
}

export function refuseTenants(method: string, ...tenants: string[]): void {
  const other = tenants.find((tenant) => tenant !== '' && tenant !== DEFAULT_TENANT);
  if (other !== undefined)
    throw new InvalidRequest(
      `Expected to handle gRPC request ${method} with tenant identifier '${other}', but multi-tenancy is disabled`,
    );
}
