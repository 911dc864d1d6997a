/** Messages of the processes of emergencies, reports, supervision, learning. */
export const organisationMessages = {} as const;
