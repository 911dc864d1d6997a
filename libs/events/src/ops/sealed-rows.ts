/** Schema and process whose rows nobody counts: how many there are, and which, is said to no operator (access.md §5). */
const SEALED_SCHEMA = 'employee_reports';
export const SEALED_PROCESS = 'employee-report';

export function isSealedSchema(schema: string): boolean {
  return schema === SEALED_SCHEMA;
}
