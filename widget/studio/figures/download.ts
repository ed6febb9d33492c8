/** Gives a text to whoever reads the page, as a file. It is made here: nothing is requested. */
export function download(name: string, text: string, type = "text/csv;charset=utf-8"): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // A browser that asks where to put it has taken the address by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
