import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';
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
}

/** The first step of the studio's release: `npm run models:deploy` brings one model to the running product. */
@ApiTags('studio')
@Controller('studio/deployments')
export class DeploymentsController {
  constructor(private readonly deployer: ModelDeployer) {}

  @Post()
  @HttpCode(201)
  @Access('studio.release')
  async deploy(@Body() { name, content }: DeploymentBody): Promise<{ deployed: DeployedModel[] }> {
    return { deployed: await this.deployer.deploy(name, Buffer.from(content, 'utf8')) };
  }
}
