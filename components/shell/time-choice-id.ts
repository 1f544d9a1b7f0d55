/** The place in the user's menu that is filled when the script has come. */
export const TIME_CHOICE_ID = "time-choice";
