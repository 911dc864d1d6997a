import { Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { AccessDatabase, Config, Logger } from '@huiying/platform';
import { seedSampleDirectory } from './sample-directory.js';

/** Makes the sample staff before any service serves; production refuses the setting (access.md §9). */
@Injectable()
class SampleDirectorySeed implements OnModuleInit {
  constructor(
    private readonly config: Config,
    private readonly database: AccessDatabase,
    private readonly logger: Logger,
  ) {}

  async onModuleInit(): Promise<void> {
    if (!this.config.sampleData) return;
    await seedSampleDirectory(this.database);
    this.logger.info('directory.seeded');
  }
}

@Module({ providers: [SampleDirectorySeed] })
export class SampleDirectoryModule {}
