import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';

/** A level to aim at. */
export class SetTargetRequest {
  /** Key of a level of the scale. */
  @IsString() @Length(1, 200) level: string;
}

/** One change of a target. */
export class TargetChange {
  /** Null when the default held before. */
  @ApiProperty({ type: String, nullable: true }) fromLevel: string | null;
  toLevel: string;
  at: Date;
  @ApiProperty({ type: String, nullable: true }) personName: string | null;
}

/** The level aimed at for one indicator. */
export class TargetItem {
  indicatorKey: string;
  /** Null while the default holds. */
  @ApiProperty({ type: Number, nullable: true }) version: number | null;
  /** Null on scales without an order. */
  @ApiProperty({ type: String, nullable: true }) level: string | null;
  isDefault: boolean;
  history: TargetChange[];
}

/** The levels aimed at, for every indicator in scope. */
export class TargetListResponse {
  items: TargetItem[];
  allowed: string[];
}
