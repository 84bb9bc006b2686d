// The words of the address that is not there, filled in where one can search for them.
const words = decodeURIComponent(location.pathname.replace(/%(?![\da-f]{2})/gi, ""))
  .replace(/\.\w+$/, "")
  .split(/[^\p{L}\p{N}]+/u)
  .filter((word) => word && word !== document.documentElement.lang && word !== "index");
document.querySelector("[data-ask] input").value = words.slice(-8).join(" ");
