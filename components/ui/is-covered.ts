/** True while a dialog or a menu lies on top and has the keyboard. A tip or a bubble (`popover=manual`) only tells: the keys below it go on. */
export const isCovered = (): boolean => document.querySelector("dialog[open], [popover='auto']:popover-open") !== null;
