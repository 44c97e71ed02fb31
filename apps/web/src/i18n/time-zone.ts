import { createContext, useContext } from 'react';

const deviceZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Zone in which times are shown: the person's own when signed in, else the zone of the device. */
export const TimeZoneContext = createContext<string | undefined>(undefined);

/** IANA name of the zone in which times are shown. */
export const useTimeZone = (): string => useContext(TimeZoneContext) ?? deviceZone();
