# ruff: noqa: E501 - a rule a line reads better than a wrapped one
"""The style sheet: surfaces by role, fields, menus, scroll bars; braces are doubled for format()."""

from __future__ import annotations

from typing import Final

QSS: Final = """
QToolTip {{ background: {ink}; color: {surface}; border: 0; padding: 6px 8px; }}
QMainWindow, QDialog {{ background: {canvas}; }}
QFrame[role="card"]   {{ background: {surface}; border: 1px solid {line}; border-radius: {card}px; }}
QFrame[role="open"]   {{ background: {surface}; border: 2px solid {accent}; border-radius: {card}px; }}
QFrame[role="plain"]  {{ background: {surface}; }}
QFrame[role="canvas"] {{ background: {canvas}; }}
QFrame[role="sunken"] {{ background: {sunken}; }}
QFrame[role="well"]   {{ background: {sunken}; border-radius: {control}px; }}
QFrame[role="quote"]  {{ background: {canvas}; border: 1px solid {line}; border-radius: {control}px; }}
QFrame[role="soft"]   {{ background: {accent_soft}; border-radius: {control}px; }}
QFrame[role="warn"]   {{ background: {warn_soft}; border: 1px solid {warn}; border-radius: {control}px; }}
QFrame[role="no"]     {{ background: {no_soft}; border: 1px solid {no}; border-radius: {control}px; }}
QFrame[role="yes"]    {{ background: {yes_soft}; border: 1px solid {yes}; border-radius: {control}px; }}
QFrame[role="neutral"] {{ background: {neutral_soft}; border: 1px solid {line}; border-radius: {control}px; }}
QFrame[role="accent"] {{ background: {accent_soft}; border: 1px solid {accent_line}; border-radius: {control}px; }}
QFrame[role="rail"]   {{ background: {sunken}; border-right: 1px solid {line}; }}
QFrame[role="top"]    {{ background: {canvas}; border-bottom: 1px solid {line}; }}
QFrame[role="foot"]   {{ background: {canvas}; border-top: 1px solid {line}; }}
QFrame[role="strip"]  {{ background: {strip}; }}
QFrame[role="popup"]  {{ background: {surface}; border: 1px solid {line_strong}; border-radius: {card}px; }}
QFrame[role="side_r"] {{ background: {canvas}; border-left: 1px solid {line}; }}
QFrame[role="side_l"] {{ background: {canvas}; border-right: 1px solid {line}; }}
QFrame[role="hline"]  {{ background: {line}; max-height: 1px; min-height: 1px; }}
QFrame[role="vline"]  {{ background: {line}; max-width: 1px; min-width: 1px; }}

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {{
  background: {surface}; color: {ink}; border: 1px solid {line_strong}; border-radius: {control}px;
  padding: 0 10px; min-height: 38px;
  placeholder-text-color: {ink_3};
  selection-background-color: {accent}; selection-color: {on_accent}; }}
QPlainTextEdit, QTextEdit {{ padding: 6px 8px; }}
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {{
  border: 2px solid {focus}; padding: 0 9px; min-height: 36px; }}
QPlainTextEdit:focus, QTextEdit:focus {{ border: 2px solid {focus}; padding: 5px 7px; }}
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled, QPlainTextEdit:disabled, QTextEdit:disabled {{
  background: {sunken}; color: {ink_3}; border-color: {line}; }}
QLineEdit[wrong="true"], QComboBox[wrong="true"], QPlainTextEdit[wrong="true"], QTextEdit[wrong="true"] {{
  border: 2px solid {no}; padding: 0 9px; min-height: 36px; }}
QLineEdit[bare="true"], QPlainTextEdit[bare="true"], QTextEdit[bare="true"] {{
  background: transparent; border: 0; padding: 0; }}
QLineEdit[dense="true"], QComboBox[dense="true"] {{ min-height: 30px; padding: 0 8px; }}
QAbstractSpinBox {{ padding: 0; }}
QAbstractSpinBox:focus {{ padding: 0; }}
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {{
  border: 0; padding: 0 10px; min-height: 0; background: transparent; }}
QComboBox QLineEdit, QComboBox QLineEdit:focus {{ border: 0; padding: 0; min-height: 0; background: transparent; }}
QTreeView QLineEdit, QTableView QLineEdit, QListView QLineEdit {{
  min-height: 20px; padding: 0 4px; border-radius: 4px; }}
QComboBox::drop-down, QDateEdit::drop-down, QDateTimeEdit::drop-down, QTimeEdit::drop-down {{ border: 0; width: 32px; }}
QComboBox::down-arrow, QDateEdit::down-arrow, QDateTimeEdit::down-arrow {{
  image: url({caret}); width: 16px; height: 16px; }}
QComboBox QAbstractItemView {{
  background: {surface}; color: {ink}; border: 1px solid {line_strong}; outline: 0; padding: 4px;
  selection-background-color: {accent_soft}; selection-color: {ink}; }}
QComboBox QAbstractItemView::item {{ min-height: 34px; padding: 0 8px; }}
QAbstractSpinBox::up-button {{
  subcontrol-origin: border; subcontrol-position: top right; border: 0; width: 0; background: transparent; }}
QAbstractSpinBox::down-button {{
  subcontrol-origin: border; subcontrol-position: bottom right; border: 0; width: 0; background: transparent; }}

QCheckBox, QRadioButton {{ color: {ink}; spacing: 10px; min-height: 28px; background: transparent; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {ink_3}; }}
QCheckBox::indicator, QRadioButton::indicator {{
  width: 18px; height: 18px; border: 1px solid {line_strong}; background: {surface}; border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: 10px; }}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent}; image: url({tick}); }}
QCheckBox::indicator:indeterminate {{ background: {accent}; border-color: {accent}; image: url({partial}); }}
QRadioButton::indicator:checked {{ border: 6px solid {accent}; width: 8px; height: 8px; background: {on_accent}; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border: 2px solid {focus}; width: 16px; height: 16px; }}
QRadioButton::indicator:checked:focus {{ border: 6px solid {focus}; width: 8px; height: 8px; }}

QPushButton {{
  background: {surface}; color: {ink}; border: 1px solid {line_strong}; border-radius: {control}px;
  padding: 0 16px; min-height: 38px; font-weight: 500; }}
QPushButton:hover {{ background: {sunken}; }}
QPushButton:default {{ background: {accent}; color: {on_accent}; border-color: {accent}; font-weight: 600; }}
QPushButton:focus {{ border: 2px solid {focus}; padding: 0 15px; min-height: 36px; }}
QPushButton:disabled {{ color: {ink_3}; border-color: {line}; }}

QScrollArea, QScrollArea > QWidget > QWidget[role=""] {{ background: transparent; border: 0; }}
QTreeView, QTableView, QListView {{ background: transparent; border: 0; outline: 0; }}
QTreeView::item, QTableView::item, QListView::item {{ color: {ink}; border: 0; }}
QTableView[lines="true"]::item, QTreeView[lines="true"]::item {{
  border-bottom: 1px solid {line}; padding: 0 8px; }}
QTreeView::item:selected, QTableView::item:selected, QListView::item:selected {{
  background: {accent_soft}; color: {ink}; }}
QHeaderView {{ background: transparent; }}
QHeaderView::section {{
  background: transparent; color: {ink_3}; border: 0; border-bottom: 1px solid {line};
  padding: 0 8px; min-height: 32px; font-size: 13px; font-weight: 500; }}
QHeaderView::up-arrow {{ image: url({caret_up}); width: 12px; height: 12px; }}
QHeaderView::down-arrow {{ image: url({caret}); width: 12px; height: 12px; }}
QTableCornerButton::section {{ background: transparent; border: 0; }}

QMenu {{ background: {surface}; color: {ink}; border: 1px solid {line_strong}; padding: 6px; }}
QMenu::item {{ padding: 8px 24px 8px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {accent_soft}; }}
QMenu::item:disabled {{ color: {ink_3}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 6px 4px; }}
QMenu::icon {{ padding-left: 8px; }}

QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {sunken}; }}
QCalendarWidget QToolButton {{ color: {ink}; background: transparent; border: 0; padding: 6px; }}
QCalendarWidget QToolButton#qt_calendar_prevmonth {{ qproperty-icon: url({caret_left}); }}
QCalendarWidget QToolButton#qt_calendar_nextmonth {{ qproperty-icon: url({caret_right}); }}
QProgressBar {{ background: {track}; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
QSplitter::handle {{ background: {line}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}

QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {line_strong}; border-radius: 2px; }}
QScrollBar::handle:vertical {{ margin: 2px 3px; }}
QScrollBar::handle:horizontal {{ margin: 3px 2px; }}
QScrollBar::handle:hover {{ background: {ink_3}; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
  height: 0; width: 0; background: none; }}
"""
