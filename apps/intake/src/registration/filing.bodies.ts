import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  CHANNELS,
  KINDS,
  RESPONDENT_TYPES,
  TOPICS,
  type ContactInput,
  type DeskContactInput,
  type FileComplaint,
  type PlaceInput,
  type RegisterComplaint,
  type RespondentInput,
} from '@huiying/contracts';

const text = (maxLength: number) => ({ type: String, required: false, maxLength });
const flag = { type: Boolean, required: false };
const risk = { type: Boolean, required: false, nullable: true };

class PlaceBody implements PlaceInput {
  @ApiProperty(text(100)) @IsOptional() @IsString() @MaxLength(100) project?: string;
  @ApiProperty(text(100)) @IsOptional() @IsString() @MaxLength(100) building?: string;
  @ApiProperty(text(100)) @IsOptional() @IsString() @MaxLength(100) room?: string;
}

class RespondentBody implements RespondentInput {
  @ApiProperty(text(200)) @IsOptional() @IsString() @MaxLength(200) unit?: string;
  @ApiProperty(text(100)) @IsOptional() @IsString() @MaxLength(100) person?: string;
}

class ContactBody implements ContactInput {
  @ApiProperty({ maxLength: 100 }) @IsString() @MaxLength(100) name: string;
  @ApiProperty(text(30)) @IsOptional() @IsString() @MaxLength(30) phone?: string;
  @ApiProperty(text(200)) @IsOptional() @IsString() @MaxLength(200) email?: string;
}

class DeskContactBody extends ContactBody implements DeskContactInput {
  @ApiProperty(text(500)) @IsOptional() @IsString() @MaxLength(500) address?: string;
}

/** What portal and desk have in common. What is required is said by the decider, so that all of it is told at once. */
class FilingBody {
  @ApiProperty(text(64)) @IsOptional() @IsString() @MaxLength(64) organisationId?: string;
  @ApiProperty({ enum: KINDS, required: false }) @IsOptional() @IsIn(KINDS) kind?: string;
  @ApiProperty(text(500)) @IsOptional() @IsString() @MaxLength(500) subject?: string;
  @ApiProperty({ type: PlaceBody, required: false })
  @IsOptional()
  @ValidateNested()
  @Type(() => PlaceBody)
  place?: PlaceBody;
  @ApiProperty(text(500)) @IsOptional() @IsString() @MaxLength(500) demand?: string;
  @ApiProperty({ type: RespondentBody, required: false })
  @IsOptional()
  @ValidateNested()
  @Type(() => RespondentBody)
  respondent?: RespondentBody;
  @ApiProperty({ type: Number, required: false, minimum: 0 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000_000_000_000)
  amountFen?: number;
  @ApiProperty({ type: Number, required: false, minimum: 1 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100_000)
  households?: number;
  @ApiProperty(flag) @IsOptional() @IsBoolean() anonymous?: boolean;
  @ApiProperty(risk) @IsOptional() @IsBoolean() dangerToPersons?: boolean | null;
  @ApiProperty(flag) @IsOptional() @IsBoolean() complainantIsEmployee?: boolean;
}

export class FileComplaintBody extends FilingBody implements FileComplaint {
  @ApiProperty({ minLength: 10, maxLength: 10_000 }) @IsOptional() @IsString() @MaxLength(10_000) description: string;
  @ApiProperty({ type: ContactBody, required: false })
  @IsOptional()
  @ValidateNested()
  @Type(() => ContactBody)
  contact?: ContactBody;
  @ApiProperty({ type: [String], required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsUUID('all', { each: true })
  uploads?: string[];
}

export class RegisterComplaintBody extends FilingBody implements RegisterComplaint {
  @ApiProperty({ enum: CHANNELS }) @IsIn(CHANNELS) channel: string;
  @ApiProperty({ maxLength: 10_000, required: false }) @IsOptional() @IsString() @MaxLength(10_000) description: string;
  @ApiProperty({ type: DeskContactBody, required: false })
  @IsOptional()
  @ValidateNested()
  @Type(() => DeskContactBody)
  contact?: DeskContactBody;
  @ApiProperty({ enum: TOPICS, required: false }) @IsOptional() @IsIn(TOPICS) topic?: string;
  @ApiProperty({ type: String, format: 'date', required: false })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  promisedOn?: string;
  @ApiProperty(flag) @IsOptional() @IsBoolean() readBackConfirmed?: boolean;
  @ApiProperty(text(500)) @IsOptional() @IsString() @MaxLength(500) explanation?: string;
  @ApiProperty(flag) @IsOptional() @IsBoolean() explained?: boolean;
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string' } })
  @IsOptional()
  @IsObject()
  extra?: Record<string, string>;
  @ApiProperty({ enum: RESPONDENT_TYPES, required: false })
  @IsOptional()
  @IsIn(RESPONDENT_TYPES)
  respondentType?: string;
  @ApiProperty(risk) @IsOptional() @IsBoolean() disturbsOperation?: boolean | null;
  @ApiProperty(risk) @IsOptional() @IsBoolean() harmsStanding?: boolean | null;
  @ApiProperty(flag) @IsOptional() @IsBoolean() proceedings?: boolean;
  @ApiProperty(flag) @IsOptional() @IsBoolean() keyCustomer?: boolean;
  @ApiProperty(text(64)) @IsOptional() @IsString() @MaxLength(64) masterNo?: string;
  @ApiProperty({ enum: ['oral', 'written'], required: false })
  @IsOptional()
  @IsIn(['oral', 'written'])
  reportForm?: 'oral' | 'written';
}
