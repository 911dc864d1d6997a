import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, Caller, staff, type Subject } from '@huiying/platform';
import { type DeliveryView, WebhookBody, WebhookState, type WebhookView } from './webhook.dto.js';
import { WebhooksService } from './webhooks.service.js';

/** Events sent to a receiver, signed by Standard Webhooks. */
@ApiTags('events')
@Controller('webhooks')
export class WebhooksController {
  constructor(private readonly webhooks: WebhooksService) {}

  @Get()
  @Access('webhook.list')
  async list(@Caller() caller: Subject): Promise<{ items: WebhookView[] }> {
    return { items: await this.webhooks.list(staff(caller).personId) };
  }

  @Post()
  @Access('webhook.create')
  create(@Body() body: WebhookBody, @Caller() caller: Subject): Promise<WebhookView & { secret: string }> {
    return this.webhooks.create(body, staff(caller).personId);
  }

  @Get(':id')
  @Access('webhook.edit', { on: 'webhook', id: 'param:id' })
  get(@Param('id') id: string): Promise<WebhookView> {
    return this.webhooks.get(id);
  }

  @Patch(':id')
  @Access('webhook.edit', { on: 'webhook', id: 'param:id' })
  change(@Param('id') id: string, @Body() { state }: WebhookState): Promise<WebhookView> {
    return this.webhooks.change(id, state);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('webhook.edit', { on: 'webhook', id: 'param:id' })
  remove(@Param('id') id: string): Promise<void> {
    return this.webhooks.remove(id);
  }

  @Get(':id/deliveries')
  @Access('webhook.edit', { on: 'webhook', id: 'param:id' })
  async deliveries(@Param('id') id: string): Promise<{ items: DeliveryView[] }> {
    return { items: await this.webhooks.deliveries(id) };
  }

  @Post(':id/deliveries/:n/resend')
  @HttpCode(202)
  @Access('webhook.edit', { on: 'webhook', id: 'param:id' })
  resend(@Param('id') id: string, @Param('n') n: string): Promise<void> {
    return this.webhooks.resend(id, n);
  }
}
