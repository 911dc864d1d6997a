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

/** The database or the way to it is away or overloaded: the same again will pass. */
export function isConnectionError(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return (
    (typeof code === 'string' &&
      (/^(08|53|57P|40001|40P01|55P03|25006)/.test(code) || /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOST)/.test(code))) ||
    (error instanceof Error &&
      /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect/.test(
        error.message,
      ))
  );
}
