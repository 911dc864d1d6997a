import { Body, Controller, Get, HttpCode, Module, Param, Post, Query } from '@nestjs/common';
import { databaseModule } from '@huiying/persistence';
import { closeTestDatabases, testDatabase, testDatabaseUrl } from '@huiying/persistence/testing';
import { IsInt, IsOptional, IsString, MinLength } from 'class-validator';
import type { DataSource } from 'typeorm';
import {
  Access,
  AccessList,
  Caller,
  FactsLoader,
  Problem,
  provideFactsLoader,
  Public,
  ServiceClient,
  ServiceOnly,
  type Subject,
} from '../index.js';
import { openTestService, type TestService, writeDirectory } from '../testing/index.js';

class NoteBody {
  @IsString() @MinLength(3) text: string;
  @IsOptional() @IsInt() amountFen?: number;
}

class TaskFacts extends FactsLoader {
  readonly kind = 'task';
  load(id: string) {
    const task = { kind: 'task' as const, id, candidates: [{ role: 'service-centre', unitId: 'WY01-FW' }] };
    return Promise.resolve(id === 't1' ? task : undefined);
  }
}

@Controller('notes')
class NotesController {
  constructor(private readonly services: ServiceClient) {}

  @Post()
  @HttpCode(201)
  @Access('intake.register')
  write(@Body() body: NoteBody): { length: number } {
    return { length: body.text.length };
  }

  @Get('tasks/:id')
  @Access('task.claim', { on: 'task', id: 'param:id' })
  claim(@Caller() caller: Subject): Subject {
    return caller;
  }

  @Get('list')
  @AccessList('case.list')
  list(): string[] {
    return [];
  }

  @Get('fails')
  @Public('portal.look')
  fails(): never {
    throw new Error('phone 13812345678 is the secret');
  }

  @Get('conflict')
  @Public('portal.look')
  conflict(): never {
    throw new Problem('conflict', 'conflict', {
      errors: [{ field: 'version', code: 'too-small', params: { min: 2 } }],
    });
  }

  @Get('through/:id')
  @Public('portal.look')
  through(@Param('id') id: string): Promise<unknown> {
    return this.services.get('test', `/internal/notes/${id}`);
  }

  @Get('mine/:caseNo')
  @Access('portal.follow', { complainant: 'param:caseNo' })
  mine(@Caller() caller: Subject): Subject {
    return caller;
  }

  @Get('query')
  @Public('portal.look')
  query(@Query('q') q: string): { q: string } {
    return { q };
  }
}

@Controller('internal/notes')
class InternalNotesController {
  @Get(':id')
  @ServiceOnly()
  read(@Param('id') id: string): { id: string } {
    if (id === 'gone') throw new Problem('conflict', 'gone');
    return { id };
  }
}

@Module({
  imports: [databaseModule({ name: 'intake', migrations: [] })],
  controllers: [NotesController, InternalNotesController],
  providers: [...provideFactsLoader(TaskFacts)],
})
class NotesModule {}

@Controller('open')
class UndeclaredController {
  @Get('door')
  door(): string {
    return 'open';
  }
}

@Module({ imports: [databaseModule({ name: 'intake', migrations: [] })], controllers: [UndeclaredController] })
class UndeclaredModule {}

describe('a service', () => {
  let database: DataSource;
  let service: TestService;
  let token: string;

  beforeAll(async () => {
    database = await testDatabase({ name: 'access', migrations: [] });
    await writeDirectory(database, [
      { id: 'JT01', orgType: 'group' },
      { id: 'WY01', name: '物业一', parent: 'JT01', orgType: 'property-company' },
      { id: 'WY01-FW', parent: 'WY01', staff: { 'wy01.service': ['service-centre'] } },
      { id: 'WY01-KF', name: '客服部', parent: 'WY01', staff: { 'wy01.desk': ['intake-desk'] } },
      { id: 'WY01-XM', parent: 'WY01', staff: { 'wy01.head': ['service-centre-head'] } },
      {
        id: 'JJ01',
        parent: 'JT01',
        orgType: 'brokerage',
        staff: { 'jj01.manager': ['general-manager'], 'jj01.desk': ['intake-desk'] },
      },
      { id: 'JJ01-S1', parent: 'JJ01', kind: 'store', staff: { 'jj01.store': ['store-manager'] } },
      { id: 'ZJJ01', name: '住建局', kind: 'authority', staff: { 'zjj01.contact': ['authority-contact'] } },
      { id: 'JT01-ZB', parent: 'JT01', staff: { 'jt01.finance': ['finance'] } },
    ]);
    service = await openTestService({ module: NotesModule, databaseUrl: testDatabaseUrl(database) });
    token = await service.token('wy01.desk');
  });

  afterAll(async () => {
    await service?.stop();
    await closeTestDatabases();
  });

  const call = async (path: string, init: RequestInit & { as?: string } = {}) => {
    const { as, headers, ...rest } = init;
    const response = await fetch(service.url + path, {
      ...rest,
      headers: {
        ...(as ? { authorization: `Bearer ${as}` } : {}),
        ...(rest.body ? { 'content-type': 'application/json' } : {}),
        ...(headers as Record<string, string>),
      },
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
  };
  const post = (body: unknown, as = token) => call('/api/notes', { method: 'POST', body: JSON.stringify(body), as });

  it('lets a declared member of staff in', async () => {
    expect(await post({ text: 'water' })).toMatchObject({ status: 201, body: { length: 5 } });
  });

  it('asks for a token and takes no forged one', async () => {
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"wy01.desk"}').toString('base64url')}.x`;
    for (const as of [undefined, 'x.y.z', unsigned, `${token.slice(0, -8)}AAAAAAAA`]) {
      expect(await post({ text: 'water' }, as ?? '')).toMatchObject({ status: 401, body: { type: 'unauthenticated' } });
    }
  });

  it('tells unknown and malformed fields (400) from refused and missing ones (422), in Chinese unless English is asked for', async () => {
    expect(await post({ text: 'water', extra: 1 })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'extra', code: 'unknown-field', text: '不认识的字段' }] },
    });
    expect(await post({ text: 'water', amountFen: 'much' })).toMatchObject({
      status: 400,
      body: { errors: [{ code: 'wrong-type' }] },
    });
    expect(await post({})).toMatchObject({ status: 422, body: { errors: [{ field: 'text', code: 'required' }] } });
    expect(await post({ text: 'ab' })).toMatchObject({
      status: 422,
      body: {
        type: 'invalid-fields',
        errors: [{ field: 'text', code: 'too-short', text: '至少 3 个字', params: { min: 3 } }],
      },
    });
    const english = await call('/api/notes', {
      method: 'POST',
      body: '{}',
      as: token,
      headers: { 'accept-language': 'en-GB' },
    });
    expect(english.body.errors[0].text).toBe('Required');
    expect(english.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  });

  it('refuses broken, deep, huge and hostile bodies and doubled query keys', async () => {
    const raw = (body: string) => call('/api/notes', { method: 'POST', body, as: token });
    const deep = `${'{"a":'.repeat(30)}1${'}'.repeat(30)}`;
    expect(await raw('{"text":')).toMatchObject({ status: 400, body: { type: 'malformed-body' } });
    expect(await raw(deep)).toMatchObject({ status: 400, body: { type: 'too-deep' } });
    expect(await raw('{"text":"water","__proto__":{"x":1}}')).toMatchObject({ status: 400 });
    expect(await raw(JSON.stringify({ text: 'x'.repeat(1_100_000) }))).toMatchObject({ status: 413 });
    expect(await call('/api/notes/query?q=1&q=2')).toMatchObject({ status: 400 });
  });

  it('hides what went wrong inside', async () => {
    const { status, body } = await call('/api/notes/fails');
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain('13812345678');
    expect(body).toMatchObject({ type: 'fault', traceId: expect.stringMatching(/^[0-9a-f]{32}$/) });
  });

  it('decides on facts: a candidate may claim, another sees nothing, an invented task looks the same', async () => {
    const service1 = await service.token('wy01.service');
    expect(await call('/api/notes/tasks/t1', { as: service1 })).toMatchObject({
      status: 200,
      body: { personId: 'wy01.service' },
    });
    const foreign = await call('/api/notes/tasks/t1', { as: token });
    const invented = await call('/api/notes/tasks/t2', { as: token });
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, traceId: '' }).toEqual({ ...invented.body, traceId: '' });
  });

  it('records refusals and audited acts, which nobody can change or delete', async () => {
    const rows = await database.query(`SELECT entry->>'action' AS action, entry->>'outcome' AS outcome FROM audit`);
    expect(rows).toEqual(
      expect.arrayContaining([
        { action: 'intake.register', outcome: 'done' },
        { action: 'task.claim', outcome: 'refused' },
      ]),
    );
    await expect(database.query(`UPDATE audit SET entry = '{}'`)).rejects.toThrow('only grows');
    await expect(database.query(`DELETE FROM audit`)).rejects.toThrow('permission denied');
  });

  it('reaches internal routes through the internal port with a service token alone', async () => {
    expect(await call('/api/notes/through/7')).toMatchObject({ status: 200, body: { id: '7' } });
    expect(await call('/api/notes/through/gone')).toMatchObject({ status: 410, body: { type: 'conflict' } });
    const bearer = `Bearer ${await service.serviceToken()}`;
    const outside = await fetch(`${service.url}/internal/notes/7`, { headers: { authorization: bearer } });
    expect(outside.status).toBe(404);
    expect((await fetch(`${service.internalUrl}/internal/notes/7`)).status).toBe(401);
    const asStaff = await fetch(`${service.internalUrl}/internal/notes/7`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(asStaff.status).toBe(401);
  });

  it('signs the sample staff in, for a local host name alone', async () => {
    expect(await call('/api/dev/users')).toMatchObject({
      status: 200,
      body: expect.arrayContaining([
        { login: 'wy01.desk', name: 'wy01.desk', unit: 'WY01-KF', unitName: '物业一 客服部', groups: ['intake-desk'] },
        expect.objectContaining({ login: 'jj01.manager', unitName: 'JJ01' }),
      ]),
    });
    const login = await call('/api/dev/login', { method: 'POST', body: '{"user":"wy01.desk"}' });
    expect(login.status).toBe(200);
    expect(await post({ text: 'water' }, login.body.token)).toMatchObject({ status: 201 });
    expect(await call('/api/dev/login', { method: 'POST', body: '{"user":"nobody"}' })).toMatchObject({ status: 422 });
  });

  it('says by name who is signed in, and what their roles allow where there is something to do (access.md §2)', async () => {
    const me = async (login: string) =>
      (await call('/api/me', { as: await service.token(login) })).body as { may: string[] };
    expect(await me('wy01.desk')).toMatchObject({
      name: 'wy01.desk',
      unit: { id: 'WY01-KF', name: '客服部' },
      organisation: { id: 'WY01', name: '物业一', orgType: 'property-company' },
      groups: ['intake-desk'],
      worksOnCases: true,
    });
    const of = async (login: string, ...actions: string[]) => {
      const { may } = await me(login);
      return actions.filter((action) => may.includes(action));
    };
    const fines = ['penalty.list', 'exposure.list', 'exposure.register', 'dispute.list', 'ranking.list'];
    expect(await of('wy01.head', ...fines, 'insights.read')).toEqual(['insights.read']);
    expect(await of('wy01.desk', ...fines, 'intake.similar')).toEqual(['intake.similar']);
    expect(await of('jj01.store', ...fines, 'dispute.file')).toEqual([
      'penalty.list',
      'exposure.list',
      'dispute.list',
      'ranking.list',
      'dispute.file',
    ]);
    expect(await of('wy01.desk', 'defect.list', 'defect.register')).toEqual(['defect.list', 'defect.register']);
    expect(await of('jj01.desk', 'defect.list', 'exposure.register')).toEqual(['exposure.register']);
    expect(await of('jj01.manager', 'penalty.list', 'penalty.revoke')).toEqual(['penalty.list']);
    expect(await of('jt01.finance', 'penalty.list', 'exposure.list')).toEqual(['penalty.list']);
    // R06.4: an outside authority belongs to no organisation of ours.
    expect(await me('zjj01.contact')).toMatchObject({
      unit: { name: '住建局' },
      organisation: { id: 'ZJJ01', orgType: null },
      worksOnCases: false,
    });
    expect(await call('/api/me')).toMatchObject({ status: 401 });
  });

  it('stops working for a person who left, on the next request', async () => {
    await database.query(`UPDATE person SET disabled = true WHERE login = 'wy01.desk'`);
    expect(await post({ text: 'water' })).toMatchObject({ status: 401 });
    await database.query(`UPDATE person SET disabled = false WHERE login = 'wy01.desk'`);
  });

  it('says it is alive, ready, measured and described', async () => {
    expect(await call('/health/live')).toMatchObject({ status: 200 });
    expect(await call('/health/ready')).toMatchObject({ status: 200, body: { status: 'ready', notReady: [] } });
    const metrics = await (await fetch(`${service.url}/metrics`)).text();
    expect(metrics).toContain('huiying_http_request_seconds_bucket');
    expect(metrics).not.toContain('/api/notes/through/7');
    const { body } = await call('/api/openapi.json');
    expect(Object.keys(body.paths)).toContain('/api/notes');
    expect(Object.keys(body.paths).filter((path) => path.includes('internal'))).toEqual([]);
  });

  it('sends the headers of access.md §7', async () => {
    const { headers } = await call('/api/notes/conflict');
    expect(headers.get('content-security-policy')).toMatch(
      /default-src 'none';.*style-src 'self' 'nonce-.+';.*frame-ancestors 'none'/,
    );
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('does not start with a route that says not who may use it', async () => {
    const opening = openTestService({ module: UndeclaredModule, databaseUrl: testDatabaseUrl(database) });
    await expect(opening).rejects.toMatchObject({ faults: ['route-undeclared GET /open/door'] });
  });
});
