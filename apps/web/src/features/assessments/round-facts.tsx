import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTenant, type Instrument, type Round } from '../../api/readiness';
import { Panel } from '../../components/panel';
import { useFormats } from '../../i18n/format';
import styles from './rounds.module.css';

interface RoundFactsProps {
  round: Round;
  instrument: Instrument;
  onEdit: () => void;
}

/** What was agreed on for the round when it was planned. */
export function RoundFacts({ round, instrument, onEdit }: RoundFactsProps) {
  const { t } = useTranslation('assessments');
  const formats = useFormats();
  const tenant = useTenant();
  const elements = instrument.elements.filter(({ key }) => !round.elementKeys || round.elementKeys.includes(key));
  const facts: [string, React.ReactNode][] = [
    [
      t('facts.partnership'),
      <Link key="p" to={`/t/${tenant}/partnerships/${round.partnershipId}`}>
        {round.partnershipName}
      </Link>,
    ],
    [t('facts.instrument'), `${instrument.title} ${instrument.version}`],
    [
      t('facts.elements'),
      round.elementKeys ? formats.list(elements.map(({ number }) => String(number))) : t('facts.allElements'),
    ],
    [t('facts.facilitator'), round.facilitatorName ?? t('list.nobody')],
    [t('facts.due'), round.dueOn ? formats.date(round.dueOn) : t('list.noDue')],
    [t('facts.anonymity'), t(`anonymity.${round.anonymity}`)],
  ];
  return (
    <Panel
      title={t('facts.title')}
      aside={
        round.allowed.includes('update') && (
          <Button size="xs" variant="default" onClick={onEdit}>
            {t('round.edit')}
          </Button>
        )
      }
    >
      {round.purpose && <p className={styles.text}>{round.purpose}</p>}
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
