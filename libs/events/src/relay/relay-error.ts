/** Class and code of an error, never its message: a driver's message can hold values. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'error';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' || typeof code === 'number' ? `${error.name} ${code}` : error.name;
}

/** The row itself was refused by the database (data exception, constraint), so that sending it again alone cannot help. */
export function isRecordError(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^(22|23)/.test(code);
}

/**
 * What pg says without a code, and TypeORM where the connection of a transaction broke between two of its statements: it gives the
 * connection back at once.
 */
const CUT =
  /Connection terminated|connection error and is not queryable|Client was closed|timeout exceeded when trying to connect|(?:runner|was) already released/;

/** The database or the way to it is away or overloaded: the same again will pass. */
export function isConnectionError(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return (
    (typeof code === 'string' &&
      (/^(08|53|57P|40001|40P01|55P03|25006)/.test(code) || /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOST)/.test(code))) ||
    (error instanceof Error && CUT.test(error.message))
  );
}
