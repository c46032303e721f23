/** A text as a regular expression that matches it and nothing else. */
export const escaped = (text: string): string => text.replace(/[^\w]/g, '\\$&')
