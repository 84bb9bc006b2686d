// The guide stays readable without a network once one of its pages was visited. The worker stands at the root of the site.
if ("serviceWorker" in navigator) navigator.serviceWorker.register(new URL("../worker.js", import.meta.url)).catch(() => {});
