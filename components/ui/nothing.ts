/** Stands in the browser for what only the server takes at once (`#server/…` in package.json): there it is fetched later. */
export default null;
