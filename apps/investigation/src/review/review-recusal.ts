/** What the first decider's recusal is granted by while a review runs, and taken back by once it is decided (R01.7). */
export const REVIEW_RECUSAL = 'investigation:review';
