import { Injectable } from '@nestjs/common';
import { Access } from '@platform/access';
import { type Actor, Invalid, NotAllowed, sentFields } from '@platform/context';
import { Database, type Tx } from '@platform/database';
import type { ExternalId } from '../external-id';
import { Organization, OrganizationExternalId } from '../organization.entity';
import { Region } from '../region.entity';
import type { CreateOrganizationRequest, UpdateOrganizationRequest } from './dto/organization.request';
import type { OrganizationResponse } from './dto/organization.response';
import { readExternalIds } from './external-id-input';
import { OrganizationDuplicates } from './organization-duplicates';
import { OrganizationInUse, OrganizationStatusUnchanged, PossibleDuplicate } from './organization.errors';
import { OrganizationTree } from './organization-tree';
import { usesOfOrganization } from './organization-uses';
import { OrganizationsQueries } from './organizations.queries';

/** What says which organization it is and where it stands; contact data is the rest. */
const STRUCTURE = ['kind', 'parentId', 'regionId', 'externalIds'] as const;

/** Use cases that change organizations. */
@Injectable()
export class OrganizationsService {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly tree: OrganizationTree,
    private readonly duplicates: OrganizationDuplicates,
    private readonly queries: OrganizationsQueries,
  ) {}

  /** Adds an organization. @throws NotAllowed, ParentRefused, ExternalIdsRefused, PossibleDuplicate */
  create(actor: Actor, request: CreateOrganizationRequest): Promise<OrganizationResponse> {
    const { externalIds = [], acceptDuplicate = false, ...values } = request;
    const ids = readExternalIds(externalIds);
    return this.database.transaction(actor, async (tx) => {
      this.access.authorize(actor, 'create', Object.assign(new Organization(), values));
      if (values.parentId) await this.tree.lock(tx);
      await this.tree.check(tx, values);
      await this.checkRegion(tx, values.regionId);
      await this.refuseDuplicate(tx, values, ids, acceptDuplicate);
      const organization = await tx.rows(Organization).insert({ ...values, status: 'active' });
      await this.insertIds(tx, organization.id, ids);
      return this.queries.oneIn(tx, organization.id);
    });
  }

  /**
   * Changes an organization. Its own people change name and contact data; what it is and where it stands, an administrator.
   * @throws NotFound, StaleVersion, NotAllowed, ParentRefused, ExternalIdsRefused, PossibleDuplicate
   */
  update(actor: Actor, id: string, version: number, request: UpdateOrganizationRequest): Promise<OrganizationResponse> {
    const { externalIds, ...values } = sentFields(request);
    const ids = externalIds && readExternalIds(externalIds);
    return this.database.transaction(actor, async (tx) => {
      if (values.parentId || values.kind) await this.tree.lock(tx);
      const organization = await tx.rows(Organization).forChange(id, { version });
      this.access.authorize(actor, 'update', organization);
      if (STRUCTURE.some((name) => request[name] !== undefined)) this.authorizeStructure(actor, organization);
      const former = { ...organization };
      Object.assign(organization, values);
      await this.checkPlace(tx, organization, former);
      await tx.rows(Organization).update(organization);
      if (ids) await this.replaceIds(tx, organization, ids, version);
      return this.queries.oneIn(tx, id);
    });
  }

  /** Marks an organization as closed: it stays in what was, and is offered for nothing new. @throws NotFound, NotAllowed, OrganizationStatusUnchanged */
  close(actor: Actor, id: string): Promise<OrganizationResponse> {
    return this.move(actor, id, 'close', 'closed');
  }

  /** Undoes `close`. @throws NotFound, NotAllowed, OrganizationStatusUnchanged */
  reopen(actor: Actor, id: string): Promise<OrganizationResponse> {
    return this.move(actor, id, 'reopen', 'active');
  }

  /** Deletes an organization that nothing refers to. @throws NotFound, StaleVersion, NotAllowed, OrganizationInUse */
  delete(actor: Actor, id: string, version: number): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const organization = await tx.rows(Organization).forChange(id, { version });
      this.access.authorize(actor, 'delete', organization);
      const uses = await usesOfOrganization(tx, id);
      if (uses.length > 0) throw new OrganizationInUse(uses);
      for (const row of await tx.rows(OrganizationExternalId).find({ organizationId: id }))
        await tx.rows(OrganizationExternalId).delete(row);
      await tx.rows(Organization).delete(organization);
    });
  }

  private move(
    actor: Actor,
    id: string,
    action: 'close' | 'reopen',
    status: Organization['status'],
  ): Promise<OrganizationResponse> {
    return this.database.transaction(actor, async (tx) => {
      const organization = await tx.rows(Organization).forChange(id);
      this.access.authorize(actor, action, organization);
      if (organization.status === status) throw new OrganizationStatusUnchanged(status);
      organization.status = status;
      await tx.rows(Organization).update(organization);
      return this.queries.oneIn(tx, id);
    });
  }

  private authorizeStructure(actor: Actor, organization: Organization): void {
    if (this.access.can(actor, 'arrange', organization)) return;
    throw new NotAllowed(
      'You may change the name and contact data of your organization. Its kind, parent, region and ids are changed by a state administrator.',
    );
  }

  private async checkPlace(
    tx: Tx,
    organization: Organization,
    former: Pick<Organization, 'kind' | 'parentId' | 'regionId'>,
  ): Promise<void> {
    const { kind, parentId, regionId } = organization;
    if (kind !== former.kind || parentId !== former.parentId) await this.tree.check(tx, organization);
    if (kind !== former.kind) await this.tree.checkChildren(tx, organization.id, kind);
    if (regionId !== former.regionId) await this.checkRegion(tx, regionId);
  }

  private async checkRegion(tx: Tx, regionId: string | null | undefined): Promise<void> {
    if (!regionId) return;
    const [region] = await tx.rows(Region).find({ id: regionId });
    if (!region) throw Invalid.field('regionId', 'exists', 'There is no such region.');
  }

  private async refuseDuplicate(
    tx: Tx,
    { name, city = null, state = null }: Pick<CreateOrganizationRequest, 'name' | 'city' | 'state'>,
    externalIds: ExternalId[],
    accept: boolean,
  ): Promise<void> {
    const candidates = await this.duplicates.find(tx, { name, city, state, externalIds });
    const hopeless = candidates.some((candidate) => candidate.reason === 'same-id');
    if (hopeless || (candidates.length > 0 && !accept)) throw new PossibleDuplicate(candidates);
  }

  private insertIds(tx: Tx, organizationId: string, ids: ExternalId[]): Promise<unknown> {
    return tx.rows(OrganizationExternalId).insertAll(ids.map((externalId) => ({ ...externalId, organizationId })));
  }

  private async replaceIds(tx: Tx, organization: Organization, ids: ExternalId[], version: number): Promise<void> {
    const taken = (await this.duplicates.withSameId(tx, ids)).filter(
      (candidate) => candidate.reason === 'same-id' && candidate.id !== organization.id,
    );
    if (taken.length > 0) throw new PossibleDuplicate(taken);
    const key = (id: ExternalId) => `${id.scheme}:${id.value}`;
    const present = await tx.rows(OrganizationExternalId).find({ organizationId: organization.id });
    const wanted = new Set(ids.map(key));
    const gone = present.filter((row) => !wanted.has(key(row)));
    const known = new Set(present.map(key));
    const added = ids.filter((id) => !known.has(key(id)));
    for (const row of gone) await tx.rows(OrganizationExternalId).delete(row);
    await this.insertIds(tx, organization.id, added);
    if (gone.length + added.length > 0 && organization.version === version)
      await this.countVersion(tx, organization.id);
  }

  /** The ids are part of the organization: another writer must notice when only they changed. */
  private countVersion(tx: Tx, id: string): Promise<unknown> {
    return tx.query('update organization set version = version + 1, updated_at = $3 where tenant_id = $1 and id = $2', [
      tx.tenantId,
      id,
      tx.now,
    ]);
  }
}
