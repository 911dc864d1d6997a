import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignInWay } from '@huiying/contracts';
import { Public } from '../access/access.decorator.js';
import { Config } from '../config/config.js';

/** Where the console sends people to sign in (access.md §1); nothing in it is secret. */
@ApiTags('sign-in')
@Controller('sign-in')
export class SignInController {
  constructor(private readonly config: Config) {}

  @Get()
  @Public('sys.look')
  read(): SignInWay {
    const { oidcIssuer, oidcClientId: clientId, oidcRequiredAcr } = this.config;
    return { issuer: oidcIssuer || null, clientId, acr: oidcRequiredAcr || null };
  }
}
