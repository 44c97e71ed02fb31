import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RuleNotice } from '../../../components/rule-notice';
import { useTenantSlug } from '../use-directory';
import styles from './organization-form.module.css';

/** An organization that may be the same one. */
export interface DuplicateCandidate {
  id: string;
  name: string;
  city: string | null;
  reason: 'same-id' | 'similar-name';
}

interface DuplicateWarningProps {
  candidates: DuplicateCandidate[];
  busy: boolean;
  onAccept: () => void;
}

/** Shows what may be the same organization. One with the same id is the same; one with a similar name is for the person to judge. */
export function DuplicateWarning({ candidates, busy, onAccept }: DuplicateWarningProps) {
  const { t } = useTranslation('directory');
  const tenant = useTenantSlug();
  const box = useRef<HTMLDivElement>(null);
  const same = candidates.some(({ reason }) => reason === 'same-id');
  useEffect(() => box.current?.focus(), [candidates]);
  return (
    <div ref={box} tabIndex={-1} role="alert">
      <RuleNotice
        severity={same ? 'block' : 'warn'}
        name={t(same ? 'duplicateSame' : 'duplicateSimilar')}
        action={
          !same && (
            <Button size="xs" variant="default" loading={busy} onClick={onAccept}>
              {t('isAnother')}
            </Button>
          )
        }
      >
        {t(same ? 'duplicateSameHelp' : 'duplicateSimilarHelp')}
      </RuleNotice>
      <ul className={styles.candidates}>
        {candidates.map(({ id, name, city }) => (
          <li key={id}>
            <Link to={`/t/${tenant}/organizations/${id}`}>{name}</Link>
            {city && `, ${city}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
