import { db, Prisma, type Tx } from '~/infrastructure/db.server';
import { newId } from '~/lib/ids.server';
import type { CustomerGroup } from './customer-group';
import type { KnownRegisterState, OrganisationTerms } from './organisation';
import type { RegisterFacts } from './register/register-answer';

/** What the register said, as it is stored; facts are left as they were when it told none. */
export type StoredRegister = { readonly state: KnownRegisterState; readonly facts: RegisterFacts | null; readonly checkedAt: Date | null };

export type OrganisationRow = OrganisationTerms & {
  readonly id: string;
  readonly version: number;
  readonly registerState: KnownRegisterState;
  readonly representativeId: string | null;
};

const TERMS = {
  ...{ name: true, kind: true, organisationNumber: true, email: true, addressLine: true, postalCode: true, city: true },
  ...{ vatRegistered: true, onAccount: true },
} as const;

const ROW = { id: true, version: true, registerState: true, representativeId: true, ...TERMS } as const;

export function findOrganisation(client: typeof db | Tx, id: string): Promise<OrganisationRow | null> {
  return client.organisation.findUnique({ where: { id }, select: ROW });
}

export function findByNumber(client: typeof db | Tx, organisationNumber: string): Promise<{ id: string } | null> {
  return client.organisation.findUnique({ where: { organisationNumber }, select: { id: true } });
}

type Written = OrganisationTerms & { readonly representativeId: string | null };

export async function insertOrganisation(tx: Tx, id: string, row: Written, register: StoredRegister, now: Date): Promise<void> {
  await tx.organisation.create({ data: { id, ...row, ...registerColumns(register), createdAt: now }, select: { id: true } });
}

/** Locks it until the transaction ends; false when somebody else has changed it since `version`. */
export async function lockVersion(tx: Tx, { id, version }: { readonly id: string; readonly version: number }): Promise<boolean> {
  const rows = await tx.$queryRaw<
    unknown[]
  >`SELECT 1 AS found FROM organisation WHERE id = ${id}::uuid AND version = ${version} FOR UPDATE`;
  return rows.length === 1;
}

export async function updateOrganisation(tx: Tx, id: string, row: Written, register: StoredRegister | null): Promise<void> {
  // Another number is somebody else: what was known of the first one goes.
  const data = { ...row, ...(register && { registerFacts: Prisma.DbNull, ...registerColumns(register) }), version: { increment: 1 } };
  await tx.organisation.update({ where: { id }, data, select: { id: true } });
}

/** What the register says now; the organisation's own data stay as the house wrote them. */
export async function updateRegister(tx: Tx, id: string, register: StoredRegister): Promise<void> {
  await tx.organisation.update({ where: { id }, data: registerColumns(register), select: { id: true } });
}

function registerColumns({ state, facts, checkedAt }: StoredRegister) {
  return {
    registerState: state,
    registerCheckedAt: checkedAt,
    ...(facts && { registerFacts: { ...facts } satisfies Prisma.InputJsonObject }),
  };
}

/** The groups it is in, whose time has not been ended. */
export async function findGroups(tx: Tx, organisationId: string): Promise<CustomerGroup[]> {
  const rows = await tx.customerGroupMember.findMany({ where: { organisationId, validTo: null }, select: { group: true } });
  return [...new Set(rows.map(({ group }) => group))];
}

/** Begins and ends memberships of groups so that it is in exactly these from now on. */
export async function setGroups(tx: Tx, organisationId: string, groups: readonly CustomerGroup[], now: Date): Promise<void> {
  const current = await findGroups(tx, organisationId);
  const ended = current.filter((group) => !groups.includes(group));
  await tx.customerGroupMember.updateMany({ where: { organisationId, group: { in: ended }, validTo: null }, data: { validTo: now } });
  await tx.customerGroupMember.createMany({
    data: groups
      .filter((group) => !current.includes(group))
      .map((group) => ({ id: newId(), organisationId, group, validFrom: now, createdAt: now })),
  });
}

/** Organisations with a number that nobody has asked the register about since `before`, those asked longest ago first. */
export async function findUnchecked(before: Date, most: number): Promise<{ id: string; organisationNumber: string }[]> {
  const rows = await db.organisation.findMany({
    where: { organisationNumber: { not: null }, OR: [{ registerCheckedAt: null }, { registerCheckedAt: { lt: before } }] },
    orderBy: [{ registerCheckedAt: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
    take: most,
    select: { id: true, organisationNumber: true },
  });
  return rows.flatMap(({ id, organisationNumber }) => (organisationNumber === null ? [] : [{ id, organisationNumber }]));
}
