import type { Client } from './client.mjs';
import type { RunningProduct } from './running-product.mjs';

/** The sample staff of a running product, signed in as needed. */
export class Staff {
  constructor(product: RunningProduct);
  everybody(): Promise<{ login: string; name: string; unit: string; groups: string[] }[]>;
  as(login: string): Promise<Client>;
  first(role: string, orgId?: string): Promise<Client>;
  holders(role: string, orgId?: string): Promise<string[]>;
  complete(step: {
    caseNo: string;
    orgId?: string;
    element: string;
    role: string;
    data: Record<string, unknown>;
    within?: number;
  }): Promise<unknown>;
}
