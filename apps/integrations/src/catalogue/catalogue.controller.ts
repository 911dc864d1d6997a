import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { asyncApiDocument, openContracts } from '@huiying/events';
import { Problem, Public } from '@huiying/platform';

export interface EventTypeView {
  type: string;
  version: string;
  topic: string;
  meaning: { zh: string; en: string };
  class: string;
  since: string;
  /** Last day of a type that a newer major replaces. */
  sunset?: string;
}

const CONTRACTS = new Map(openContracts().map((contract) => [contract.type, contract]));
const DOCUMENT = asyncApiDocument();

/** What events there are: types, schemas and the AsyncAPI document. Sealed types are in none of them. */
@ApiTags('events')
@Controller()
export class CatalogueController {
  @Get('events/types')
  @Public('events.schema', { limit: 'look' })
  types(): { items: EventTypeView[] } {
    const items = [...CONTRACTS.values()].map(({ type, version, meaning, class: sort, since, sunset }) => {
      const topic = type.split('.', 1)[0] ?? type;
      return { type, version, topic, meaning, class: sort, since, ...(sunset === undefined ? {} : { sunset }) };
    });
    return { items };
  }

  /** JSON Schema of `data`, as `dataschema` of an event names it. */
  @Get('events/types/:type')
  @Public('events.schema', { limit: 'look' })
  @Header('content-type', 'application/schema+json; charset=utf-8')
  schema(@Param('type') type: string): string {
    const contract = CONTRACTS.get(type);
    if (!contract) throw new Problem('not-found', 'missing');
    return JSON.stringify({ $id: `urn:huiying:schema:${type}:${contract.version}`, ...contract.schema });
  }

  @Get('asyncapi.json')
  @Public('sys.look', { limit: 'look' })
  asyncApi(): object {
    return DOCUMENT;
  }
}
