import { Button, Checkbox, Group, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '../../api/client';
import { partnershipTeamQuery, peopleOfQuery, useTenant, type Respondent, type Round } from '../../api/readiness';
import { useWrite } from '../../api/use-write';
import { useNotices } from '../../components/feedback/notices';
import { Loaded } from '../../components/states';
import { useFormats } from '../../i18n/format';
import styles from './rounds.module.css';

interface InvitePanelProps {
  round: Round;
  respondents: Respondent[];
  onDone: () => void;
}

/** Asks people of the partnership's member organizations to answer, organization by organization. */
export function InvitePanel({ round, respondents, onDone }: InvitePanelProps) {
  const { t } = useTranslation('assessments');
  const { t: words } = useTranslation();
  const formats = useFormats();
  const tenant = useTenant();
  const team = useQuery(partnershipTeamQuery(tenant, round.partnershipId));
  const [organizationId, setOrganization] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string[]>([]);
  const invite = useInvite(round);
  const today = formats.today();
  return (
    <div className={styles.invite} role="region" aria-label={t('people.invite')}>
      <Loaded query={team} rows={2}>
        {({ members }) => (
          <Select
            label={t('people.organization')}
            description={t('people.organizationHelp')}
            searchable
            maw={480}
            value={organizationId}
            data={members
              .filter(({ startsOn, endsOn }) => startsOn <= today && (!endsOn || endsOn >= today))
              .map((member) => ({ value: member.organizationId, label: member.organizationName }))}
            onChange={(id) => {
              setOrganization(id);
              setChosen([]);
            }}
          />
        )}
      </Loaded>
      {organizationId && (
        <PeopleChoice organizationId={organizationId} respondents={respondents} chosen={chosen} onChange={setChosen} />
      )}
      <Group gap="sm" mt="md">
        <Button
          disabled={chosen.length === 0 || !organizationId}
          loading={invite.isPending}
          onClick={() =>
            invite.mutate({ organizationId: organizationId ?? '', people: chosen }, { onSuccess: () => setChosen([]) })
          }
        >
          {t('people.ask', { count: chosen.length })}
        </Button>
        <Button variant="default" onClick={onDone}>
          {words('action.close')}
        </Button>
      </Group>
    </div>
  );
}

interface PeopleChoiceProps {
  organizationId: string;
  respondents: Respondent[];
  chosen: string[];
  onChange: (people: string[]) => void;
}

function PeopleChoice({ organizationId, respondents, chosen, onChange }: PeopleChoiceProps) {
  const { t } = useTranslation('assessments');
  const query = useQuery(peopleOfQuery(useTenant(), organizationId));
  const asked = new Set(respondents.map(({ personId }) => personId));
  return (
    <Loaded query={query} rows={2}>
      {({ items }) =>
        items.length === 0 ? (
          <p className={styles.text}>{t('people.nobodyThere')}</p>
        ) : (
          <Checkbox.Group label={t('people.who')} value={chosen} onChange={onChange} mt="sm">
            <div className={styles.people}>
              {items.map(({ id, displayName, organizations }) => (
                <Checkbox
                  key={id}
                  value={id}
                  label={displayName}
                  description={
                    asked.has(id) ? t('people.alreadyAsked') : organizations.find((o) => o.id === organizationId)?.title
                  }
                  disabled={asked.has(id)}
                />
              ))}
            </div>
          </Checkbox.Group>
        )
      }
    </Loaded>
  );
}

function useInvite(round: Round) {
  const { t } = useTranslation('assessments');
  const tenant = useTenant();
  const notices = useNotices();
  const write = useWrite(
    async ({ organizationId, people }: { organizationId: string; people: string[] }) => {
      for (const personId of people)
        await unwrap(
          api.POST('/api/v1/t/{tenant}/assessments/{id}/respondents', {
            params: { path: { tenant, id: round.id } },
            body: { personId, organizationId },
          }),
        );
      return people.length;
    },
    {
      refresh: [
        ['respondents', tenant, round.id],
        ['round', tenant, round.id],
      ],
      onSuccess: (count) =>
        notices.done(t(round.status === 'open' ? 'people.askedNow' : 'people.askedLater', { count })),
    },
  );
  return {
    ...write,
    mutate: (input: { organizationId: string; people: string[] }, then: { onSuccess: () => void }) =>
      write.mutate(input, { ...then, onError: notices.failed }),
  };
}
