import type { DynamicModule, Type } from '@nestjs/common';
import { EmployeeReportsModule } from '../../../employee-reports/src/employee-reports.module.js';
import { ReportsElsewhereModule } from './reports-elsewhere.js';

/** Employee reports of this process: in production none (access.md §9). */
export function reportsChannel(nodeEnv: string | undefined): DynamicModule | Type {
  return nodeEnv === 'production' ? ReportsElsewhereModule : EmployeeReportsModule.forRoot();
}
