import { Body, Controller, Get, Injectable, Module, Patch, Post, Query } from '@nestjs/common';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsDateString,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { Column, Entity } from 'typeorm';
import { Access } from '@platform/access';
import type { Actor } from '@platform/context';
import { Database, TenantRow } from '@platform/database';
import { Can, CurrentActor, IdParam, IfMatch, ListQuery, mapPage, type PageSpec, readPage } from '@platform/http';

/** A record of the tests, which every person of the tenant may do anything with. */
@Entity('note')
export class Note extends TenantRow {
  @Column('text') title: string;
  @Column('int', { nullable: true }) rank: number | null;
  @Column('date', { name: 'due_on', nullable: true }) dueOn: string | null;
}

/** Makes the table of `Note`; run by the owner of the tables. */
export const NOTE_TABLE = `
  create table note (
    tenant_id uuid not null, id uuid not null, version int not null, created_at timestamptz not null,
    updated_at timestamptz not null, title text not null check (length(title) <= 1000), rank int, due_on date,
    primary key (tenant_id, id));
  create index note_order on note (tenant_id, title, id);
  call protect_tenant_table('note');`;

class TagRequest {
  @IsString() @MinLength(1) name: string;
}

class NoteRequest {
  @IsString() @MinLength(1) @MaxLength(500) title: string;
  @IsOptional() @IsInt() rank?: number | null;
  @IsOptional() @IsDateString() dueOn?: string | null;
  @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => TagRequest) tags?: TagRequest[];
  @IsOptional() @IsIn(['break', 'wait']) behave?: string;
}

class NoteQuery extends ListQuery {
  @IsOptional() @IsString() @MaxLength(100) title?: string;
}

const PAGES: PageSpec<Note> = {
  sort: {
    title: { by: 'note.title', of: (note) => note.title },
    rank: { by: 'note.rank', of: (note) => note.rank, nullable: true },
    dueOn: { by: 'note.dueOn', of: (note) => note.dueOn, nullable: true },
    createdAt: { by: 'note.createdAt', of: (note) => note.createdAt.toISOString() },
  },
  defaultSort: 'title',
  idColumn: 'note.id',
  idOf: (note) => note.id,
};

/** Lets a test hold a request in the middle of its work. */
@Injectable()
export class Gate {
  entered = 0;
  private open: () => void = () => undefined;
  private closed: Promise<void> = Promise.resolve();

  close(): void {
    this.closed = new Promise((resolve) => (this.open = resolve));
  }

  release(): void {
    this.open();
  }

  async pass(): Promise<void> {
    this.entered++;
    await this.closed;
  }
}

@Controller('api/v1/t/:tenant/notes')
export class NotesController {
  constructor(
    private readonly database: Database,
    private readonly gate: Gate,
  ) {}

  @Get()
  @Can('read', Note)
  list(@CurrentActor() actor: Actor, @Query() query: NoteQuery) {
    return this.database.read(actor, async (tx) => {
      const notes = tx.readable(Note, 'note');
      if (query.title) notes.where('note.title = :title', { title: query.title });
      return mapPage(await readPage(tx, notes, query, PAGES), ({ id, version, title, rank, dueOn }) => ({
        ...{ id, version, title, rank, dueOn },
        allowed: ['update'],
      }));
    });
  }

  @Get(':id')
  @Can('read', Note)
  one(@CurrentActor() actor: Actor, @IdParam() id: string) {
    return this.database.read(actor, (tx) => tx.rows(Note).visible(id));
  }

  @Post()
  @Can('create', Note)
  async add(@CurrentActor() actor: Actor, @Body() body: NoteRequest) {
    await this.gate.pass();
    const { title, rank = null, dueOn = null } = body;
    const note = await this.database.transaction(actor, (tx) => tx.rows(Note).insert({ title, rank, dueOn }));
    if (body.behave === 'break') throw new Error('broken after the commit');
    return { id: note.id, title: note.title };
  }

  @Patch(':id')
  @Can('update', Note)
  change(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() body: NoteRequest) {
    return this.database.transaction(actor, async (tx) => {
      const note = await tx.rows(Note).forChange(id, { version });
      note.title = body.title;
      return tx.rows(Note).update(note);
    });
  }
}

@Module({ controllers: [NotesController], providers: [Gate], exports: [Gate] })
export class NotesModule {
  constructor(access: Access) {
    access.register((actor, allow) => {
      if (actor.personId) allow('manage', Note);
    });
  }
}
