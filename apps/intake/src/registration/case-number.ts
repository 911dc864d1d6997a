import type { EntityManager } from 'typeorm';

/** `TS-<unit>-<yyyyMMdd>-<nnnn>` (processes.md §0); from 10,000 a day the number grows a digit. */
function formatCaseNo(unitCode: string, day: string, serial: number): string {
  return `TS-${unitCode}-${day.replaceAll('-', '')}-${String(serial).padStart(4, '0')}`;
}

/**
 * The next number of an organisation and Shanghai day. The row is locked until the transaction ends and rolls back with it, so
 * that no number is skipped and none is given twice.
 */
export async function nextCaseNo(manager: EntityManager, unitCode: string, day: string): Promise<string> {
  const rows = await manager.query<{ last: number }[]>(
    `INSERT INTO case_number (unit_code, day, last) VALUES ($1, $2, 1)
     ON CONFLICT (unit_code, day) DO UPDATE SET last = case_number.last + 1 RETURNING last`,
    [unitCode, day],
  );
  const serial = rows[0]?.last;
  if (serial === undefined) throw new Error('case number was not given');
  return formatCaseNo(unitCode, day, serial);
}
