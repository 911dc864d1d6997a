import { isRestricted, isSealedNumber, RESTRICTED_TYPES, SEALED_NUMBER, SEALED_PROCESSES } from '@huiying/contracts';

/** Of this schema nobody counts the rows either: how many reports there are is said to no operator (access.md §5). */
const SEALED_SCHEMA = 'employee_reports';

export function isSealedSchema(schema: string): boolean {
  return schema === SEALED_SCHEMA;
}

/**
 * Rows of `outbox` and `parked_event` that operators may see and count, by the class of the contract and by the number that the key
 * names: a message, a limit or a task of a sealed file has an open type. Parameters {@link OPEN_PARAMS}.
 */
export const OPEN_ROW = '(type <> all ($1::text[]) and partition_key !~ $2)';
export const OPEN_PARAMS = [RESTRICTED_TYPES, SEALED_NUMBER] as const;
/** The same for `outbox`, where a start message may wait for a sealed process. */
export const OPEN_OUTBOX_ROW = `(${OPEN_ROW} and coalesce(held_for, '') <> all ($3::text[]))`;
export const OPEN_OUTBOX_PARAMS = [...OPEN_PARAMS, [...SEALED_PROCESSES]] as const;

/** What a log line says of a row besides its id: of a sealed one nothing, since its type counts and its key names a file. */
export function namedRow(
  { type, partitionKey }: { readonly type: string; readonly partitionKey: string },
  schema = '',
): { eventType?: string; subject?: string } {
  const sealed = isSealedSchema(schema) || isRestricted(type) || isSealedNumber(partitionKey);
  return sealed ? {} : { eventType: type, subject: partitionKey };
}
