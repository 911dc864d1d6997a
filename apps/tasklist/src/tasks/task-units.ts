/**
 * Units that narrow the candidate groups of a task: the variable that header `unit` names (`=parties`, one id or a list), else the
 * process's own `unitId` or `storeId`. Empty where the process names none: then the case says it.
 */
export function unitsOf(
  headers: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, unknown>>,
): string[] {
  const name = headers['unit']?.replace(/^=/, '').trim();
  const value = name === undefined ? (variables['unitId'] ?? variables['storeId']) : variables[name];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return [...new Set(list.filter((id): id is string => typeof id === 'string' && id !== ''))];
}
