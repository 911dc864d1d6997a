import { Body, Controller, Get, Headers, Post, UploadedFile as SentInForm, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiHeader, ApiTags } from '@nestjs/swagger';
import { memoryStorage } from 'multer';
import type { FiledComplaint, PortalOrganisation, UploadedFile } from '@huiying/contracts';
import { Directory, Public } from '@huiying/platform';
import { Attachments } from '../attachments/attachments.js';
import { FILE_BODY, fileOf, UPLOAD, type SentForm } from '../attachments/sent-form.js';
import { FileComplaintBody } from './filing.bodies.js';
import { RegistrationService } from './registration.service.js';

/** The public portal, before there is a case. */
@ApiTags('portal')
@Controller('portal')
export class FilingController {
  constructor(
    private readonly registration: RegistrationService,
    private readonly attachments: Attachments,
    private readonly directory: Directory,
  ) {}

  @Get('organisations')
  @Public('portal.look', { limit: 'look' })
  async organisations(): Promise<PortalOrganisation[]> {
    const organisations = await this.directory.organisations();
    return organisations.map(({ id, name, orgType }) => ({ id, name, orgType }));
  }

  /** Files a complaint; the code in the answer is told this once. */
  @Post('complaints')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @Public('portal.file', { limit: 'file' })
  file(@Body() body: FileComplaintBody, @Headers('idempotency-key') key?: string): Promise<FiledComplaint> {
    const repeat = key ? { principal: 'public', route: 'portal.file', key: key.slice(0, 200), body } : undefined;
    return this.registration.register({ filing: { ...body, via: 'portal', channel: 'web' } }, repeat);
  }

  /** A photo that goes up while the person still writes; kept for 24 hours. */
  @Post('uploads')
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE_BODY)
  @UseInterceptors(FileInterceptor('file', { storage: memoryStorage(), ...UPLOAD }))
  @Public('portal.upload', { limit: 'upload' })
  upload(@SentInForm() file: SentForm | undefined): Promise<UploadedFile> {
    return this.attachments.upload(fileOf(file));
  }
}
