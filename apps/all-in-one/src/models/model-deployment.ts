import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Config, Logger, Problem, Readiness, textOf } from '@huiying/platform';
import { ModelDeployer } from '@huiying/zeebe';

const TRY_AGAIN = 500;

/** The embedded shape brings its models to the engine at every start; until then it is not ready. A refused model ends the start. */
@Injectable()
export class ModelDeployment implements OnApplicationBootstrap {
  private deployed = false;

  constructor(
    private readonly deployer: ModelDeployer,
    private readonly config: Config,
    private readonly log: Logger,
    readiness: Readiness,
  ) {
    readiness.register('models', () => (this.deployed ? { ok: true } : { ok: false, detail: 'being deployed' }));
  }

  onApplicationBootstrap(): void {
    void this.deploy();
  }

  private async deploy(): Promise<void> {
    try {
      await this.deployer.deployFolder(this.config.modelsDir);
      this.deployed = true;
    } catch (error) {
      if (error instanceof Problem && error.kind === 'rejected') {
        console.error(textOf(error.code, 'en', error.params));
        process.exit(1);
      }
      // Gateway or database are not there yet, or not any more.
      this.log.warn('models.not-deployed', {}, error);
      setTimeout(() => void this.deploy(), TRY_AGAIN).unref();
    }
  }
}
