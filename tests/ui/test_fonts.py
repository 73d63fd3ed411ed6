"""A machine without Thai fonts shows no boxes: the window brings its own faces."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

PROGRAM = """
import sys
from PySide6.QtGui import QFont, QFontInfo, QImage, QPainter, QRawFont
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication(["council"])
from council.ui import fonts, theme
fonts.load_fonts()
theme.apply(app, "light")

def drawn(letter):
    label = QLabel(letter)
    label.resize(60, 40)
    return label.grab().toImage()

letters = "กขคงญฐณดตนบปผพมยรลวศสหอฮเแโไๆ๐๑๒๓๙AaZz0189"
pictures = [drawn(letter) for letter in letters]
boxes = drawn("\\U000F0000")
alike = [letter for letter, one in zip(letters, pictures) if one == boxes]
same = [a + b for i, a in enumerate(letters) for j, b in enumerate(letters[:i])
        if pictures[i] == pictures[j]]
print("alike", alike, same)
sys.exit(bool(alike or same))
"""


def test_thai_is_drawn_without_any_font_of_the_machine(tmp_path):
    config = tmp_path / "fonts.conf"
    config.write_text("<fontconfig><dir>/nonexistent</dir></fontconfig>", encoding="utf-8")
    env = {
        **os.environ,
        "FONTCONFIG_FILE": str(config),
        "QT_QPA_FONTDIR": str(tmp_path),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env=env,
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stdout + done.stderr
