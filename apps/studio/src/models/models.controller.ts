import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ModelList, ModelView } from '@huiying/contracts';
import { Access } from '@huiying/platform';
import { type PublishedModel, PublishedModels } from '@huiying/zeebe';

const RULE = /R\d{2}\.\d{1,2}/g;
const NAMES = {
  process: /<(?:\w+:)?process [^>]*\bname="([^"]+)"/,
  drg: /<(?:\w+:)?definitions [^>]*\bname="([^"]+)"/,
} as const;
const KINDS = { process: 'process', drg: 'decision', form: 'form' } as const;

/** ST1: which version runs, and which rules it serves. */
@ApiTags('studio')
@Controller('studio/models')
export class ModelsController {
  constructor(private readonly models: PublishedModels) {}

  @Get()
  @Access('studio.read')
  list(): ModelList {
    const items = this.models.all().map(viewOf);
    return { items: items.sort((a, b) => a.type.localeCompare(b.type) || a.id.localeCompare(b.id)) };
  }
}

function viewOf({ kind, id, version, content, publishedAt }: PublishedModel): ModelView {
  const name = kind === 'form' ? id : (NAMES[kind].exec(content)?.[1] ?? id);
  const rules = [...new Set(content.match(RULE) ?? [])].sort();
  return { id, name, type: KINDS[kind], version, publishedAt: publishedAt.toISOString(), rules };
}
