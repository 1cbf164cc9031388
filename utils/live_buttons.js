// The buttons of live_buttons.py: they appear once Python has answered.

const STYLE = `
.course-live-buttons { display: flex; gap: 8px; }
.course-live-buttons button {
  min-height: 2.4em; min-width: 6em; padding: 4px 16px; cursor: pointer;
  font-family: var(--jp-ui-font-family, sans-serif);
  font-size: var(--jp-content-font-size1, 14px);
  border: 1px solid var(--jp-border-color1, #999); border-radius: 3px;
  color: var(--jp-ui-font-color1, #111);
  background: var(--jp-layout-color2, #eee);
}
.course-live-buttons button:hover { text-decoration: underline; }
.course-live-buttons button:focus-visible {
  outline: 3px solid #0072B2; outline-offset: 1px;
}`;

async function connect(model, el, left) {
  const kernel = model.widget_manager?.kernel; // only JupyterLab has one here
  if (!kernel?.createComm || model.get("over")) return;
  const channel = kernel.createComm(model.get("target"));
  left.push(() => channel.isDisposed || channel.dispose());
  await channel.subshellStarted; // never, where there are no subshells
  if (!channel.subshellId || channel.isDisposed) return;
  channel.onMsg = (message) => show(el, channel, message.content.data);
  channel.open();
}

function show(el, channel, { paused, stopped }) {
  if (!el.querySelector("button")) {
    el.innerHTML = `<style>${STYLE}</style><div class="course-live-buttons"
      ><button type="button"></button><button type="button">Stop</button
      ></div>`;
    const [pause, stop] = el.querySelectorAll("button");
    pause.addEventListener("click", () => {
      channel.send(pause.textContent.toLowerCase());
    });
    stop.addEventListener("click", () => channel.send("stop"));
  }
  const [pause, stop] = el.querySelectorAll("button");
  pause.textContent = paused ? "Go on" : "Pause";
  pause.disabled = stop.disabled = stopped;
}

function render({ model, el }) {
  const left = []; // to do when the view goes
  const leave = () => {
    el.replaceChildren();
    while (left.length) left.pop()();
  };
  model.on("change:over", leave);
  left.push(() => model.off("change:over", leave));
  connect(model, el, left).catch(console.warn); // then without buttons
  return leave;
}

export default { render };
