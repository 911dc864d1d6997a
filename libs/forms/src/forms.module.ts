import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { CompletedForms } from './completed-forms.js';
import { FormRegistry } from './form-registry.js';
import { OwnedFormsController } from './owned-forms.controller.js';

/** Imported by every service that owns forms; one instance in a process. */
@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [OwnedFormsController],
  providers: [FormRegistry, CompletedForms],
  exports: [FormRegistry, CompletedForms],
})
export class FormsModule {}
