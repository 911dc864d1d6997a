import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { UnlistedMoves } from '@huiying/contracts';
import { Access } from '@huiying/platform';
import { UnlistedMovesService } from './unlisted-moves.service.js';

/** Moves of cases that the state machine kept out: an operator finds out which service told something impossible. */
@ApiTags('operations')
@Controller('ops/unlisted-moves')
export class UnlistedMovesController {
  constructor(private readonly moves: UnlistedMovesService) {}

  @Get()
  @Access('ops.read')
  list(): Promise<UnlistedMoves> {
    return this.moves.list();
  }
}
