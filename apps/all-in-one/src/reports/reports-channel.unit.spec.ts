import { Readiness } from '@huiying/platform';
import { routesOf } from '@huiying/platform/testing';
import { Test } from '@nestjs/testing';
import { Global, Module } from '@nestjs/common';
import { reportsChannel } from './reports-channel.js';

const READINESS = new Readiness();

@Global()
@Module({ providers: [{ provide: Readiness, useValue: READINESS }], exports: [Readiness] })
class PlatformStandIn {}

describe('employee reports in all-in-one (access.md §5, §9)', () => {
  it('are not loaded in production: no route, and `ready` says where they are', async () => {
    const channel = reportsChannel('production');
    const own = (await routesOf([])).length;
    expect(await routesOf([channel])).toHaveLength(own);
    const module = await Test.createTestingModule({ imports: [PlatformStandIn, channel] }).compile();
    expect((await READINESS.report()).checks['employee-reports']).toEqual({ ok: true, detail: 'separate process' });
    await module.close();
  });

  it('are there in the embedded shape', async () => {
    const paths = (await routesOf([reportsChannel(undefined)])).map(({ method, path }) => `${method} ${path}`);
    expect(paths).toEqual(expect.arrayContaining(['POST /portal/reports', 'GET /jb/reports']));
  });
});
