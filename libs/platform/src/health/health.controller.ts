import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { ServerResponse } from 'node:http';
import { Public } from '../access/access.decorator.js';
import { Readiness } from './readiness.js';

@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @Public('sys.look')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /** 200 when everything is up, 503 with the names of what is not. */
  @Get('ready')
  @Public('sys.look')
  async ready(@Res({ passthrough: true }) response: ServerResponse) {
    const { ready, checks } = await this.readiness.report();
    response.statusCode = ready ? 200 : 503;
    const notReady = Object.entries(checks).flatMap(([name, { ok }]) => (ok ? [] : [name]));
    return { status: ready ? 'ready' : 'not-ready', notReady, checks };
  }
}
