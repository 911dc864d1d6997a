import type { JsonObject } from '../feel/feel.js';
import type { Answers, Command, CommandName } from '../processing/command.js';
import type { JobView } from '../queries.js';

interface Runner {
  execute<N extends CommandName>(command: Command<N>): Promise<Answers[N]>;
  situation(): string;
}

/** Picks a job by its variables. */
type Where = JsonObject | ((job: JobView) => boolean);

/** Open jobs of a kind. A step that works on one wants exactly one, if need be by {@link where}. */
export class JobSelection {
  constructor(
    private readonly what: string,
    private readonly find: () => JobView[],
    private readonly runner: Runner,
  ) {}

  /** Only those with these variables, or those that the function accepts. */
  where(condition: Where): JobSelection {
    const fits = typeof condition === 'function' ? condition : (job: JobView) => hasVariables(job, condition);
    return new JobSelection(this.what, () => this.find().filter(fits), this.runner);
  }

  all(): JobView[] {
    return this.find();
  }

  count(): number {
    return this.find().length;
  }

  /** The only one. */
  one(): JobView {
    const jobs = this.find();
    const [job] = jobs;
    if (!job || jobs.length > 1)
      throw new Error(`expected one ${this.what}, found ${jobs.length}; ${this.runner.situation()}`);
    return job;
  }

  expectNone(): void {
    if (this.count()) throw new Error(`expected no ${this.what}, found ${this.count()}; ${this.runner.situation()}`);
  }

  async complete(variables: JsonObject = {}): Promise<void> {
    await this.runner.execute({ type: 'CompleteJob', jobKey: this.one().key, variables });
  }

  /** The oldest first, however many there are. */
  async completeAll(variables: JsonObject = {}): Promise<void> {
    for (const { key } of this.find()) await this.runner.execute({ type: 'CompleteJob', jobKey: key, variables });
  }

  /** With no retries left it becomes an incident, which has to be allowed. @param retryBackOff milliseconds */
  async fail({ retries = 0, message = 'failed by the test', retryBackOff = 0 } = {}): Promise<void> {
    const jobKey = this.one().key;
    await this.runner.execute({ type: 'FailJob', jobKey, retries, errorMessage: message, retryBackOff, variables: {} });
  }

  async throwError(errorCode: string, variables: JsonObject = {}): Promise<void> {
    const jobKey = this.one().key;
    await this.runner.execute({ type: 'ThrowError', jobKey, errorCode, errorMessage: '', variables });
  }
}

function hasVariables(job: JobView, part: JsonObject): boolean {
  return Object.entries(part).every(([name, value]) => JSON.stringify(job.variables[name]) === JSON.stringify(value));
}
