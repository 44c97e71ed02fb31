import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../i18n/format';
import styles from './progress-rail.module.css';

/** A part of the questionnaire and how many of its indicators have been looked at. */
export interface RailPart {
  key: string;
  label: string;
  to: string;
  done: number;
  total: number;
  /** Shown below the current part. */
  sections?: { key: string; code: string; title: string; to: string }[];
}

interface ProgressRailProps {
  parts: RailPart[];
  current: string;
  currentSection?: string;
}

/** How much has been looked at, part by part. It says nothing about how good the result is. */
export function ProgressRail({ parts, current, currentSection }: ProgressRailProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const sum = (pick: (part: RailPart) => number) => parts.reduce((total, part) => total + pick(part), 0);
  const total = sum((part) => part.total);
  return (
    <nav aria-label={t('progress.label')} className={styles.rail}>
      <p className={styles.heading}>
        {t('progress.heading')} <b>{formats.percent(total ? sum((part) => part.done) / total : 0)}</b>
      </p>
      <ol className={styles.list}>
        {parts.map((part) => (
          <li key={part.key} data-here={part.key === current}>
            <PartLink part={part} here={part.key === current} />
            {part.key === current && part.sections && <Sections sections={part.sections} current={currentSection} />}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function PartLink({ part, here }: { part: RailPart; here: boolean }) {
  const { t } = useTranslation();
  const link = useRef<HTMLAnchorElement>(null);
  // On a phone the parts stand in one row that scrolls.
  useEffect(() => {
    const row = here ? link.current?.closest('ol') : undefined;
    if (row && link.current) row.scrollLeft = link.current.offsetLeft - row.offsetLeft - 16;
  }, [here]);
  return (
    <Link to={part.to} ref={link} aria-current={here ? 'step' : undefined}>
      <Ring share={part.total ? part.done / part.total : 0} />
      <span>
        <strong>{part.label}</strong>
        <span>{t('progress.of', { done: part.done, total: part.total })}</span>
      </span>
    </Link>
  );
}

const AROUND = 2 * Math.PI * 9.5;

function Ring({ share }: { share: number }) {
  return (
    <svg viewBox="0 0 24 24" className={styles.ring} aria-hidden="true">
      <circle cx="12" cy="12" r="9.5" className={styles.ringGround} />
      <circle
        cx="12"
        cy="12"
        r="9.5"
        className={styles.ringDone}
        strokeDasharray={`${AROUND * share} ${AROUND + 1}`}
        transform="rotate(-90 12 12)"
      />
    </svg>
  );
}

function Sections({ sections, current }: { sections: NonNullable<RailPart['sections']>; current?: string }) {
  return (
    <ol className={styles.strategies}>
      {sections.map((section) => (
        <li key={section.key}>
          <Link to={section.to} aria-current={section.key === current ? 'true' : undefined}>
            <b>{section.code}</b> {section.title}
          </Link>
        </li>
      ))}
    </ol>
  );
}
