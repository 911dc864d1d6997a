import { ROLES } from '@huiying/contracts';
import { AccessDatabase, Directory, readConfig } from '@huiying/platform';
import { ManualClock } from '@huiying/platform/testing';
import { closeTestDatabases, testDatabase, testDatabaseUrl } from '@huiying/persistence/testing';
import type { DataSource } from 'typeorm';
import { PLACES } from './organisation-plans.js';
import { sampleDirectory, seedSampleDirectory } from './sample-directory.js';

const ORGANISATIONS = PLACES.filter(({ kind }) => kind === 'organisation').map(({ id }) => id);

/** Roles of processes.md §1 that no decision and no model asks of a registration centre: each belongs to another trade's documents. */
const NEVER_ASKED_OF_A_REGISTRATION_CENTRE = [
  'group-customer-service',
  'region-customer-service',
  'project-customer-service',
  'project-head',
  'region-executive',
  'group-supervision-centre',
  'service-centre-head',
  'service-centre-engineering',
  'quality-centre',
  'construction-engineering',
  'site-project-dept',
  'maintenance-crew',
  'property-steward',
  'operations-head',
  'management-representative',
  'deputy-management-representative',
  'salesperson',
  'sales-lead',
  'sales-manager',
  'engineering-head',
  'store-manager',
  'consultant',
  'region-office',
  'region-head',
  'title-office',
  'emergency-leading-group',
  'emergency-office',
  'marketing',
  'custodian',
  'privacy-officer',
];

describe('the sample directory', () => {
  let database: DataSource;
  let access: AccessDatabase;
  let directory: Directory;

  beforeAll(async () => {
    database = await testDatabase({ name: 'access', migrations: [] });
    await seedSampleDirectory(database);
    access = new AccessDatabase(readConfig({ DATABASE_URL: testDatabaseUrl(database) }));
    directory = new Directory(access, new ManualClock());
  });

  afterAll(async () => {
    await access.onApplicationShutdown();
    await closeTestDatabases();
  });

  it('has one organisation of each type, and a brokerage with thirteen stores', async () => {
    const organisations = await directory.organisations();
    expect(organisations.map(({ id, orgType }) => `${id} ${orgType}`)).toEqual([
      'DJ01 registration-centre',
      'FH01 developer',
      'JJ01 brokerage',
      'JT01 group',
      'JZ01 construction-company',
      'WY01 property-company',
    ]);
    expect((await directory.unitsOf('JJ01')).filter(({ kind }) => kind === 'store')).toHaveLength(13);
    expect((await directory.unitsAbove('FH01')).map(({ id }) => id)).toEqual(['PQ01', 'JT01']);
  });

  it('R06.4 has an outside authority with somebody who reads for it', async () => {
    const [authority] = await directory.authorities();
    expect(authority).toMatchObject({ id: 'ZJJ01', kind: 'authority', orgId: 'ZJJ01', orgType: null });
    expect(await directory.holders('authority-contact', 'ZJJ01')).toHaveLength(1);
  });

  it('changes nothing when it is put on file again', async () => {
    const count = () =>
      database.query(
        'SELECT (SELECT count(*) FROM unit) u, (SELECT count(*) FROM person) p, (SELECT count(*) FROM holding) h',
      );
    const before = await count();
    await seedSampleDirectory(database);
    expect(await count()).toEqual(before);
  });

  it.each(ORGANISATIONS)('finds every role that a model may ask of %s (architecture.md §5)', async (orgId) => {
    const exempt = orgId === 'DJ01' ? NEVER_ASKED_OF_A_REGISTRATION_CENTRE : [];
    const missing: string[] = [];
    for (const role of ROLES.filter((candidate) => !exempt.includes(candidate))) {
      const { fallback, holders } = await directory.lookUpRole(role, { orgId });
      if (fallback || holders.length === 0) missing.push(role);
    }
    expect(missing).toEqual([]);
  });

  it("looks in the case's organisation, the project's, above, the group, and last at the intake desk", async () => {
    const at = async (role: string, where: Parameters<Directory['lookUpRole']>[1]) => {
      const { unitId, fallback } = await directory.lookUpRole(role, where);
      return fallback ? `${unitId} (${fallback})` : unitId;
    };
    expect(await at('customer-service', { orgId: 'FH01' })).toBe('FH01-KF');
    expect(await at('service-centre-head', { orgId: 'FH01', project: { propertyCompany: 'WY01' } })).toBe('WY01-FW');
    expect(await at('service-centre-head', { orgId: 'FH01' })).toBe('JT01-WG');
    expect(await at('region-customer-service', { orgId: 'FH01' })).toBe('PQ01-KF');
    expect(await at('group-customer-service', { orgId: 'WY01' })).toBe('JT01-KF');
    expect(await at('store-manager', { orgId: 'JJ01', unitId: 'FD07' })).toBe('FD07');
    expect(await at('store-manager', { orgId: 'JJ01' })).toBe('FD01');
    expect(await at('salesperson', { orgId: 'DJ01' })).toBe('DJ01-SL (intake-desk)');
  });

  it('leaves no task without people when one of them is recused', () => {
    const { holdings } = sampleDirectory();
    const alone = holdings.filter(
      ({ role, unitId }) => holdings.filter((other) => other.role === role && other.unitId === unitId).length < 2,
    );
    const allowed = [
      'authority-contact',
      'training-admin',
      'engineering-head',
      'sales-manager',
      'sales-lead',
      'store-manager',
      'integrator',
      'engineering',
    ];
    expect(alone.filter(({ role }) => !allowed.includes(role))).toEqual([]);
  });

  it('gives every unit a head, every person one role and a name of their own', async () => {
    const { units, persons, holdings } = sampleDirectory();
    expect(units.filter(({ headPersonId }) => headPersonId === undefined)).toEqual([]);
    expect(new Set(persons.map(({ name }) => name)).size).toBe(persons.length);
    expect(holdings).toHaveLength(persons.length);
    expect((await directory.headOf('FD03'))?.login).toBe('fd03.store-manager');
  });
});
