import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { startService } from '@huiying/platform';
import { WithdrawnJobs } from '@huiying/zeebe';
import { EmployeeReportsModule } from './employee-reports.module.js';
import { OwnWithdrawals } from './own-withdrawals.js';

@Module({
  imports: [EmployeeReportsModule.forRoot()],
  providers: [{ provide: WithdrawnJobs, useClass: OwnWithdrawals }],
})
class EmployeeReportsProcess {}

await startService({ name: 'employee-reports', module: { module: EmployeeReportsProcess } });
