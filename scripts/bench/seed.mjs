const PARTNERSHIPS = 100;
const WRITERS = 100;

/**
 * Writes `rows` organizations and about as many answers: a hundred partnerships, each with a locked assessment, its
 * respondents, ratings and element results, and one open assessment whose answers are there to be changed.
 * Row level security is bypassed here, and only here: generated rows need no actor.
 */
export async function seed(admin, rows, { accountId, instrument }) {
  const one = async (sql, params) => (await admin.query(sql, params)).rows[0];
  const ids = await one(
    'select gen_random_uuid() as tenant, gen_random_uuid() as person, gen_random_uuid() as open_round',
  );
  const { tenant, person } = ids;
  const every = `'${tenant}', gen_random_uuid(), 1, now(), now()`;
  const run = (sql, params) => admin.query(sql, params);

  await run(
    `insert into tenant (id, slug, name, time_zone, created_at, updated_at) values ($1, 'bench', 'Bench', 'America/Detroit', now(), now())`,
    [tenant],
  );
  await run(
    `insert into person (tenant_id, id, version, created_at, updated_at, account_id, display_name, email)
    values ($1, $2, 1, now(), now(), $3, 'Administrator', 'bench@example.org')`,
    [tenant, person, accountId],
  );
  await run('insert into account_tenant (account_id, tenant_id, person_id) values ($1, $2, $3)', [
    accountId,
    tenant,
    person,
  ]);
  await run(
    `insert into access_grant (tenant_id, id, version, created_at, updated_at, person_id, role, scope, starts_on)
    values (${every}, $1, 'state_admin', 'tenant', '2020-01-01')`,
    [person],
  );
  await run(`insert into region (tenant_id, id, version, created_at, updated_at, name)
    select ${every}, 'Region ' || n from generate_series(1, 20) n`);
  await run(`insert into organization (tenant_id, id, version, created_at, updated_at, name, kind, status, city, state, region_id)
    select ${every}, 'Organization ' || md5(n::text), (array['school_district', 'community_college', 'employer'])[1 + n % 3], 'active',
      'City ' || n % 500, 'MI', r.id
    from generate_series(1, ${rows}) n join (select id, row_number() over () as k from region where tenant_id = '${tenant}') r on r.k = 1 + n % 20`);
  await run(`insert into organization_external_id (tenant_id, id, version, created_at, updated_at, organization_id, scheme, value)
    select ${every}, id, 'nces_lea', lpad((row_number() over ())::text, 7, '0') from organization where tenant_id = '${tenant}'`);
  await run(
    `insert into access_grant (tenant_id, id, version, created_at, updated_at, person_id, role, scope, scope_id, starts_on)
    select ${every}, $1, 'counselor', 'organization', id, '2020-01-01' from organization where tenant_id = '${tenant}' limit 1`,
    [person],
  );
  await run(`insert into partnership (tenant_id, id, version, created_at, updated_at, name, level, status)
    select ${every}, 'Partnership ' || lpad(n::text, 4, '0'), 'local', 'active' from generate_series(1, ${PARTNERSHIPS}) n`);
  await run(`insert into assessment (tenant_id, id, version, created_at, updated_at, partnership_id, instrument_id, instrument_key, title, level, cycle, status,
      anonymity, indicator_count, opened_at, closed_at, locked_at)
    select ${every}, id, '${instrument.id}', '${instrument.key}', 'First round', 'local', 1, 'locked', 'named', ${instrument.indicatorKeys.length}, now(), now(), now()
    from partnership where tenant_id = '${tenant}'`);
  const perAssessment = Math.max(1, Math.round(rows / PARTNERSHIPS / instrument.indicatorKeys.length));
  await run(`insert into person (tenant_id, id, version, created_at, updated_at, display_name, email)
    select ${every}, 'Respondent ' || n, 'respondent' || n || '@example.org' from generate_series(1, ${perAssessment}) n`);
  await run(`insert into respondent (tenant_id, id, version, created_at, updated_at, assessment_id, partnership_id, person_id, organization_id, status, submitted_at)
    select ${every}, a.id, a.partnership_id, p.id, (select id from organization where tenant_id = '${tenant}' limit 1), 'submitted', now()
    from assessment a, person p where a.tenant_id = '${tenant}' and p.tenant_id = '${tenant}' and p.account_id is null`);
  await run(
    `insert into response (tenant_id, id, version, created_at, updated_at, assessment_id, respondent_id, person_id, indicator_key, answer, level)
    select ${every}, r.assessment_id, r.id, r.person_id, k.key, 'level', (array['exploring', 'planning', 'implementing', 'sustaining'])[1 + (random() * 3)::int]
    from respondent r, unnest($1::text[]) k (key) where r.tenant_id = '${tenant}'`,
    [instrument.indicatorKeys],
  );
  await run(
    `insert into element_result (tenant_id, id, version, created_at, updated_at, assessment_id, partnership_id, instrument_id, element_key, locked_at, level,
      target, below_target, n, unresolved, ratings, dont_know)
    select ${every}, a.id, a.partnership_id, a.instrument_id, e.key, now(), 'planning', 'implementing', true, 15, 0, 60, 4
    from assessment a, unnest($1::text[]) e (key) where a.tenant_id = '${tenant}'`,
    [instrument.elementKeys],
  );
  const open = await openRounds(run, one, { tenant, person, every, instrument });
  await run('analyze');
  const sample = await admin.query(`select id from organization where tenant_id = $1 order by md5(id::text) limit 50`, [
    tenant,
  ]);
  return { tenantId: tenant, personId: person, organizationIds: sample.rows.map((row) => row.id), ...open };
}

/** Enough open assessments that every connection of the load writes rows of its own. */
async function openRounds(run, one, { tenant, person, every, instrument }) {
  const { rows } =
    await run(`insert into assessment (tenant_id, id, version, created_at, updated_at, partnership_id, instrument_id, instrument_key, title, level,
      cycle, status, anonymity, indicator_count, opened_at)
    select ${every}, id, '${instrument.id}', '${instrument.key}', 'Second round', 'local', 2, 'open', 'named', ${instrument.indicatorKeys.length}, now()
    from partnership where tenant_id = '${tenant}' order by name limit ${WRITERS} returning id`);
  await run(
    `insert into respondent (tenant_id, id, version, created_at, updated_at, assessment_id, partnership_id, person_id, organization_id, status)
    select ${every}, a.id, a.partnership_id, $1, (select id from organization where tenant_id = '${tenant}' limit 1), 'started'
    from assessment a where a.tenant_id = '${tenant}' and a.status = 'open'`,
    [person],
  );
  await run(
    `insert into response (tenant_id, id, version, created_at, updated_at, assessment_id, respondent_id, person_id, indicator_key, answer, level)
    select ${every}, r.assessment_id, r.id, r.person_id, k.key, 'level', 'planning'
    from respondent r join assessment a on a.tenant_id = r.tenant_id and a.id = r.assessment_id and a.status = 'open', unnest($1::text[]) k (key)
    where r.tenant_id = '${tenant}'`,
    [instrument.indicatorKeys],
  );
  return { openRoundIds: rows.map((row) => row.id) };
}
