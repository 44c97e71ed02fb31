import { useTranslation } from 'react-i18next';
import { KeyFigure, KeyFigures } from '../../components/key-figure';
import { useSystemName } from '../../components/readiness/words';
import { useFormats } from '../../i18n/format';
import { timeOf } from './members';
import type { Partnership } from './use-partnerships';

/** The partnership in four numbers: members, systems, goals, and who is missing. */
export function PartnershipFigures({ partnership: { members, systems, goals } }: { partnership: Partnership }) {
  const { t } = useTranslation('partnerships');
  const formats = useFormats();
  const name = useSystemName();
  const today = formats.today();
  const present = members.filter((member) => timeOf(member, today) === 'present').length;
  const taken = systems.filter(({ organizations }) => organizations.length > 0).length;
  const missing = systems.filter(({ organizations }) => organizations.length === 0);
  const open = goals.filter(({ status }) => status === 'open');
  const late = open.filter(({ dueOn }) => dueOn !== null && dueOn < today).length;
  const [next] = open.flatMap(({ dueOn }) => (dueOn && dueOn >= today ? [dueOn] : [])).sort();
  const goalNote =
    late > 0 ? t('figure.late', { count: late }) : next && t('figure.next', { date: formats.date(next) });
  return (
    <KeyFigures>
      <KeyFigure label={t('figure.members')} value={formats.number(present)} note={t('figure.today')} />
      <KeyFigure
        label={t('figure.systems')}
        value={t('systems.of', { taken, total: systems.length })}
        note={t('figure.systemsNote')}
      />
      <KeyFigure
        label={t('figure.goals')}
        value={formats.number(open.length)}
        note={goalNote || t('figure.noGoals')}
        tone={late > 0 ? 'warn' : 'plain'}
      />
      <KeyFigure
        label={t('figure.missing')}
        value={
          missing.length === 0 ? t('figure.nobody') : missing.length === 1 ? name(missing[0]!.system) : missing.length
        }
        note={missing.length > 1 ? formats.list(missing.map(({ system }) => name(system))) : t('figure.missingNote')}
        tone={missing.length === 0 ? 'good' : 'bad'}
      />
    </KeyFigures>
  );
}
