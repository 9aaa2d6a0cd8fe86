"""Rows and cells of RTF, which has no tables: paragraphs that say how deep in one they stand (RTF 1.9.1)."""

from dataclasses import dataclass, field

from bronbrief.intake.page_writer import PageWriter


@dataclass(slots=True)
class Tables:
    """Gathers the cells of the rows that are open, by depth, and writes each row when it ends."""

    writer: PageWriter
    cells: dict[int, list[str]] = field(default_factory=dict)
    open_cells: int = 0
    in_row: bool = False
    grounds: list[str] = field(default_factory=list)
    ground: str = ""

    def define(self, word: str, ground: str) -> None:
        """Follow the definition of a row (`trowd`), the ground of a cell (`clcbpat`) and its end."""
        if word == "trowd":
            self.in_row, self.grounds, self.ground = True, [], ""
        elif word == "clcbpat":
            self.ground = ground
        else:
            self.grounds.append(self.ground)
            self.ground = ""

    def enter(self, depth: int) -> None:
        """Go on at a depth: what is open below it ends."""
        while self.open_cells > depth:
            self.end_cell(self.open_cells)
            self._write(self.open_cells + 1)
        if not depth:
            self._write_below(0)
        while self.open_cells < depth:
            self.writer.open_aside()
            self.open_cells += 1

    def end_cell(self, depth: int) -> None:
        """End a cell (`cell`, `nestcell`), with rows within it that nothing had ended."""
        self.enter(depth)
        self._write_below(depth)
        self.open_cells -= 1
        self.cells.setdefault(depth, []).append(self.writer.close_aside())

    def end_row(self, depth: int) -> None:
        """End a row (`row`, `nestrow`), with what no cell had ended."""
        if self.open_cells >= depth:
            self.end_cell(depth)
        if depth > 1:
            self.enter(depth - 1)
        else:
            self.in_row = False
        self._write(depth)

    def _write_below(self, depth: int) -> None:
        for one in sorted(one for one in self.cells if one > depth):
            self._write(one)

    def _write(self, depth: int) -> None:
        cells = self.cells.pop(depth, [])
        if cells:
            grounds = [*(self.grounds if depth == 1 else ()), *([""] * len(cells))]
            styled = (f' style="background-color:{one}"' if one else "" for one in grounds)
            row = "".join(f"<td{style}>{cell}</td>" for style, cell in zip(styled, cells, strict=False))
            self.writer.markup(f"<table><tr>{row}</tr></table>")
