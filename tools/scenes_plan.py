"""A copy of the demo whose next meeting has papers, and what opens in the place of its agenda."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from council.demo.cast import both
from council.services import meetings, publish
from council.services.planning import agenda, agenda_templates, papers, threads

if TYPE_CHECKING:
    from collections.abc import Callable

    from council.services.desk import Desk, FixedClock
    from council.services.planning.agenda import ItemRow
    from council.ui.shell import Shell

_LEASE = "Garden lease"
_LETTER = """<w:document xmlns:w="urn:w"><w:body>
<w:p><w:t>To the Riverbend Neighborhood Council</w:t></w:p><w:p/>
<w:p><w:t>I would take over two of the beds at Mill Lane, and pay the rent of both.</w:t></w:p>
<w:tbl><w:tr><w:tc><w:p><w:t>Bed</w:t></w:p></w:tc><w:tc><w:p><w:t>Rent</w:t></w:p></w:tc></w:tr>
<w:tr><w:tc><w:p><w:t>4</w:t></w:p></w:tc><w:tc><w:p><w:t>120</w:t></w:p></w:tc></w:tr></w:tbl>
</w:body></w:document>"""


def furnish(desk: Desk, clock: FixedClock) -> None:
    """Give the garden lease papers in versions, one of them for members only; keep a template."""
    meeting = next(m.uid for m in meetings.list_meetings(desk) if str(m.state) == "planned")
    lease = _item(desk, meeting, _LEASE)
    pages = publish.agenda_pdf(desk, meeting, "en")
    first = papers.add_paper(desk, lease, "Lease of the garden at Mill Lane.pdf", pages).value
    clock.pass_time(hours=2)
    papers.add_version(desk, first, "Lease of the garden at Mill Lane, revised.pdf", pages)
    papers.add_paper(desk, lease, "แผนผังสวนผักซอยโรงสี.png", _plan())
    papers.add_paper(desk, lease, "Rent since 2016.csv", _rents())
    offer = papers.add_paper(desk, lease, "Offer of a neighbor.docx", _letter()).value
    papers.set_public(desk, offer, public=False)
    agenda_templates.template_from_agenda(
        desk, meeting, name=both("Meeting with the gardens", "ประชุมเรื่องสวน"), meeting_kind="regular"
    )


def _item(desk: Desk, meeting: str, title: str) -> str:
    found = agenda.list_items(desk, meeting)
    return next(one.uid for one in found if one.title.show("en") == title)


def _plan() -> bytes:
    """Draw a plan of four beds and a path."""
    image = QImage(1600, 1000, QImage.Format.Format_RGB32)
    image.fill(QColor("#f4f1e6"))
    brush = QPainter(image)
    brush.setRenderHint(QPainter.RenderHint.Antialiasing)
    brush.setBrush(QColor("#8fb27c"))
    for x, y in ((100, 100), (860, 100), (100, 560), (860, 560)):
        brush.drawRoundedRect(QRectF(x, y, 640, 340), 24, 24)
    brush.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


def _rents() -> bytes:
    lines = ["year,rent", *(f"{year},{100 + 5 * (year - 2016)}" for year in range(2016, 2027))]
    return "\n".join(lines).encode()


def _letter() -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        made.writestr("word/document.xml", _LETTER)
    return packed.getvalue()


def _step(shell: Shell) -> Any:
    page: Any = shell.current_page()
    return page.current()


def _lease(shell: Shell) -> Any:
    """Choose the item with the papers; return the step."""
    step = _step(shell)
    found: ItemRow = next(i for i in step.items if i.title.show("en") == _LEASE)
    step.tree.pick(found.uid)
    return step


def _list(shell: Shell) -> None:
    from PySide6.QtWidgets import QApplication

    step = _lease(shell)
    QApplication.processEvents()
    holder = step.inspector.parentWidget().parentWidget()
    holder.ensureWidgetVisible(step.inspector.history, 0, 12)
    step.inspector.papers.list.setFocus()


def _open(place: int) -> Callable[[Shell], None]:
    def open_it(shell: Shell) -> None:
        step = _lease(shell)
        step.panels.open_paper(step.inspector.papers.list.papers.papers[place].uid)

    return open_it


def _older(shell: Shell) -> None:
    step = _lease(shell)
    newest = step.inspector.papers.list.papers.papers[0].uid
    step.panels.open_paper(papers.list_versions(step.context.reader, newest)[-1].uid)


def _history(shell: Shell) -> None:
    """Show the matter that was before the council most often."""
    step = _step(shell)
    desk = step.context.reader
    step.tree.pick(max(step.items, key=lambda one: len(threads.thread(desk, one.uid))).uid)
    step.panels.show_thread()


def _search(shell: Shell) -> None:
    panels = _lease(shell).panels
    panels.show_search()
    panels.search.line.setText("garden" if panels.context.language == "en" else "สวน")
    panels.search.search()


def _compare(shell: Shell) -> None:
    panels = _step(shell).panels
    panels.show_compare()
    panels.compare.tick_all()


def _templates(*, change: bool) -> Callable[[Shell], None]:
    def show(shell: Shell) -> None:
        panels = _step(shell).panels
        panels.show_templates()
        panels.templates.edit_template(on=change)

    return show


def _many(shell: Shell) -> None:
    """Choose several items, some of them to be decided together, one closed."""
    step = _step(shell)
    step.tree.setFocus()
    step.tree.choose([one.uid for one in step.items if one.depth][:4])


def _closed(shell: Shell) -> None:
    step = _step(shell)
    run = step.context.dispatcher.run
    found = [one for one in step.items if str(one.kind) == "decision"]
    ground = both("Lease negotiations, Section 54956.8", "การเจรจาสัญญาเช่า ตามมาตรา 15")
    run(agenda.change_item, found[-1].uid, closed=True, closed_ground=ground)
    run(agenda.change_item, found[0].uid, consent=True)
    step.carry.closed.emit()
    step.tree.pick(found[-1].uid)


def _carry(*, asked: bool) -> Callable[[Shell], None]:
    def show(shell: Shell) -> None:
        step = _step(shell)
        step.carry_over.click()
        if asked and step.carry.settle:
            step.carry.ask_reason(list(step.carry.settle)[-1])

    return show


PLANNED: dict[str, Callable[[Shell], None]] = {
    "plan-papers": _list,
    "plan-paper-pdf": _open(0),
    "plan-paper-older": _older,
    "plan-paper-picture": _open(1),
    "plan-paper-text": _open(2),
    "plan-paper-other": _open(3),
    "plan-thread": _history,
    "plan-search": _search,
    "plan-compare": _compare,
    "plan-templates": _templates(change=False),
    "plan-template": _templates(change=True),
    "plan-many": _many,
    "plan-carry": _carry(asked=False),
    "plan-carry-reason": _carry(asked=True),
    "plan-closed": _closed,
}
