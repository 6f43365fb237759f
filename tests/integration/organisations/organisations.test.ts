/** Organisations on the desk, with the register of legal entities behind them as a stand-in over the network. */
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRegisterServer } from '../../../scripts/stand-ins/business-register/register-server';
import type { Actor } from '~/modules/identity/permissions';
import type { OrganisationInput } from '~/modules/organisations/organisation.schema';

const register = createRegisterServer();
await new Promise<void>((resolve) => register.listen(0, '127.0.0.1', resolve));
process.env['REGISTER_API_BASE'] = `http://127.0.0.1:${(register.address() as AddressInfo).port}`;
afterAll(() => register.close());

const { db } = await import('~/infrastructure/db.server');
const { newId } = await import('~/lib/ids.server');
const { createOrganisation } = await import('~/modules/organisations/create-organisation.server');
const { changeOrganisation } = await import('~/modules/organisations/change-organisation.server');
const { checkOrganisation, checkRegister } = await import('~/modules/organisations/check-register.server');
const { inviteMember } = await import('~/modules/organisations/members/invite-member.server');
const { changeMembership } = await import('~/modules/organisations/members/change-membership.server');
const { lookUpNumber } = await import('~/modules/organisations/look-up.queries.server');
const { findOrganisationPage, listOrganisationLines } = await import('~/modules/organisations/organisation-desk.queries.server');

const NOW = new Date('2026-11-23T09:00:00Z');
const LATER = new Date('2026-11-24T09:00:00Z');

let manager: Actor;

beforeAll(async () => {
  const person = await db.person.create({ data: { id: newId(), email: 'leder@huset.example', name: 'Leder' } });
  manager = { personId: person.id, staffRoles: ['manager'], memberships: [] };
});

const LIVE = '310010006';

function input(terms: Partial<OrganisationInput['terms']> = {}, more: Partial<OrganisationInput> = {}): OrganisationInput & { id: string } {
  return {
    id: newId(),
    terms: {
      ...{ name: 'Nordlys og Lauvsaus AS', kind: 'business', organisationNumber: null, email: 'post@nordlys-lauvsaus.example' },
      ...{ addressLine: 'Postboks 12', postalCode: '2051', city: 'Jessheim', vatRegistered: true, onAccount: false },
      ...terms,
    },
    ...{ groups: ['commercial'], representative: null, notChecked: false },
    ...more,
  };
}

const band = (more: Partial<OrganisationInput> = {}) =>
  input({ name: 'Grønn Furu', kind: 'band', organisationNumber: null, vatRegistered: false, onAccount: true }, more);

const actions = (id: string) =>
  db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } }).then((rows) => rows.map(({ action }) => action));

describe('looking a number up', () => {
  test('fills the form with what the register says', async () => {
    expect(await lookUpNumber(' 310 010 006 ')).toMatchObject({
      reply: { state: 'live' },
      values: { navn: 'Nordlys og Lauvsaus AS', slag: 'business', postnummer: '2051', poststed: 'Jessheim', mva: 'on' },
    });
  });

  test('finds departments, which have a list of their own', async () => {
    expect(await lookUpNumber('310013331')).toMatchObject({ reply: { state: 'live' }, values: { navn: 'Øvre Dalen Kulturskole' } });
  });

  test.each([
    ['310011851', 'deleted'],
    ['310012599', 'removed'],
    ['310013706', 'unknown'],
    ['310012963', 'unavailable'],
    ['310011118', 'bankrupt'],
    ['310011487', 'winding_up'],
  ])('%s is %s', async (number, state) => {
    expect((await lookUpNumber(number)).reply?.state).toBe(state);
  });

  test('asks nobody about a number that is none', async () => {
    expect(await lookUpNumber('974760674')).toMatchObject({ error: 'number_mistyped', reply: null });
  });
});

describe('a new organisation', () => {
  test('is taken in once with what the register says, however often the form is sent, with a trail', async () => {
    const form = input({ organisationNumber: LIVE, onAccount: true });
    const made = await Promise.all([1, 2, 3].map(() => createOrganisation(manager, form, NOW)));
    expect(made).toEqual(made.map(() => ({ ok: true, value: { organisationId: form.id } })));
    expect(await findOrganisationPage(form.id, NOW)).toMatchObject({
      terms: { organisationNumber: LIVE, onAccount: true },
      groups: ['commercial'],
      register: { state: 'live', facts: { name: 'NORDLYS OG LAUVSAUS AS', form: 'AS', employees: 6 } },
    });
    expect(await actions(form.id)).toEqual(['organisation.created']);
    expect(await lookUpNumber(LIVE)).toMatchObject({ here: { id: form.id }, reply: null });
  });

  test('is not made a second time under the same number, and says who has it', async () => {
    const first = await db.organisation.findUniqueOrThrow({ where: { organisationNumber: LIVE } });
    const second = input({ organisationNumber: LIVE });
    expect(await createOrganisation(manager, second, NOW)).toMatchObject({ ok: false, code: 'number_taken', organisationId: first.id });
    expect(await db.organisation.findUnique({ where: { id: second.id } })).toBeNull();
  });

  test('that is deleted is refused; one the register cannot tell of is kept only when marked', async () => {
    expect(await createOrganisation(manager, input({ organisationNumber: '310011851' }), NOW)).toMatchObject({
      code: 'organisation_deleted',
    });
    const unknown = input({ organisationNumber: '310013706' });
    expect(await createOrganisation(manager, unknown, NOW)).toMatchObject({ ok: false, code: 'number_unknown' });
    expect(await createOrganisation(manager, { ...unknown, notChecked: true }, NOW)).toMatchObject({ ok: true });
    expect((await findOrganisationPage(unknown.id, NOW))?.register).toMatchObject({ state: 'not_checked', facts: null });
  });

  test('without a number is invoiced through an adult, who is made known here once', async () => {
    expect(await createOrganisation(manager, band(), NOW)).toMatchObject({ ok: false, code: 'representative_missing' });
    const representative = { name: 'Voksen Person', email: 'voksen@gronnfuru.example' };
    const [one, two] = [band({ representative }), band({ representative })];
    expect(await Promise.all([one, two].map((form) => createOrganisation(manager, form, NOW)))).toMatchObject([{ ok: true }, { ok: true }]);
    expect((await findOrganisationPage(two.id, NOW))?.representative).toEqual(representative);
    expect(await db.person.count({ where: { email: representative.email } })).toBe(1);
  });

  test('is made by the manager alone', async () => {
    for (const role of ['host', 'bookkeeper', 'coordinator'] as const) {
      expect(await createOrganisation({ ...manager, staffRoles: [role] }, input(), NOW)).toMatchObject({ code: 'not_allowed' });
    }
  });
});

describe('an organisation that is kept', () => {
  async function kept(form = band({ representative: { name: 'Voksen', email: `${newId()}@band.example` } })) {
    await createOrganisation(manager, form, NOW);
    const { id: _, ...rest } = form;
    return { id: form.id, change: { ...rest, version: 1 } };
  }

  test('changes once; the other of two managers is told and loses nothing', async () => {
    const { id, change } = await kept();
    const answers = await Promise.all(
      ['Lys Furu', 'Mørk Furu'].map((name) => changeOrganisation(manager, id, { ...change, terms: { ...change.terms, name } }, NOW)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'stale', version: 2 });
    expect(await actions(id)).toEqual(['organisation.created', 'organisation.changed']);
  });

  test('goes from one customer group to another from now on; what it was stays known', async () => {
    const { id, change } = await kept();
    await changeOrganisation(manager, id, { ...change, groups: ['permanent_actor', 'youth'] }, LATER);
    expect((await findOrganisationPage(id, LATER))?.groups.toSorted()).toEqual(['permanent_actor', 'youth']);
    expect((await findOrganisationPage(id, NOW))?.groups).toEqual(['commercial']);
  });

  test('keeps its address right while the register is out of order', async () => {
    const form = input({ organisationNumber: '310012963' }, { notChecked: true });
    const { id, change } = await kept(form);
    const moved = { ...change, notChecked: false, terms: { ...change.terms, city: 'Kløfta' } };
    expect(await changeOrganisation(manager, id, moved, NOW)).toMatchObject({ ok: true });
    expect(await checkOrganisation(manager, id, NOW)).toMatchObject({ ok: false, code: 'register_unavailable' });
  });

  test('forgets what the register said of another number', async () => {
    const { id, change } = await kept(input({ organisationNumber: '310004111' }));
    expect((await findOrganisationPage(id, NOW))?.register.facts?.name).toBe('TEGNESTOVA AS');
    const numberless = { ...change, terms: { ...change.terms, organisationNumber: null, kind: 'band' as const } };
    expect(await changeOrganisation(manager, id, numberless, NOW)).toMatchObject({ ok: true });
    expect((await findOrganisationPage(id, NOW))?.register).toEqual({ state: 'not_checked', checkedAt: null, facts: null });
  });

  test('is looked up again at night, and what the register has news of is marked and stands first', async () => {
    const { id } = await kept(input({ name: 'Raske Riggere AS', organisationNumber: '310011118' }));
    await db.organisation.update({ where: { id }, data: { registerState: 'live', registerCheckedAt: NOW } });
    await checkRegister(LATER);
    expect((await findOrganisationPage(id, LATER))?.register).toMatchObject({ state: 'bankrupt', checkedAt: LATER });
    expect(await actions(id)).toEqual(['organisation.created', 'organisation.register_changed']);
    const { items } = await listOrganisationLines({ search: '', page: 1, size: 50 }, LATER);
    expect(items[0]?.id).toBe(id);
  });
});

describe('the members of an organisation', () => {
  test('are invited and taken out by the manager, the last contact too, and by no other staff', async () => {
    const form = input({ name: 'Fire Strenger', kind: 'association' });
    await createOrganisation(manager, form, NOW);
    const invite = { organisationId: form.id, email: 'kasserer@strenger.example', role: 'billing', locale: 'nb' } as const;
    expect(await inviteMember({ ...manager, staffRoles: ['host'] }, invite, NOW)).toMatchObject({ ok: false, code: 'not_allowed' });
    expect(await inviteMember(manager, invite, NOW)).toMatchObject({ ok: true });
    expect(await findOrganisationPage(form.id, NOW)).toMatchObject({
      invitations: [{ email: invite.email, role: 'billing', expired: false }],
    });

    const contact = await db.person.create({ data: { id: newId(), email: 'kontakt@strenger.example', name: 'Kontakt' } });
    await db.membership.create({
      data: { id: newId(), organisationId: form.id, personId: contact.id, role: 'contact', validFrom: NOW },
    });
    const removal = { organisationId: form.id, change: { kind: 'remove', personId: contact.id } } as const;
    expect(await changeMembership({ ...manager, personId: contact.id, staffRoles: [] }, removal, NOW)).toMatchObject({
      code: 'last_contact',
    });
    expect(await changeMembership(manager, removal, NOW)).toMatchObject({ ok: true });
    expect((await findOrganisationPage(form.id, LATER))?.members).toEqual([]);
  });
});

test('organisations are found by a part of the name and the beginning of the number', async () => {
  const find = async (search: string) => (await listOrganisationLines({ search, page: 1, size: 50 }, NOW)).items.map(({ name }) => name);
  expect(await find('ske rigg')).toEqual(['Raske Riggere AS']);
  expect(await find('310 010')).toEqual(['Nordlys og Lauvsaus AS']);
  expect(await find('100%')).toEqual([]);
});
