"""The parts every page is made of: they paint, they can be reached by keyboard, they have names."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QWidget

from council.ui import kit, theme
from council.ui.kit.flow import Flow
from council.ui.printing import keep_pdf, safe_name

COLUMNS = [
    kit.Column("Number", lambda r: r[0], 90, key=lambda r: int(r[0])),
    kit.Column("Subject", lambda r: r[1], weight="medium", tone=lambda r: ("check-circle", "yes")),
]
ROWS = [("2", "Bench"), ("10", "ทำหนังสือ"), ("1", "Crosswalk")]


def _everything() -> list[QWidget]:
    """Return one of each widget in its states."""
    votes = ["yes", "no", "abstain", "recused", "next", ""]
    away = ["left", "excused", "absent", "vacant", "remote"]
    states = [kit.VoteCellState("Haddad", v or "waiting", "B", v) for v in votes]
    states += [kit.VoteCellState("Nunn", p, "C", "", p) for p in away]
    facts = (("Tally", "7–1–1"), ("Needs", "5"))
    verdicts = [
        kit.Verdict(kit.VerdictState(tone, "Carries", "not yet", facts, "Majority.", declared))
        for tone in ("yes", "no", "warn", "neutral")
        for declared in (False, True)
    ]
    steps = [kit.Step("a", "Plan", "2 remarks", "done"), kit.Step("b", "Notice", "", "here")]
    return [
        *(kit.VoteCell(state) for state in states),
        *verdicts,
        kit.Stepper([*steps, kit.Step("c", "Meet")], "b"),
        kit.QuorumMeter(
            kit.QuorumState(6, 8, 9, 15, False, "Quorum lost", "", "", "needs 8", "15")
        ),
        kit.QuorumMeter(kit.QuorumState(6, None, 9, 0, None, "Quorum")),
        kit.MotionCard("1", "Motion", "Haddad", kit.marked_html([("ins", "by <March>")]), level=1),
        kit.TimelineLine("19:44", "gavel", "Roll call", "seconded", newest=True, struck=True),
        kit.Banner("Quorum lost", "no", "Note"),
        kit.EmptyState("users", "Nobody yet", "Add somebody.", "Add"),
        kit.Remark("Vague title", "Say more"),
        kit.Field("Title", kit.line_edit("x"), "hint", optional=True),
        kit.FormRow("Quorum", kit.combo([("a", "Majority")]), "8 of 15", "Bylaws", ok=False),
        kit.SegmentedSwitch([("en", "English"), ("th", "ไทย")], "en", "Language"),
        kit.Tabs([("a", "Seats"), ("b", "Table")], "a", "Parts"),
        kit.ConfirmInline("Take it back?", "Take back"),
        kit.Button("Declare", "check", "primary", "Enter"),
        kit.FactText("A " + kit.fact_html("Haddad") + " moved"),
        kit.Paper("<p>Minutes</p>", 200, draft="DRAFT", foot="1"),
        kit.chip("carried", "yes", "check-circle", solid=True),
    ]


@pytest.mark.parametrize("scheme", theme.SCHEMES)
def test_everything_paints_in_every_scheme(qtbot, qapp, scheme):
    theme.apply(qapp, scheme)
    box = kit.frame("canvas", kit.stack(*_everything()))
    qtbot.addWidget(box)
    box.resize(900, box.sizeHint().height())
    assert not box.grab().isNull()


def test_everything_that_takes_the_keyboard_has_a_name(qtbot):
    for widget in _everything():
        qtbot.addWidget(widget)
        for child in [widget, *widget.findChildren(QWidget)]:
            inner = (
                isinstance(child.parent(), QWidget)
                and "Container" in child.parent().metaObject().className()
            )
            if child.focusPolicy() != Qt.FocusPolicy.NoFocus and not inner:
                assert child.accessibleName(), type(child)


def test_a_spin_field_shows_its_number(qtbot):
    box = kit.spin(20, 0, 99)
    qtbot.addWidget(box)
    box.show()
    assert box.lineEdit().width() > 60


def test_a_button_is_pressed_by_enter_and_shows_a_ring_for_the_keyboard(qtbot):
    button, pressed = kit.Button("Go"), []
    box = kit.frame("canvas", kit.row(button, pad=20))
    qtbot.addWidget(box)
    box.show()
    button.clicked.connect(lambda: pressed.append(1))
    focus = QFocusEvent(QFocusEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason)
    QApplication.sendEvent(button, focus)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert len(pressed) == 2
    assert box.findChildren(kit.FocusRing)
    button.setEnabled(False)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert len(pressed) == 2


def test_the_switch_moves_with_arrows_and_tells_what_is_chosen(qtbot):
    switch = kit.SegmentedSwitch([("en", "English"), ("th", "ไทย")], "en", "Language")
    qtbot.addWidget(switch)
    with qtbot.waitSignal(switch.chosen) as heard:
        qtbot.keyClick(switch, Qt.Key.Key_Right)
    assert heard.args == ["th"]
    assert switch.accessibleName() == "Language: ไทย"


def test_escape_is_a_no(qtbot):
    question = kit.ConfirmInline("Take it back?", "Take back")
    qtbot.addWidget(question)
    with qtbot.waitSignal(question.cancelled):
        qtbot.keyClick(question, Qt.Key.Key_Escape)


def _table(qtbot, rows):
    table = kit.DataTable(COLUMNS, lambda r: r[0], "Decisions")
    qtbot.addWidget(table)
    table.resize(500, 300)
    table.set_rows(rows)
    return table


def _shown(table):
    model = table.model()
    return [model.index(r, 0).data() for r in range(model.rowCount())]


@pytest.mark.parametrize("rows", [[], ROWS[:1], ROWS])
def test_the_tables_model_is_sound(qtbot, qtmodeltester, rows):
    table = _table(qtbot, rows)
    qtmodeltester.check(table.rows_model)
    table.set_rows(ROWS)
    qtmodeltester.check(table.rows_model)
    assert not table.grab().isNull()


def test_a_table_keeps_its_order_sorts_by_key_and_filters(qtbot):
    table = _table(qtbot, ROWS)
    assert _shown(table) == ["2", "10", "1"]
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert _shown(table) == ["1", "2", "10"]
    table.set_filter("หนังสือ")
    assert _shown(table) == ["10"]


def test_a_table_keeps_what_was_chosen_when_rows_come_anew(qtbot):
    table = _table(qtbot, ROWS)
    table.pick("1")
    table.set_rows([("1", "Crosswalk"), ("3", "Garden")])
    assert table.current_uid() == "1"


def test_rows_are_copied_as_tabs_and_opened_by_enter(qtbot):
    table = _table(qtbot, ROWS)
    table.pick("10")
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "10\tทำหนังสือ"
    with qtbot.waitSignal(table.opened) as heard:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert heard.args == ["10"]


def test_words_of_a_council_are_no_markup(qtbot):
    made = kit.label("<b>5 < 6</b>")
    qtbot.addWidget(made)
    assert made.textFormat() == Qt.TextFormat.PlainText
    assert kit.marked_html([("same", "<b>"), ("del", "x")]) == "&lt;b&gt;<del>x</del>"


def test_a_second_pdf_gets_a_number_and_the_same_one_does_not(tmp_path):
    first = keep_pdf(b"1", tmp_path, "Minutes 12/2026.pdf")
    assert first.name == "Minutes 12-2026.pdf"
    assert keep_pdf(b"1", tmp_path, "Minutes 12/2026.pdf") == first
    assert keep_pdf(b"2", tmp_path, "Minutes 12/2026.pdf").name == "Minutes 12-2026 (2).pdf"
    assert safe_name("รายงาน: ครั้งที่ 1") == "รายงาน- ครั้งที่ 1"


def test_a_pdf_is_shown_and_printed_page_by_page(qtbot, tmp_path):
    from PySide6.QtGui import QPageSize, QPainter, QPdfWriter
    from PySide6.QtPrintSupport import QPrinter

    from council.ui.printing import print_pdf

    source = tmp_path / "two.pdf"
    writer = QPdfWriter(str(source))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter(writer)
    painter.drawText(100, 100, "one")
    writer.newPage()
    painter.drawText(100, 100, "two")
    painter.end()
    page = kit.PdfPage(300)
    qtbot.addWidget(page)
    page.set_pdf(source.read_bytes())
    page.set_page(9)
    assert (page.page_count(), page.page()) == (2, 1)
    assert not page.grab().isNull()
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    assert print_pdf(source, printer) == 2
    out = QPdfDocument()
    out.load(str(tmp_path / "out.pdf"))
    assert out.pageCount() == 2


def test_every_name_of_the_kit_is_there():
    for name in kit.__all__:
        assert getattr(kit, name) is not None
    with pytest.raises(AttributeError):
        _ = kit.no_such_widget


def test_a_flow_shows_painted_pieces_and_breaks_a_full_line(qtbot):
    flow = Flow(16, 2)
    qtbot.addWidget(flow)
    for number in range(3):
        flow.add(kit.Painted(lambda brush, box: None, 100, 24, name=str(number)))
    assert flow.heightForWidth(400) == 24
    assert flow.heightForWidth(240) == 24 + 2 + 24
    flow.resize(240, 50)
    flow.show()
    assert [piece.pos().y() for piece in flow._pieces] == [0, 0, 26]
