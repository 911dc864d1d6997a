import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsBoolean, IsOptional, IsString, Length, Matches } from 'class-validator';
import { Access } from '@huiying/platform';
import { type DeployedModel, ModelDeployer } from '@huiying/zeebe';

class DeploymentBody {
  @ApiProperty({ description: 'File name of the model', example: 'mediation.bpmn' })
  @IsString()
  @Matches(/^[A-Za-z0-9_.-]{1,100}\.(bpmn|dmn|form)$/)
  name: string;

  @ApiProperty({ description: 'Text of the model', maxLength: 900_000 })
  @IsString()
  @Length(1, 900_000)
  content: string;

  @ApiProperty({
    description: 'As a release of the product ships it: what people changed since stays',
    required: false,
  })
  @IsOptional()
  @IsBoolean()
  release?: boolean;
}

/** The first step of the studio's release: `npm run models:deploy` brings one model to the running product. */
@ApiTags('studio')
@Controller('studio/deployments')
export class DeploymentsController {
  constructor(private readonly deployer: ModelDeployer) {}

  @Post()
  @HttpCode(201)
  @Access('studio.release')
  async deploy(@Body() { name, content, release = false }: DeploymentBody): Promise<{ deployed: DeployedModel[] }> {
    const file = { name, content: Buffer.from(content, 'utf8') };
    return { deployed: await (release ? this.deployer.release([file]) : this.deployer.deploy(name, file.content)) };
  }
}
