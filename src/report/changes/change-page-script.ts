/**
 * Keys for the page; everything else works without it. n or j goes to the next change, p or k to the one before, Enter from a change to
 * its place in the full text and back, v to the other view, 1 to 4 hide and show a layer.
 */
export const changePageScript = `"use strict";
(() => {
  const views = ["view-inline", "view-sides"].map((name) => document.getElementById(name));
  const shows = ["data", "numbers", "text", "layout"].map((name) => document.getElementById("show-" + name));
  const position = document.querySelector(".position");
  const help = document.querySelector(".keys");
  help.hidden = false;
  let current = null;
  const stops = () => [...document.querySelectorAll("article.change, .badge[id]")].filter((one) => one.offsetParent !== null);
  const go = (target) => {
    if (!target) return;
    if (current) current.classList.remove("current");
    current = target;
    current.classList.add("current");
    current.scrollIntoView({ block: "center" });
    const cards = [...document.querySelectorAll("article.change")].filter((one) => one.offsetParent !== null);
    const at = cards.indexOf(current);
    position.textContent = at < 0 ? "全文" : at + 1 + " / " + cards.length;
  };
  const step = (direction) => {
    const list = stops();
    const at = list.indexOf(current);
    go(at < 0 ? list[direction > 0 ? 0 : list.length - 1] : list[at + direction]);
  };
  const other = () => {
    if (!current) return;
    const number = current.id.slice(1);
    const view = views[0].checked ? "i" : "s";
    go(document.getElementById((current.id[0] === "c" ? view : "c") + number));
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key;
    if (key === "n" || key === "j") step(1);
    else if (key === "p" || key === "k") step(-1);
    else if (key === "v") views[views[0].checked ? 1 : 0].click();
    else if (key === "Enter" && document.activeElement.tagName !== "A") other();
    else if ("1234".includes(key) && key !== "") shows[Number(key) - 1].click();
    else return;
    event.preventDefault();
  });
})();
`;
