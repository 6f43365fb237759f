/** The table of modules: what each owns is said here, whom it may use is read from the rules that dependency-cruiser enforces. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const OWNS: Readonly<Record<string, string>> = {
  identity: 'people, signing in, sessions, roles, `can(actor, action, subject)`',
  rooms: 'buildings, rooms and their kinds, equipment, opening hours',
  organisations: 'organisations, memberships, customer groups',
  directory: 'public profiles, sectors, consent for each field',
  pricing: 'price lists, VAT, quotes, support, cancellation policies, the seller',
  availability: 'claims on rooms, closures, free time, why not and the nearest alternatives',
  billing: 'charges, attempts to pay, payments, refunds, Stripe, payment differences',
  bookings: 'requests, holds, confirmation, cancellation, door codes; the pages that show rooms with prices and free time',
  leases: 'units let, weekly slots, rent, deposit, documents and signing',
  onboarding: 'applications, pipeline, checklist, offer',
  events: 'meetings, courses, conferences: programme, registration, attendance',
  networks: 'networks, roles with terms, working groups, action plans',
  goals: 'targets, measurements, statistics, reports',
};

type Rule = { readonly name: string; readonly to: { readonly pathNot?: string | string[] } };
export type ModuleRow = { readonly name: string; readonly mayUse: readonly string[] };

/** Each `module-<name>` rule forbids all modules but those in its brackets, of which the first is the module itself. */
export function readModuleRules(root: string): ModuleRow[] {
  const { forbidden } = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as { forbidden: Rule[] };
  return forbidden.flatMap(({ name, to }) => {
    const allowed = /^\^app\/modules\/\((.+)\)\/$/.exec(String(to.pathNot))?.[1]?.split('|');
    return allowed && name === `module-${allowed[0]}` ? [{ name: allowed[0] ?? '', mayUse: allowed.slice(1) }] : [];
  });
}

export function drawModuleTable(root: string): string {
  const rows = readModuleRules(root);
  const unsaid = rows.filter(({ name }) => !(name in OWNS)).map(({ name }) => name);
  if (rows.length === 0) throw new Error('No module rules were found in .dependency-cruiser.cjs');
  if (unsaid.length > 0) throw new Error(`Say in scripts/docs/module-table.ts what these modules own: ${unsaid.join(', ')}`);
  return ['| module | owns | may use |', '| --- | --- | --- |', ...rows.map((row, index) => drawRow(row, rows.slice(0, index), root))].join('\n');
}

/** @throws when a row names a module that does not stand above it */
function drawRow({ name, mayUse }: ModuleRow, above: readonly ModuleRow[], root: string): string {
  const below = mayUse.filter((used) => !above.some((row) => row.name === used));
  if (below.length > 0) throw new Error(`${name} may use ${below.join(', ')}, which must stand above it in the table`);
  const begun = existsSync(join(root, 'app/modules', name));
  const all = above.length > 1 && mayUse.length === above.length;
  return `| ${begun ? name : `*${name}*`} | ${OWNS[name]} | ${all ? 'everything above' : mayUse.join(', ') || '–'} |`;
}
