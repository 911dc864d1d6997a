import { Global, Module } from '@nestjs/common';
import { relaySink } from '@huiying/events';
import { databaseModule } from '@huiying/persistence';
import { Config } from '@huiying/platform';
import { ModelDeployer } from '../models/model-deployer.js';
import { modelsMigrations } from '../models/models.migration.js';
import { PublishedModels } from '../models/published-models.js';
import { Releases } from '../models/releases.js';
import { JobSink } from '../relay/job-sink.js';
import { MessageSink } from '../relay/message-sink.js';
import { Gateway } from './gateway.js';
import { GATEWAY_ADDRESS } from './gateway-address.js';

/** One connection to the gateway and one view of the published models for all services of a process. */
@Global()
@Module({
  imports: [databaseModule({ name: 'models', entities: [], migrations: modelsMigrations })],
  providers: [
    { provide: GATEWAY_ADDRESS, useFactory: (config: Config) => config.zeebeAddress, inject: [Config] },
    Gateway,
    PublishedModels,
    ModelDeployer,
    Releases,
    MessageSink,
    JobSink,
    relaySink('message', MessageSink),
    relaySink('job', JobSink),
  ],
  exports: [Gateway, PublishedModels, ModelDeployer, Releases],
})
export class GatewayModule {}
