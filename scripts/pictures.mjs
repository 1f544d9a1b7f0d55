const button = (page, name) => page.getByRole("button", { name, exact: true }).click();
const dialog = (page) => page.getByRole("dialog").last();
const panel = (page) => page.getByRole("complementary", { name: "Key details" });

async function openFirstKey(page, at = 0) {
  await page.getByRole("table").getByRole("rowheader").getByRole("link").nth(at).click();
  await panel(page)
    .getByText(/^The cloud says/)
    .waitFor();
}

/** What the documentation shows: where it is, what is done there first, and which part is shown (all of it without one). */
export const PICTURES = [
  { name: "keys", path: "/keys?manager=customer&sort=deletes" },
  { name: "overview", path: "/overview" },
  {
    name: "find",
    path: "/keys?state=disabled,pending-deletion&rotation=!on",
    async prepare(page) {
      await page.getByRole("combobox", { name: /^Search alias/ }).pressSequentially("pay");
      await page.getByRole("listbox").getByRole("group", { name: "Keys" }).waitFor();
      return { x: 0, y: 48, width: 1280, height: 512 };
    },
  },
  {
    name: "views",
    path: "/keys?rotation=off",
    async prepare(page) {
      await page.getByRole("button", { name: /^View/ }).first().click();
      await page.getByRole("navigation", { name: "Views" }).waitFor();
      return { x: 0, y: 48, width: 760, height: 500 };
    },
  },
  {
    name: "save-view",
    path: "/keys?manager=customer&rotation=off&state=enabled",
    async prepare(page) {
      await button(page, "Save view");
      await page.getByRole("textbox", { name: "Name" }).fill("Rotation review");
      return dialog(page);
    },
  },
  {
    name: "export",
    path: "/keys?manager=customer&rotation=off&state=enabled",
    async prepare(page) {
      await button(page, "Export");
      await page.getByRole("button", { name: /^Export \d/ }).click();
      await page.getByRole("button", { name: /manifest/i }).waitFor();
      return dialog(page);
    },
  },
  {
    name: "missing",
    path: "/keys",
    async prepare(page) {
      await button(page, "What is missing");
      await page.getByRole("link", { name: "All sources" }).waitFor();
      return dialog(page);
    },
  },
  {
    name: "columns",
    path: "/keys",
    async prepare(page) {
      await button(page, "Columns");
      return dialog(page);
    },
  },
  {
    name: "keyboard",
    path: "/keys",
    async prepare(page) {
      await button(page, "Keyboard");
      return dialog(page);
    },
  },
  {
    name: "key",
    path: "/keys?state=pending-deletion&sort=deletes",
    prepare: (page) => openFirstKey(page, 2),
  },
  {
    name: "value",
    path: "/keys?state=pending-deletion&sort=deletes",
    async prepare(page) {
      await openFirstKey(page, 1);
      await panel(page).getByRole("button", { name: "Spec: actions and source" }).click();
      return { x: 896, y: 48, width: 384, height: 752 };
    },
  },
  { name: "chinese", path: "/keys?state=pending-deletion&sort=deletes", language: "zh" },
];
