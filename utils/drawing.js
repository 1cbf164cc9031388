// The pad of drawing.py: after each stroke its pixels go to Python as bytes.

const SIZE = 280; // pixels of the side, also where the screen has more
const PAPER = 255;
const PEN = 18; // width in the same pixels
const STYLE = `
.course-pad {
  box-sizing: border-box; width: ${SIZE + 16}px; max-width: 100%;
  padding: 3px 12px 8px 4px;
  font-family: var(--jp-ui-font-family, sans-serif);
  font-size: var(--jp-content-font-size1, 14px);
  color: var(--jp-content-font-color1, #111);
}
.course-pad canvas {
  display: block; width: 100%; aspect-ratio: 1; background: white;
  box-shadow: 0 0 0 1px var(--jp-border-color1, #999);
  cursor: crosshair; touch-action: none; user-select: none;
}
.course-pad p { margin: 8px 0; line-height: 1.4; }
.course-pad button {
  min-height: 2.4em; padding: 4px 16px; font: inherit; cursor: pointer;
  border: 1px solid var(--jp-border-color1, #999); border-radius: 3px;
  color: var(--jp-ui-font-color1, #111);
  background: var(--jp-layout-color2, #eee);
}
.course-pad button:hover { text-decoration: underline; }
.course-pad button:focus-visible {
  outline: 3px solid #0072B2; outline-offset: 1px;
}`;

function render({ model, el }) {
  el.classList.add("course-pad");
  el.innerHTML = `<style>${STYLE}</style>
    <canvas width="${SIZE}" height="${SIZE}" role="img"
      aria-label="Pad to draw a digit on"></canvas>
    <p>Draw a digit here with the mouse, a finger or a pen.</p>
    <button type="button">Clear</button>`;
  const canvas = el.querySelector("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.fillStyle = context.strokeStyle = "black";
  context.lineWidth = PEN;
  context.lineCap = context.lineJoin = "round";
  let stroke = null; // the pointer that draws, and where it was last

  function paint() {
    if (stroke) return; // another view was drawn on: this one goes first
    const grey = model.get("pixels"); // a DataView
    const image = context.createImageData(SIZE, SIZE);
    for (let i = 0; i < SIZE * SIZE; i++) {
      image.data.fill(grey.getUint8(i), 4 * i, 4 * i + 3);
      image.data[4 * i + 3] = 255;
    }
    context.putImageData(image, 0, 0);
  }

  function wipe() {
    context.save();
    context.fillStyle = "white";
    context.fillRect(0, 0, SIZE, SIZE);
    context.restore();
  }

  function send() {
    const { data } = context.getImageData(0, 0, SIZE, SIZE);
    const grey = Uint8Array.from({ length: SIZE * SIZE }, (_, i) => data[4 * i]);
    model.set("is_example", false);
    model.set("pixels", new DataView(grey.buffer));
    model.save_changes();
  }

  function place(event) {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    const x = ((event.clientX - left) / width) * SIZE;
    const y = ((event.clientY - top) / height) * SIZE;
    return { x, y };
  }

  canvas.addEventListener("pointerdown", (event) => {
    if (stroke || event.button !== 0) return;
    event.preventDefault(); // the notebook neither scrolls nor selects text
    canvas.setPointerCapture(event.pointerId);
    if (model.get("is_example")) wipe();
    stroke = { id: event.pointerId, ...place(event) };
    context.beginPath();
    context.arc(stroke.x, stroke.y, PEN / 2, 0, 2 * Math.PI);
    context.fill();
  });
  canvas.addEventListener("pointermove", (event) => {
    if (stroke?.id !== event.pointerId) return;
    const steps = event.getCoalescedEvents?.() ?? []; // between two frames
    context.beginPath();
    context.moveTo(stroke.x, stroke.y);
    for (const step of steps.length ? steps : [event]) {
      Object.assign(stroke, place(step));
      context.lineTo(stroke.x, stroke.y);
    }
    context.stroke();
  });
  for (const end of ["pointerup", "pointercancel"]) {
    canvas.addEventListener(end, (event) => {
      if (stroke?.id !== event.pointerId) return;
      stroke = null;
      send();
    });
  }
  el.querySelector("button").addEventListener("click", () => {
    stroke = null;
    wipe();
    send();
  });

  paint();
  model.on("change:pixels", paint);
  return () => model.off("change:pixels", paint);
}

export default { render };
