import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccessDatabase, Config } from '@huiying/platform';
import { seedSampleDirectory } from './sample-directory.js';

/** Puts the sample organisations and staff on file at every start of the embedded shape; what is there stays. */
@Injectable()
export class SampleData implements OnModuleInit {
  constructor(
    private readonly database: AccessDatabase,
    private readonly config: Config,
  ) {}

  async onModuleInit(): Promise<void> {
    if (this.config.sampleData) await this.database.transaction((manager) => seedSampleDirectory(manager));
  }
}
