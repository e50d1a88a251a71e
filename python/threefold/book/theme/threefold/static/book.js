// Themes, chosen languages, and the search. All that it remembers stays in this browser.
"use strict";
(() => {
  const root = document.documentElement;
  const site = new URL(document.currentScript.dataset.site || "./", location.href);
  const stored = {
    get(key) { try { return localStorage.getItem(`threefold.${key}`); } catch { return null; } },
    set(key, value) { try { localStorage.setItem(`threefold.${key}`, value); } catch { /* a private window */ } },
  };
  root.classList.add("js");

  // auto follows the system; set before anything is drawn
  const themes = ["auto", "light", "dark"];
  const theme = (name) => { root.dataset.theme = themes.includes(name) ? name : "auto"; };
  theme(stored.get("theme"));

  // the languages, the last chosen first: as many are shown as there are columns
  const columns = [matchMedia("(min-width: 768px)"), matchMedia("(min-width: 1280px)")];
  const room = () => 1 + columns.filter((query) => query.matches).length;
  let order = (stored.get("languages") || "").split(" ").filter(Boolean);

  function show() {
    const shown = order.slice(0, room());
    for (const cell of document.querySelectorAll(".cell[data-language]")) {
      cell.classList.toggle("shown", shown.includes(cell.dataset.language));
    }
    for (const button of document.querySelectorAll(".switch button")) {
      button.setAttribute("aria-pressed", shown.includes(button.dataset.language));
    }
  }

  function choose(language) {
    const from = document.querySelector(".heads");
    const before = from.getBoundingClientRect().top;
    order = [language, ...order.filter((one) => one !== language)];
    stored.set("languages", order.join(" "));
    show();
    if (before > 0) scrollBy(0, from.getBoundingClientRect().top - before);
  }

  function languages() {
    const bar = document.querySelector(".switch");
    if (!bar) return;
    const known = [...bar.children].map((button) => button.dataset.language);
    order = [...order.filter((one) => known.includes(one)), ...known.filter((one) => !order.includes(one))];
    bar.hidden = false;
    bar.addEventListener("click", (event) => {
      if (event.target.dataset.language) choose(event.target.dataset.language);
    });
    for (const query of columns) query.addEventListener("change", show);
    show();
    // who follows a link to a line sees the language that it is in
    const reveal = () => {
      const target = location.hash && document.getElementById(location.hash.slice(1));
      if (!target) return;
      const cell = target.closest(".cell[data-language]");
      const folded = target.closest("details");
      if (folded) folded.open = true;
      if (cell && !cell.classList.contains("shown")) choose(cell.dataset.language);
      if (cell || folded) target.scrollIntoView();
    };
    addEventListener("hashchange", reveal);
    reveal();
  }

  // on paper everything is shown; browsers that can't say so in their style open what is folded
  function printing() {
    let opened = [];
    addEventListener("beforeprint", () => {
      opened = [...document.querySelectorAll("details:not([open])")];
      for (const one of opened) one.open = true;
    });
    addEventListener("afterprint", () => { for (const one of opened) one.open = false; });
  }

  function themeButton() {
    const button = document.querySelector("button.theme");
    const name = button.querySelector("span");
    const say = () => { name.textContent = root.dataset.theme; };
    button.hidden = false;
    say();
    button.addEventListener("click", () => {
      theme(themes[(themes.indexOf(root.dataset.theme) + 1) % themes.length]);
      stored.set("theme", root.dataset.theme);
      say();
    });
  }

  async function search() {
    const input = document.getElementById("query");
    if (!input) return;
    const found = document.getElementById("found");
    const list = document.getElementById("results");
    let pagefind;
    let latest = 0;
    const run = async () => {
      const turn = ++latest;
      const words = input.value.trim();
      const here = new URL(location.href);
      if (words) here.searchParams.set("q", words); else here.searchParams.delete("q");
      history.replaceState(null, "", here);
      if (!words) { list.replaceChildren(); found.textContent = ""; return; }
      try {
        pagefind ??= await import(new URL("pagefind/pagefind.js", site));
      } catch {
        found.textContent = "The search needs a web server: open the book through `threefold book --serve`.";
        return;
      }
      const { results } = await pagefind.search(words);
      const pages = await Promise.all(results.slice(0, 30).map((one) => one.data()));
      if (turn !== latest) return;
      found.textContent = results.length === 1 ? "1 page" : `${results.length} pages`;
      list.replaceChildren(...pages.map((page) => {
        const item = document.createElement("li");
        const link = document.createElement("a");
        const text = document.createElement("p");
        link.href = page.url;
        link.textContent = page.meta.title;
        text.innerHTML = page.excerpt; // Pagefind escapes all but its own marks
        item.append(link, text);
        return item;
      }));
    };
    let waiting;
    input.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(run, 150); });
    input.form.addEventListener("submit", (event) => { event.preventDefault(); run(); });
    input.value = new URL(location.href).searchParams.get("q") || "";
    if (input.value) run(); else input.focus();
  }

  document.addEventListener("DOMContentLoaded", () => { themeButton(); languages(); printing(); search(); });
})();
