import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { FORM_ID, type OwnedForm } from './owned-form.js';

/** All forms that the services of this process own. One registry, so that in one process no two services compete for a route. */
@Injectable()
export class FormRegistry implements OnModuleInit {
  private readonly forms = new Map<string, OwnedForm>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    for (const { metatype, instance } of this.discovery.getProviders()) {
      if (!metatype || !instance) continue;
      const formId = this.reflector.get<string | undefined>(FORM_ID, metatype);
      if (formId === undefined) continue;
      const known = this.forms.get(formId);
      if (known && known !== instance) throw new Error(`two owners of form ${formId}`);
      this.forms.set(formId, instance as OwnedForm);
    }
  }

  find(formId: string): OwnedForm | undefined {
    return this.forms.get(formId);
  }
}
