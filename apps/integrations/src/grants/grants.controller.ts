import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, Caller, staff, type Subject } from '@huiying/platform';
import { EventGrantBody, type EventGrantView } from './grant.dto.js';
import { GrantsService } from './grants.service.js';

/** Who may receive events beyond those of their own cases. */
@ApiTags('admin')
@Controller('admin/event-grants')
export class GrantsController {
  constructor(private readonly grants: GrantsService) {}

  @Get()
  @Access('admin.read')
  async list(): Promise<{ items: EventGrantView[] }> {
    return { items: await this.grants.list() };
  }

  @Post()
  @Access('admin.write')
  give(@Body() body: EventGrantBody, @Caller() caller: Subject): Promise<{ id: string }> {
    return this.grants.give(body, staff(caller).personId);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('admin.write')
  revoke(@Param('id', ParseUUIDPipe) id: string, @Caller() caller: Subject): Promise<void> {
    return this.grants.revoke(id, staff(caller).personId);
  }
}
