import { Controller, Get, Header, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../access/access.decorator.js';
import { Config } from '../config/config.js';
import type { HttpRequest } from '../http/http-request.js';
import { isInternal } from '../http/request-origin.js';
import { Problem } from '../problem/problem.js';
import { Metrics } from './metrics.js';

@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly config: Config,
  ) {}

  /** On the internal port alone in production. */
  @Get()
  @Public('sys.look')
  @Header('content-type', 'text/plain; version=0.0.4')
  async read(@Req() request: HttpRequest): Promise<string> {
    if (this.config.nodeEnv === 'production' && !isInternal(request)) throw new Problem('not-found', 'missing');
    return this.metrics.text();
  }
}
