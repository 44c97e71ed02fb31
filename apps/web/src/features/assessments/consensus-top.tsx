import { IconDeviceDesktop, IconList, IconPresentation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useTenant } from '../../api/readiness';
import { LogoMark } from '../../components/brand/logo';
import type { AgendaItem, TalkParts } from './consensus-session';
import styles from './consensus.module.css';

interface ConsensusTopProps extends TalkParts {
  here?: AgendaItem;
  /** What was recorded last, in words. */
  said: string;
}

/** Which talk, how far, for whose eyes, and the way out. */
export function ConsensusTop({ round, agenda, view, goTo, here, said }: ConsensusTopProps) {
  const { t } = useTranslation('assessments');
  const tenant = useTenant();
  const settled = agenda.filter(({ rating }) => rating).length;
  return (
    <header className={styles.top} data-shell>
      <a className="skip-link" href="#content">
        {t('talk.skip')}
      </a>
      <LogoMark size={22} casing="var(--bw-nav)" />
      <p>
        <b>{t('talk.title')}</b> · {round.partnershipName}, {round.title}
      </p>
      <p className={styles.said} role="status">
        {said}
      </p>
      <p className={styles.step}>
        {here
          ? t('talk.place', { place: agenda.indexOf(here) + 1, total: agenda.length })
          : t('talk.settled', { done: settled, total: agenda.length })}
      </p>
      {round.allowed.includes('facilitate') && <ViewSwitch view={view} />}
      {here && (
        <button type="button" className={styles.view} onClick={() => goTo(null)}>
          <IconList size={16} aria-hidden /> {t('talk.list')}
        </button>
      )}
      <Link to={`/t/${tenant}/assessments/${round.id}`} className={styles.leave}>
        {t('talk.leave')}
      </Link>
    </header>
  );
}

/** The projector shows what the whole team may see; the own screen may show the facilitator more. */
function ViewSwitch({ view }: { view: 'own' | 'team' }) {
  const { t } = useTranslation('assessments');
  const [, setParams] = useSearchParams();
  const next = view === 'team' ? 'own' : 'team';
  const change = () =>
    setParams((old) => {
      const params = new URLSearchParams(old);
      params.set('view', next);
      return params;
    });
  const IconShape = view === 'team' ? IconPresentation : IconDeviceDesktop;
  return (
    <button
      type="button"
      className={styles.view}
      data-own={view === 'own'}
      onClick={change}
      aria-describedby="view-help"
    >
      <IconShape size={16} aria-hidden /> {t(`talk.view_${view}`)}
      <span id="view-help" className="visually-hidden">
        {t(`talk.to_${next}`)}
      </span>
    </button>
  );
}
