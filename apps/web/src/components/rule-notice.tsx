import { IconAlertTriangle, IconBan, IconCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './rule-notice.module.css';

/** How much a rule binds: block cannot be overridden, warn wants a reason, inform is a note. */
export type Severity = 'block' | 'warn' | 'inform' | 'pass';

interface RuleNoticeProps {
  severity: Severity;
  name: string;
  /** Key of the rule and where it is written; left out where a page only informs. */
  rule?: string;
  source?: string;
  children: ReactNode;
  action?: ReactNode;
}
const ICONS = { block: IconBan, warn: IconAlertTriangle, inform: IconInfoCircle, pass: IconCheck };

/** A rule speaking: what it found, in numbers; which rule; where the rule is written; what to do. */
export function RuleNotice({ severity, rule, name, source, children, action }: RuleNoticeProps) {
  const { t } = useTranslation();
  const IconShape = ICONS[severity];
  return (
    <div className={`${styles.notice} ${styles[severity]}`}>
      <IconShape size={18} stroke={2} aria-hidden className={styles.icon} />
      <div className={styles.text}>
        <p>
          <b>
            {t(`rule.${severity}`)}: {name}.
          </b>{' '}
          {children}
        </p>
        {rule && source && <p className={styles.source}>{t('rule.source', { rule, source })}</p>}
      </div>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
