/** Forms that employee-reports owns. */
export const employeeReportsForms = {} as const;
