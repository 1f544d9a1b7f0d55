/** The ground of the pages in each theme: what a browser paints around them. `--canvas` of tokens.css. */
export const THEME_COLORS = { light: "#f7f7f5", dark: "#0f1113" };
