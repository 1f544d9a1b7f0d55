const NAME = "keyatlas-single-keys";

/** Whether single keys are on in this browser: they are, until somebody turns them off. */
export const singleKeysAreOn = (): boolean => window.localStorage.getItem(NAME) !== "off";

export const turnSingleKeys = (isOn: boolean): void => window.localStorage.setItem(NAME, isOn ? "on" : "off");
