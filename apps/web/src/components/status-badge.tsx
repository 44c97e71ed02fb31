import {
  IconAlertTriangle,
  IconCheck,
  IconCircle,
  IconCircleDashed,
  IconCircleHalf2,
  IconClock,
  IconEyeOff,
  IconFlag,
  IconLock,
  IconMail,
  IconPencil,
  IconSend,
  IconX,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './status-badge.module.css';

interface Look {
  tone: 'good' | 'warn' | 'bad' | 'info' | 'quiet';
  icon: Icon;
}

/** The only list of states: every state of every record with its tone and icon; its word is `status.<key>` in the catalog. */
export const STATUS = {
  open: { tone: 'info', icon: IconCircle },
  underway: { tone: 'info', icon: IconCircleHalf2 },
  waiting: { tone: 'warn', icon: IconClock },
  blocked: { tone: 'bad', icon: IconAlertTriangle },
  overdue: { tone: 'bad', icon: IconFlag },
  stale: { tone: 'warn', icon: IconClock },
  done: { tone: 'good', icon: IconCheck },
  signed: { tone: 'good', icon: IconCheck },
  inForce: { tone: 'good', icon: IconCheck },
  draft: { tone: 'quiet', icon: IconPencil },
  locked: { tone: 'quiet', icon: IconLock },
  planned: { tone: 'quiet', icon: IconCircle },
  declined: { tone: 'bad', icon: IconX },
  ending: { tone: 'warn', icon: IconClock },
  answering: { tone: 'info', icon: IconCircleHalf2 },
  answersClosed: { tone: 'info', icon: IconEyeOff },
  inConsensus: { tone: 'info', icon: IconCircleHalf2 },
  awaitingApproval: { tone: 'warn', icon: IconClock },
  superseded: { tone: 'quiet', icon: IconLock },
  submitted: { tone: 'good', icon: IconSend },
  notStarted: { tone: 'quiet', icon: IconCircleDashed },
  active: { tone: 'good', icon: IconCheck },
  inactive: { tone: 'quiet', icon: IconCircleDashed },
  invited: { tone: 'info', icon: IconMail },
  expired: { tone: 'warn', icon: IconClock },
  revoked: { tone: 'bad', icon: IconX },
  failed: { tone: 'bad', icon: IconAlertTriangle },
  queued: { tone: 'quiet', icon: IconClock },
  imported: { tone: 'good', icon: IconCheck },
  checked: { tone: 'info', icon: IconCheck },
  conflict: { tone: 'bad', icon: IconAlertTriangle },
  noConsensus: { tone: 'warn', icon: IconAlertTriangle },
  closed: { tone: 'quiet', icon: IconLock },
  target: { tone: 'good', icon: IconCheck },
} satisfies Record<string, Look>;
/** A state that a badge can show. */
export type StatusKey = keyof typeof STATUS;

interface StatusBadgeProps {
  status: StatusKey;
  /** Says more than the plain word, for example "Round 3, in consensus". */
  label?: string;
  /** Drops the tint, for use inside dense tables. */
  quiet?: boolean;
}

/** State of a record: word, icon and color, never color alone. */
export function StatusBadge({ status, label, quiet }: StatusBadgeProps) {
  const { t } = useTranslation();
  const { tone, icon: IconShape } = STATUS[status];
  return (
    <span className={`${styles.badge} ${styles[tone]} ${quiet ? styles.quietLook : ''}`}>
      <IconShape size={14} stroke={2.2} aria-hidden />
      {label ?? t(`status.${status}`)}
    </span>
  );
}
