import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, Problem } from '@huiying/platform';
import { AttachmentDownloads } from '../attachments/attachment-downloads.js';

@ApiTags('cases')
@Controller('attachments')
export class AttachmentController {
  constructor(private readonly downloads: AttachmentDownloads) {}

  /** The working copy, always as a download; what it is was told by its bytes. */
  @Get(':id')
  @Access('case.read', { on: 'attachment', id: 'param:id' })
  async read(@Param('id') id: string): Promise<StreamableFile> {
    const file = await this.downloads.read(id);
    if (!file) throw new Problem('not-found', 'missing');
    return new StreamableFile(file.content, {
      type: file.contentType,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      length: file.content.length,
    });
  }
}
