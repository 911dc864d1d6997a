/**
 * A mistake of the program: what was appended is against its contract. It rolls the transaction back; the message names types and
 * fields, never values.
 */
export class OutboxDefect extends Error {
  override readonly name = 'OutboxDefect';
}
