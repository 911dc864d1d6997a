/** Jobs that employee-reports works. */
export const employeeReportsJobs = {} as const;
