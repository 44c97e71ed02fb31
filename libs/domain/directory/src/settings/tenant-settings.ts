/* oxlint-disable max-lines -- one list of facts; cut in two, half of it would be forgotten */
import type { Role } from '../role';
import { setting } from './setting';

const TA_MODEL = 'technical assistance model';
const DISTRICT_ROLES = [
  'district_coordinator',
  'college_liaison',
  'board_staff',
  'employer',
  'counselor',
  'mentor',
] as const satisfies readonly Role[];

/**
 * Every setting of a tenant: its type, bounds and default, and what a page says about it. Defaults that the domain
 * documents mark as their own design (◇) stand here and nowhere else.
 */
export const SETTING_GROUPS = {
  general: {
    name: setting.text(
      '',
      [2, 120],
      ['Name', 'How this career pathways system is called on pages, in mails and on documents.'],
      ['Nombre', 'Cómo se llama este sistema de trayectorias en las páginas, los correos y los documentos.'],
      'product',
    ),
    timeZone: setting.timeZone(
      'America/New_York',
      ['Time zone', 'A day, a deadline and a last day of access are days of this zone.'],
      ['Zona horaria', 'Los días, los plazos y el último día de acceso son días de esta zona.'],
      'product, time',
    ),
    primaryColor: setting.color(
      ['Color of buttons and links', 'Must be dark enough to be read on white and on every page ground (4.5 to 1).'],
      [
        'Color de botones y enlaces',
        'Debe ser lo bastante oscuro para leerse sobre blanco y sobre cada fondo (4.5 a 1).',
      ],
      'look and patterns, section 1',
    ),
    fiscalYearStartMonth: setting.integer(
      7,
      [1, 12],
      null,
      [
        'First month of the fiscal year',
        'Awards, costs and reports are shown by fiscal year: 1 is January, 7 is July.',
      ],
      [
        'Primer mes del año fiscal',
        'Las asignaciones, los costos y los informes se muestran por año fiscal: 1 es enero, 7 es julio.',
      ],
      'funding',
    ),
    retentionYears: setting.integer(
      3,
      [3, 50],
      'years',
      ['Years that records are kept', 'Agreements, training plans, hours and evaluations are kept at least this long.'],
      [
        'Años de conservación',
        'Los convenios, planes de formación, horas y evaluaciones se conservan al menos este tiempo.',
      ],
      'placements, retention (29 CFR 570.50(c), 516.5)',
    ),
  },
  terms: {
    termPartnership: setting.term(
      'partnership',
      'alianza',
      ['Word for a partnership', 'Used wherever a page speaks of the organizations that build pathways together.'],
      [
        'Palabra para una alianza',
        'Se usa donde una página habla de las organizaciones que construyen trayectorias juntas.',
      ],
      'product',
    ),
    termRegion: setting.term(
      'region',
      'región',
      ['Word for a region', 'For instance prosperity region or workforce area.'],
      ['Palabra para una región', 'Por ejemplo, región de prosperidad o área laboral.'],
      'product',
    ),
    termDistrict: setting.term(
      'district',
      'distrito',
      ['Word for a school district', 'For instance corporation or parish.'],
      ['Palabra para un distrito escolar', 'Por ejemplo, corporación o parroquia.'],
      'product',
    ),
    termCollege: setting.term(
      'college',
      'colegio comunitario',
      ['Word for a college', 'For instance community college or technical college.'],
      ['Palabra para un colegio', 'Por ejemplo, colegio comunitario o colegio técnico.'],
      'product',
    ),
    termQuarter: setting.term(
      'quarter',
      'trimestre',
      ['Word for a quarter of a project year', 'For instance quarter or term.'],
      ['Palabra para un trimestre', 'Por ejemplo, trimestre o período.'],
      'product',
    ),
  },
  privacy: {
    smallCellLimit: setting.integer(
      10,
      [5, 15],
      'people',
      [
        'Smallest group that is shown',
        'Figures about fewer people than this are hidden, and so is what would give them away.',
      ],
      [
        'Grupo más pequeño que se muestra',
        'Se ocultan las cifras sobre menos personas y lo que permitiría deducirlas.',
      ],
      'metrics, small cells; corrections',
    ),
    minorMessageWitness: setting.choice(
      'school',
      ['school', 'guardian', 'both'] as const,
      [
        'Who sees messages to a minor',
        'Messages between an adult of an employer and a minor are always logged; this says who is copied.',
      ],
      [
        'Quién ve los mensajes a un menor',
        'Los mensajes entre un adulto de un empleador y un menor siempre se registran; esto indica quién recibe copia.',
      ],
      'roles, rule 4.5',
    ),
  },
  access: {
    rolesByOrganizations: setting.choices(
      DISTRICT_ROLES,
      DISTRICT_ROLES,
      [
        'Roles that organizations may give',
        'People who look after an organization invite colleagues into these roles there.',
      ],
      [
        'Roles que las organizaciones pueden dar',
        'Quienes cuidan de una organización invitan a colegas a estos roles en ella.',
      ],
      'roles, condition 40',
    ),
    secondFactorRequired: setting.switch(
      false,
      ['Second factor required', 'Everybody must sign in with a code from an authenticator app as well as a password.'],
      [
        'Segundo factor obligatorio',
        'Todas las personas deben entrar con un código de una aplicación además de la contraseña.',
      ],
      'product, accounts',
    ),
    sessionIdleMinutes: setting.integer(
      480,
      [5, 480],
      'minutes',
      ['Sign in again after being idle', 'A session that was not used for this long no longer opens this tenant.'],
      ['Volver a entrar tras inactividad', 'Una sesión sin uso durante este tiempo ya no abre este espacio.'],
      'product, accounts',
    ),
    sessionHours: setting.integer(
      168,
      [1, 168],
      'hours',
      ['Sign in again in any case', 'A session opens this tenant for this long after signing in.'],
      ['Volver a entrar en todo caso', 'Una sesión abre este espacio durante este tiempo después de entrar.'],
      'product, accounts',
    ),
  },
  assessments: {
    minimumOrganizations: setting.integer(
      3,
      [1, 30],
      'organizations',
      ['Organizations to invite', 'Fewer organizations in an assessment are shown as a gap; they do not stop it.'],
      ['Organizaciones que invitar', 'Menos organizaciones en una evaluación se muestran como brecha; no la detienen.'],
      `${TA_MODEL}, 3.2 step 2`,
    ),
    minimumSystems: setting.integer(
      3,
      [1, 9],
      'systems',
      [
        'Systems to invite',
        'Fewer systems (education, workforce, employers ...) are shown as a gap; they do not stop it.',
      ],
      [
        'Sistemas que invitar',
        'Menos sistemas (educación, fuerza laboral, empleadores ...) se muestran como brecha; no la detienen.',
      ],
      `${TA_MODEL}, 3.2 step 2`,
    ),
    minimumCoverage: setting.share(
      0.5,
      [0.1, 1],
      [
        'Coverage needed for an average',
        'With a smaller share of ratings among ratings and "don\'t know" no average of an element is shown.',
      ],
      [
        'Cobertura necesaria para un promedio',
        'Con una parte menor de calificaciones entre calificaciones y "no sé" no se muestra el promedio de un elemento.',
      ],
      `${TA_MODEL}, 4.1`,
    ),
    alphaMinimumRaters: setting.integer(
      5,
      [3, 50],
      'people',
      ['Raters needed for alpha', "Krippendorff's alpha is not shown with fewer raters."],
      ['Evaluadores necesarios para alfa', 'El alfa de Krippendorff no se muestra con menos evaluadores.'],
      `${TA_MODEL}, 4.3`,
    ),
    alphaMinimumIndicators: setting.integer(
      10,
      [5, 90],
      'indicators',
      ['Indicators needed for alpha', "Krippendorff's alpha is not shown with fewer indicators."],
      ['Indicadores necesarios para alfa', 'El alfa de Krippendorff no se muestra con menos indicadores.'],
      `${TA_MODEL}, 4.3`,
    ),
    evidenceDatedAfterMonths: setting.integer(
      24,
      [6, 120],
      'months',
      ['Evidence is dated after', 'Older evidence is marked as dated at the next cycle.'],
      ['La evidencia caduca después de', 'La evidencia más antigua se marca como anticuada en el siguiente ciclo.'],
      `${TA_MODEL}, 3.6`,
    ),
    monthsBetweenCycles: setting.integer(
      12,
      [3, 60],
      'months',
      ['Next assessment after', 'Months from one locked assessment to the next.'],
      ['Siguiente evaluación después de', 'Meses entre una evaluación cerrada y la siguiente.'],
      `${TA_MODEL}, 3.7`,
    ),
  },
  assistance: {
    coachFirstContactDays: setting.integer(
      14,
      [1, 90],
      'days',
      ['First contact of a coach', 'Days from the confirmation of a pairing to the first contact.'],
      ['Primer contacto del asesor', 'Días desde la confirmación de la asignación hasta el primer contacto.'],
      `${TA_MODEL}, 2.2`,
    ),
    pairingCheckMonths: setting.integer(
      12,
      [3, 36],
      'months',
      ['Check of a pairing', 'Months between checks whether coach and team fit.'],
      ['Revisión de la asignación', 'Meses entre revisiones de si asesor y equipo encajan.'],
      `${TA_MODEL}, 2.2 and 6`,
    ),
    assistancePlanDays: setting.integer(
      30,
      [1, 180],
      'days',
      ['First draft of the assistance plan', 'Days from the first consensus rating to the first draft.'],
      [
        'Primer borrador del plan de asistencia',
        'Días desde la primera calificación de consenso hasta el primer borrador.',
      ],
      `${TA_MODEL}, 2.3`,
    ),
    planReviewEveryMeetings: setting.integer(
      1,
      [1, 4],
      'meetings',
      ['Review of the assistance plan', 'At each quarterly meeting (1), at each second one (2) and so on.'],
      ['Revisión del plan de asistencia', 'En cada reunión trimestral (1), cada dos (2), etc.'],
      `${TA_MODEL}, 6`,
    ),
    expertAcknowledgeDays: setting.integer(
      3,
      [1, 20],
      'workingDays',
      ['Acknowledging a request to experts', 'Working days within which a request is acknowledged.'],
      ['Acuse de una solicitud a expertos', 'Días hábiles para acusar recibo de una solicitud.'],
      `${TA_MODEL}, 2.4`,
    ),
    expertMatchDays: setting.integer(
      10,
      [1, 60],
      'workingDays',
      ['Finding an expert', 'Working days within which a request is matched with an expert.'],
      ['Encontrar un experto', 'Días hábiles para asignar un experto a una solicitud.'],
      `${TA_MODEL}, 2.4`,
    ),
    barrierAnswerDays: setting.integer(
      30,
      [1, 180],
      'days',
      ['Answer to a barrier', 'Days within which the state level answers a reported barrier.'],
      ['Respuesta a una barrera', 'Días en que el nivel estatal responde a una barrera informada.'],
      `${TA_MODEL}, 6`,
    ),
  },
  meetings: {
    agendaDays: setting.integer(
      7,
      [0, 60],
      'days',
      ['Agenda before a meeting', 'Days before a quarterly meeting by which its agenda is sent.'],
      ['Agenda antes de una reunión', 'Días antes de una reunión trimestral en que se envía la agenda.'],
      `${TA_MODEL}, 2.5`,
    ),
    minutesDays: setting.integer(
      10,
      [1, 60],
      'days',
      ['Minutes after a meeting', 'Days after a quarterly meeting by which its minutes are ready.'],
      ['Acta después de una reunión', 'Días después de una reunión trimestral en que el acta está lista.'],
      `${TA_MODEL}, 2.5`,
    ),
    standingAgenda: setting.lines(
      ['Open actions', 'Technical assistance plan', 'Gaps and strategies', 'Data review', 'Barriers', 'Next quarter'],
      ['Standing agenda', 'Items that every quarterly meeting starts with; one line each.'],
      ['Agenda fija', 'Puntos con los que empieza cada reunión trimestral; uno por línea.'],
      `${TA_MODEL}, 2.5`,
    ),
    quorum: setting.share(
      0.5,
      [0, 1],
      ['Quorum', 'Share of member organizations that must be present for decisions.'],
      ['Quórum', 'Parte de las organizaciones miembros que debe estar presente para decidir.'],
      `${TA_MODEL}, 2.5`,
    ),
    virtualMeetingWarningDays: setting.integer(
      120,
      [30, 300],
      'days',
      [
        'Warning about virtual meetings',
        "Days before the year's end from which fewer than two virtual meetings are warned of.",
      ],
      [
        'Aviso de reuniones virtuales',
        'Días antes del fin de año desde los que se avisa si hay menos de dos reuniones virtuales.',
      ],
      `${TA_MODEL}, 2.6`,
    ),
  },
  agreements: {
    dutyCheckMonths: setting.integer(
      3,
      [1, 12],
      'months',
      ['Check of the duties of an agreement', 'Months between checks of what the parties promised.'],
      ['Revisión de los deberes de un convenio', 'Meses entre revisiones de lo que prometieron las partes.'],
      `${TA_MODEL}, 6`,
    ),
    renewalDays: setting.integer(
      90,
      [7, 365],
      'days',
      ['Renewal of an agreement', 'Days before its end from which renewal is on the task list.'],
      ['Renovación de un convenio', 'Días antes del fin desde los que la renovación está en la lista de tareas.'],
      `${TA_MODEL}, 6`,
    ),
    dataAgreementCheckMonths: setting.integer(
      12,
      [1, 36],
      'months',
      ['Check of a data sharing agreement', 'Months between checks.'],
      ['Revisión de un convenio de datos', 'Meses entre revisiones.'],
      `${TA_MODEL}, 6`,
    ),
    dataAgreementRenewalDays: setting.integer(
      90,
      [7, 365],
      'days',
      ['Renewal of a data sharing agreement', 'Days before its end from which renewal is on the task list.'],
      [
        'Renovación de un convenio de datos',
        'Días antes del fin desde los que la renovación está en la lista de tareas.',
      ],
      `${TA_MODEL}, 6`,
    ),
  },
} as const;

type Groups = typeof SETTING_GROUPS;
type AllSettings = { [G in keyof Groups]: (entry: Groups[G]) => void }[keyof Groups] extends (entry: infer I) => void
  ? I
  : never;

/** Name of a setting. */
export type SettingKey = keyof AllSettings;

type ValueOf<S> = S extends { type: 'choices'; choices: readonly (infer V)[] }
  ? V[]
  : S extends { type: 'choice'; choices: readonly (infer V)[] }
    ? V
    : S extends { type: 'lines' }
      ? string[]
      : S extends { default: infer D }
        ? D
        : never;

/** The settings of a tenant, each with a value. */
export type TenantSettings = { -readonly [K in SettingKey]: ValueOf<AllSettings[K]> };
