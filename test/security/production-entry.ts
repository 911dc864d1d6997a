import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { startService } from '@huiying/platform';

/** A service without anything of its own: the refusals belong to startService, which every main.ts calls. */
@Module({})
class EmptyModule {}

await startService({ name: 'production', module: { module: EmptyModule } });
