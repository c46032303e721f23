/** What the codes of everything that is refused before there is a configuration have in common. */
export const REFUSAL = { severity: 'error', effect: 'rejected', reported: false, bad: '', good: '' } as const
