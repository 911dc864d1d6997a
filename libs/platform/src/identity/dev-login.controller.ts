import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { AccessDatabase } from '../access/access-database.js';
import { Public } from '../access/access.decorator.js';
import { Audit } from '../audit/audit.js';
import { Clock } from '../clock.js';
import type { HttpRequest } from '../http/http-request.js';
import { networkOf } from '../http/request-origin.js';
import { Problem } from '../problem/problem.js';
import { DevIssuer } from './dev-issuer.js';

class DevLoginBody {
  @ApiProperty({ description: 'login of a member of the sample staff', example: 'wy01.intake-desk' })
  @IsString()
  @MaxLength(64)
  user: string;

  @ApiProperty({ required: false, description: 'token of a sign-in that goes on; absent: a new sign-in' })
  @IsOptional()
  @IsString()
  @MaxLength(2048)
  renews?: string;
}

class DevToken {
  @ApiProperty() token: string;
}

class DevUser {
  @ApiProperty() login: string;
  @ApiProperty() name: string;
  @ApiProperty({ description: 'id of the unit' }) unit: string;
  @ApiProperty({ description: 'the organisation, and the unit where it is another' }) unitName: string;
  @ApiProperty({ type: [String], description: 'roles held now' }) groups: string[];
}

/** Sign-in of the embedded shape; the module that holds it is not loaded anywhere else (access.md §1). */
@ApiTags('sign-in')
@Controller('dev')
export class DevLoginController {
  constructor(
    private readonly issuer: DevIssuer,
    private readonly database: AccessDatabase,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Signs a member of the sample staff in. 422 for an unknown login. */
  @Post('login')
  @HttpCode(200)
  @Public('sys.look')
  @ApiOkResponse({ type: DevToken })
  async login(@Req() request: HttpRequest, @Body() body: DevLoginBody): Promise<DevToken> {
    refuseRebinding(request);
    const [person] = await this.database.query<{ id: string; login: string }[]>(
      `SELECT id, login FROM access.person WHERE login = $1 AND NOT disabled AND issuer = 'urn:huiying:dev'`,
      [body.user],
    );
    await this.audit.record(this.database, {
      actor: { kind: person ? 'staff' : 'public', ...(person ? { id: person.id } : {}), network: networkOf(request) },
      action: 'sign-in',
      kind: 'session',
      id: '',
      outcome: person ? 'done' : 'refused',
    });
    if (!person) {
      throw new Problem('invalid-fields', 'rejected', { errors: [{ field: 'user', code: 'unknown-login' }] });
    }
    const { renews } = body;
    const token = renews ? this.issuer.renew(person.login, renews) : this.issuer.sign(person.login);
    return { token: await token };
  }

  /** The sample staff. */
  @Get('users')
  @Public('sys.look')
  @ApiOkResponse({ type: [DevUser] })
  async users(@Req() request: HttpRequest): Promise<DevUser[]> {
    refuseRebinding(request);
    return this.database.query<DevUser[]>(
      `SELECT p.login, p.name, p.unit_id AS unit,
         CASE WHEN u.id = u.org_id THEN u.name ELSE o.name || ' ' || u.name END AS "unitName",
         array(SELECT DISTINCT h.role FROM access.holding h WHERE h.person_id = p.id AND h.valid_from <= $1
           AND (h.valid_until IS NULL OR h.valid_until > $1) ORDER BY h.role) AS groups
       FROM access.person p JOIN access.unit u ON u.id = p.unit_id JOIN access.unit o ON o.id = u.org_id
       WHERE p.issuer = 'urn:huiying:dev' AND NOT p.disabled ORDER BY p.login`,
      [this.clock.now()],
    );
  }
}

/** A page of another site whose name resolves to 127.0.0.1 reaches us with its own name in Host. */
function refuseRebinding(request: HttpRequest): void {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (host !== '127.0.0.1' && host !== 'localhost') throw new Problem('not-found', 'missing');
}
