"""The start page offers what was open before and three ways to begin."""

from datetime import datetime

from PySide6.QtCore import Qt

from council.ui.pages.start import StartPage
from council.ui.settings import Recent, Settings

NOW = datetime.fromisoformat("2026-12-05T10:00:00+00:00")


def _page(qtbot, settings):
    page = StartPage(settings, "en", NOW)
    qtbot.addWidget(page)
    page.show()
    return page


def test_recent_councils_say_where_they_are_and_when_they_were_open(qtbot, settings, council_path):
    settings.recent = [
        Recent(str(council_path), "Riverbend", "2026-12-04T21:14:00+00:00"),
        Recent("/nowhere/mill.council", "Mill", "2026-10-14T10:00:00+00:00"),
    ]
    page = _page(qtbot, settings)
    names = [tile.accessibleName() for tile in page.recent_tiles]
    assert names[0].startswith("Riverbend, riverbend.council")
    assert "yesterday" in names[0]
    assert "not there now" in names[1]
    with qtbot.waitSignal(page.open_wanted) as heard:
        qtbot.keyClick(page.recent_tiles[0], Qt.Key.Key_Return)
    assert heard.args == [str(council_path)]


def test_the_three_ways_to_begin(qtbot, settings):
    page = _page(qtbot, settings)
    assert not page.recent_tiles
    signals = (page.new_wanted, page.browse_wanted, page.demo_wanted)
    for tile, signal in zip(page.choices, signals, strict=True):
        with qtbot.waitSignal(signal):
            tile.click()


def test_settings_come_back_and_damage_is_no_obstacle(tmp_path, caplog):
    path = tmp_path / "s.json"
    settings = Settings.load(path)
    settings.zoom, settings.actor = 150, "AH"
    settings.remember(tmp_path / "a.council", "A", NOW)
    settings.remember(tmp_path / "b.council", "B", NOW)
    settings.remember(tmp_path / "a.council", "A", NOW)
    again = Settings.load(path)
    assert (again.zoom, again.actor) == (150, "AH")
    assert [r.name for r in again.recent] == ["A", "B"]
    again.actor = "A\ud83d"
    again.remember(tmp_path / "caf\udce9.council", "C", NOW)
    assert Settings.load(path).recent[0].path == str(tmp_path / "caf\udce9.council")
    assert Settings.load(path).actor == again.actor
    path.write_text("{", "utf-8")
    assert Settings.load(path).recent == []
    assert "not readable" in caplog.text
    caplog.clear()
