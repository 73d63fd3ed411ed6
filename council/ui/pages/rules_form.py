"""The rules a council may choose for itself, each with what it gives and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from council import catalogue
from council.domain.messages import CouncilError
from council.domain.rules.layers import BYLAWS, Rules, resolve
from council.domain.rules.values import ChairVotes, SecretBallot
from council.domain.vocabulary import Method, MotionKind
from council.domain.votes.quorum import needed_for
from council.domain.votes.voting import Counting, Room, Tally, Tie, judge
from council.ui.kit import FormRow, combo, hline, stack

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from council.domain.rules.reader import RulePack
    from council.domain.rules.values import Value

COMBO_WIDTH = 232
WIDE_COMBO = 340


@dataclass(frozen=True)
class _Choice:
    """One line of a rule's list: its words and the data it puts into the overrides."""

    words: str
    data: Any


@dataclass
class _Rule:
    """One row: the key of the override, its choices and what the chosen one gives."""

    key: str
    choices: list[_Choice]
    box: QComboBox
    row: FormRow
    result: Callable[[Rules], str]


class RulesForm(QWidget):
    """The rules that councils mostly set themselves, over a pack.

    Signals: ``changed()`` when a person chose something.
    """

    changed = Signal()

    def __init__(
        self,
        packs: Mapping[str, RulePack],
        pack: str,
        overrides: Mapping[str, Any],
        seats: int,
        language: str,
    ) -> None:
        super().__init__()
        self._packs, self._language = packs, language
        self.pack, self.seats = pack, seats
        self.overrides: dict[str, Any] = dict(overrides)
        self._rules: list[_Rule] = []
        self._barred: dict[str, str] = {}
        self._box = stack(gap=9)
        self.setLayout(self._box)
        self._add_quorum()
        self._add_majority()
        self._add_words()
        self._add_minutes()
        self.show_rules()

    # ------------------------------------------------------------------------ rows

    def _add(
        self, key: str, label: str, choices: list[_Choice], result: Callable[[Rules], str]
    ) -> None:
        if self._rules:
            self._box.addWidget(hline())
        words = [(str(number), choice.words) for number, choice in enumerate(choices)]
        box = combo(words, "", label, WIDE_COMBO if result is _nothing else COMBO_WIDTH)
        line = FormRow(label, box)
        rule = _Rule(key, choices, box, line, result)
        box.activated.connect(self._on_chosen)
        self._rules.append(rule)
        self._box.addWidget(line)

    def _add_quorum(self) -> None:
        office, seats = "members_in_office", "seats"
        choices = [
            _Choice(self.tr("Majority of members"), {"kind": "majority", "base": office}),
            _Choice(self.tr("Majority of seats"), {"kind": "majority", "base": seats}),
            _Choice(self.tr("Half of members"), _part("1/2", office)),
            _Choice(self.tr("Half of seats"), _part("1/2", seats)),
            _Choice(self.tr("One third of members"), _part("1/3", office)),
            _Choice(self.tr("One third of seats"), _part("1/3", seats)),
            _Choice(self.tr("A third of seats, at least 3"), {**_part("1/3", seats), "floor": 3}),
            _Choice(self.tr("Two thirds of members"), _part("2/3", office)),
        ]
        self._add("quorum", self.tr("Quorum"), choices, self._quorum_result)

    def _add_majority(self) -> None:
        bases = (
            (self.tr("Majority of votes cast"), "votes_cast"),
            (self.tr("Majority of those present"), "present"),
            (self.tr("Majority of voters present"), "present_entitled"),
            (self.tr("Majority of members"), "members_in_office"),
            (self.tr("Majority of seats"), "seats"),
        )
        choices = [
            _Choice(words, {"fraction": "1/2", "strict": True, "base": base})
            for words, base in bases
        ]
        self._add("requirement.majority", self.tr("A motion needs"), choices, self._majority_result)

    def _add_words(self) -> None:
        tie = [
            _Choice(self._word(f"tie.{t.value}"), t.value) for t in (Tie.LOST, Tie.CHAIR_CASTING)
        ]
        self._add("tie.motion", self.tr("A tie"), tie, _nothing)
        chair = [_Choice(self._word(f"chair_votes.{c.value}"), c.value) for c in ChairVotes]
        self._add("chair_votes", self.tr("The chair votes"), chair, _nothing)
        secret = [_Choice(self._word(f"ballot_rule.{s.value}"), s.value) for s in SecretBallot]
        self._add("secret_ballot", self.tr("Secret ballots"), secret, _nothing)
        seconds = [
            _Choice(self.tr("No seconder"), 0),
            _Choice(self.tr("One seconder"), 1),
            _Choice(self.tr("Two seconders"), 2),
        ]
        label = self.tr("A main motion needs")
        self._add("motion.main.second", label, seconds, self._seconds_result)

    def _add_minutes(self) -> None:
        yes_no = [_Choice(self.tr("Are not printed"), False), _Choice(self.tr("Are printed"), True)]
        label = self.tr("Seconders in minutes")
        self._add("minutes.seconder_printed", label, yes_no, _nothing)

    def _word(self, code: str) -> str:
        words = catalogue.word(code, self._language)
        return words[:1].upper() + words[1:]

    # ------------------------------------------------------------------------ what a choice gives

    def _quorum_result(self, rules: Rules) -> str:
        rule = rules.quorum
        needed = needed_for(rule, self.seats)
        words = self.tr("{needed} of {count}")
        return words.format(needed="?" if needed is None else needed, count=self.seats)

    def _majority_result(self, rules: Rules) -> str:
        present = max(2, self.seats - 1)
        yes = present // 2
        room = Room(present, present, self.seats, self.seats, self.seats)
        tally = Tally(yes, max(0, yes - 1), present - 2 * yes + 1)
        need = rules.requirement("majority")
        counting = Counting(
            rules.value_of("vote.abstain", "ignored"), rules.value_of("vote.silence", "ignored")
        )
        verdict = judge(need, tally, room, method=Method.SHOW_OF_HANDS, counting=counting)
        outcome = self.tr("carried") if verdict.outcome == "carried" else self.tr("lost")
        return f"{tally.yes}–{tally.no}–{tally.abstain}: {outcome}"

    def _seconds_result(self, rules: Rules) -> str:
        """Say the number where it hangs on how many members there are."""
        if rules.find("second_table") is None:
            return ""
        count = rules.seconds_needed(MotionKind.MAIN, self.seats)
        return self.tr("{count} for {members} members").format(count=count, members=self.seats)

    # ------------------------------------------------------------------------ state

    def set_pack(self, pack: str) -> None:
        """Lay the choices over another pack."""
        self.pack = pack
        self._barred.clear()
        for key in [key for key in self.overrides if self._bar(key)]:
            del self.overrides[key]
        self.show_rules()

    def set_seats(self, seats: int) -> None:
        """Reckon with another number of seats."""
        self.seats = seats
        self.show_rules()

    def unconfirmed(self) -> int:
        """Return how many of the rules shown still have to be confirmed."""
        rules = self._resolved()
        found = [rules.find(_whole(rule.key)) for rule in self._rules]
        return sum(1 for value in found if value is not None and not value.verified)

    def _resolved(self) -> Rules:
        try:
            return resolve([self._packs[self.pack]], self.overrides)
        except CouncilError:  # an override another program wrote; the page shows the pack alone
            return resolve([self._packs[self.pack]])

    def _bar(self, key: str) -> str:
        """Return why a rule of the council's own does not hold, "" when it does."""
        layers = self._resolved().layers_of(_whole(key))
        own = next((layer for layer in layers if layer.pack == BYLAWS and not layer.binds), None)
        return catalogue.say(own.why, self._language) if own and own.why else ""

    def _keep_or_bar(self, key: str, plain: Value | None) -> None:
        """Take back what a higher rule does not allow, and remember why."""
        self._barred.pop(key, None)
        if not (why := self._bar(key)):
            return
        chosen = self.overrides.pop(key)
        if key == "quorum" and plain is not None and "floor" in plain.data:
            # With the law's least number, a larger share surely asks for more than the law does.
            self.overrides[key] = {**chosen, "floor": plain.data["floor"]}
            if not self._bar(key):
                return
            del self.overrides[key]
        self._barred[key] = why

    def show_rules(self) -> None:
        """Show what holds now."""
        rules = self._resolved()
        for rule in self._rules:
            value = rules.find(_whole(rule.key))
            if value is None:
                continue
            data = _part_of(value.data, rule.key)
            _select(rule, data, self.tr("Another rule"))
            own = rule.key in self.overrides and value.overridden
            told = self._barred.get(rule.key) or value.source
            if not value.verified:
                told = self.tr("Please confirm: {source}").format(source=told)
            rule.row.set_result(rule.result(rules), ok=value.verified)
            words = self.tr("The council's own rule") if own else told
            rule.row.set_source(words, ok=value.verified)

    def _on_chosen(self) -> None:
        sender = self.sender()
        pack = resolve([self._packs[self.pack]])
        for rule in self._rules:
            if rule.box is not sender:
                continue
            number = int(rule.box.currentData())
            if number >= len(rule.choices):
                return
            data = rule.choices[number].data
            plain = pack.find(_whole(rule.key))
            if plain is not None and _same(_part_of(plain.data, rule.key), data):
                self.overrides.pop(rule.key, None)
            else:
                self.overrides[rule.key] = data
            self._keep_or_bar(rule.key, plain)
        self.show_rules()
        self.changed.emit()


def _nothing(_: Rules) -> str:
    return ""


def _part(fraction: str, base: str) -> dict[str, Any]:
    return {"kind": "fraction", "fraction": fraction, "base": base}


def _whole(key: str) -> str:
    """Return the key of the value a key is a part of: motion.main.second is part of motion.main."""
    return key.rpartition(".")[0] if key.startswith("motion.") else key


def _part_of(data: Any, key: str) -> Any:
    return data[key.rpartition(".")[2]] if key.startswith("motion.") else data


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, dict) and isinstance(other, dict):
        return all(str(one.get(k)) == str(v) for k, v in other.items()) and len(one) == len(other)
    return bool(one == other)


def _select(rule: _Rule, data: Any, other: str) -> None:
    """Choose the line that says the data; what no line says gets a line of its own at the end."""
    number = next((i for i, c in enumerate(rule.choices) if _same(data, c.data)), None)
    if number is None and isinstance(data, dict) and "floor" in data:
        rest = {key: part for key, part in data.items() if key != "floor"}
        number = next((i for i, c in enumerate(rule.choices) if _same(rest, c.data)), None)
    extra = rule.box.findData(str(len(rule.choices)))
    if number is None and extra < 0:
        rule.box.addItem(other, str(len(rule.choices)))
        extra = rule.box.count() - 1
    elif number is not None and extra >= 0:
        rule.box.removeItem(extra)
    rule.box.setCurrentIndex(extra if number is None else number)
