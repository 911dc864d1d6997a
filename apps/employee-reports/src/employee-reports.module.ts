import { type DynamicModule, Module } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { eventsModule, Outbox, outboxToken } from '@huiying/events';
import { databaseModule } from '@huiying/persistence';
import { zeebeModule } from '@huiying/zeebe';
import { DataSource } from 'typeorm';
import { CONTROLLERS, EMPLOYEE_REPORTS, PROVIDERS } from './employee-reports.parts.js';

/** Employee reports: own schema, role, keys and audit chain (access.md §5). */
@Module({})
export class EmployeeReportsModule {
  static forRoot(): DynamicModule {
    const { name } = EMPLOYEE_REPORTS;
    return {
      module: EmployeeReportsModule,
      imports: [databaseModule(EMPLOYEE_REPORTS), eventsModule(name), zeebeModule(name)],
      controllers: CONTROLLERS,
      providers: [
        { provide: Outbox, useExisting: outboxToken(name) },
        { provide: DataSource, useExisting: getDataSourceToken(name) },
        ...PROVIDERS,
      ],
    };
  }
}
