import type { Delivery } from '@huiying/events';
import { Problem } from '@huiying/platform';

/** A gateway that is away closes the way for all rows; what it refuses concerns this row alone. */
export async function deliveryOf(send: () => Promise<void>): Promise<Delivery> {
  try {
    await send();
    return 'sent';
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.kind === 'unavailable' ? { retry: error.code } : { refused: error.code };
  }
}
