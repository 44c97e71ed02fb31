import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { consensusQuery, instrumentQuery, roundQuery, useTenant } from '../../api/readiness';
import { tenantMeQuery, useMe } from '../../api/use-session';
import { Loaded } from '../../components/states';
import { TimeZoneContext } from '../../i18n/time-zone';
import { ConsensusSession } from './consensus-session';
import styles from './consensus.module.css';

/** The consensus talk, made for a projector: one indicator on the screen, or the whole agenda. */
export function ConsensusPage() {
  const { id = '' } = useParams();
  const tenant = useTenant();
  const [params] = useSearchParams();
  const { account } = useMe();
  const zone = useQuery(tenantMeQuery(tenant)).data?.settings.timeZone;
  const view = params.get('view') === 'own' ? 'own' : 'team';
  const round = useQuery(roundQuery(tenant, id));
  const instrument = useQuery(instrumentQuery(round.data?.instrumentId));
  const consensus = useQuery(consensusQuery(tenant, id, view));
  return (
    <TimeZoneContext value={account.timeZone ?? zone}>
      <div className={styles.page}>
        <Loaded query={round} rows={8}>
          {(roundData) => (
            <Loaded query={instrument} rows={8}>
              {(instrumentData) => (
                <Loaded query={consensus} rows={8}>
                  {({ items }) => (
                    <ConsensusSession round={roundData} instrument={instrumentData} items={items} view={view} />
                  )}
                </Loaded>
              )}
            </Loaded>
          )}
        </Loaded>
      </div>
    </TimeZoneContext>
  );
}
