/** What the content types of Word's own parts begin with. */
export const WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";
