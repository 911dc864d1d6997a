import type { RunningProduct } from '../product/running-product.mjs';
import type { Staff } from '../product/staff.mjs';

export interface WalkedCase {
  caseNo: string;
  trackingCode: string;
  orgId: string;
  receivedAt: string;
}

export function file(product: RunningProduct, more?: Record<string, unknown>): Promise<WalkedCase>;
export function walk(staff: Staff, filed: WalkedCase, options?: { short?: boolean; within?: number }): Promise<void>;
