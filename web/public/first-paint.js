// Pins the chosen theme and language before the first paint: a separate file, because the
// content security policy allows no inline script. The keys are those of src/app/settings.ts.
(() => {
  const root = document.documentElement;
  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch (error) {
      console.info("Settings are not kept in this browser:", error);
      return null;
    }
  };
  const theme = read("zhibu.theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  const locale = read("zhibu.locale");
  if (locale === "en") root.lang = "en";
})();
