"""What one rule says, as a sentence: for every key a pack may hold.

Sentences are made from a value's plain data, the words a pack or a bylaw was written in, so that a
value still being typed can be told before it is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from council.domain.messages import CouncilError, Message
from council.domain.text import Text
from council.domain.votes.requirements import requirement_from_data
from council.services.rules.motion_words import say_motion
from council.services.rules.words import (
    Data,
    amount,
    base,
    by_vote,
    chain,
    choice,
    coded,
    codes,
    need,
    share,
    truth,
)

if TYPE_CHECKING:
    from council.domain.rules.book import RuleBook

Say = Callable[[Any], Message]
SayNamed = Callable[[str, Any], Message]


def sentence(key: str, data: Any, book: RuleBook) -> Message:
    """Return what a rule says; a requirement also says what the book makes of abstentions.

    Data that no judge could read is shown as it stands, never refused here.
    """
    family, _, name = key.partition(".")
    try:
        if family == "requirement":
            return _say_requirement(name, data, book)
        if key in _EXACT:
            return _EXACT[key](data)
        if family in _FAMILIES:
            return _FAMILIES[family](name, data)
    except (CouncilError, KeyError, TypeError, AttributeError, ValueError):
        pass  # a shape from a newer program: show what it is rather than nothing
    return Message("rule_says.other", {"name": label(key), "value": str(data)})


def label(key: str) -> Message:
    """Return the short name of a rule."""
    family, dot, name = key.partition(".")
    own = f"rule_name.{key.replace('.', '_')}"
    if family in _NAMED and key not in _EXACT:
        param, group = _NAMED[family]
        return Message(f"rule_name.{family}", {param: coded(group, name)})
    if family == "duty":
        return Message("rule_name.duty")
    if family == "motion":
        return Message("rule_says.plain", {"text": coded("motion_kind", name)})
    known = coded("rule_name", own.partition(".")[2])
    if isinstance(known, Message):
        return known
    return Message("rule_name.other", {"name": (name if dot else family).replace("_", " ")})


#: family: (parameter of its label, the catalogue's group of its names)
_NAMED = {
    "requirement": ("name", "requirement_name"),
    "notice": ("kind", "meeting_kind"),
    "late_item": ("ground", "late_ground"),
    "public_comment": ("kind", "meeting_kind"),
    "eligibility": ("topic", "eligibility_topic"),
    "qualification": ("name", "qualification_name"),
    "retention": ("thing", "kept_thing"),
}


_DAYS_OF_YEAR = 365
#: the requirement that previous notice makes easier (RONR §35)
_RESCIND = "rescind"

# --- votes and quorum ----------------------------------------------------------------------------


def abstain_of(book: RuleBook) -> str:
    """Return what the rules make of an abstention: ignored (also when unsaid), in_base, as_yes."""
    found = book.find("vote.abstain")
    return str(found.data) if found is not None and found.value is not None else "ignored"


def _say_requirement(name: str, data: Any, book: RuleBook) -> Message:
    asked = need(requirement_from_data(data), abstain_of(book))
    if name == "majority":
        return Message("rule_says.yes_majority", {"need": asked})
    message = Message("rule_says.requirement", {"name": by_vote(name), "need": asked})
    eased = name == _RESCIND and "any_of" in data
    return chain([message, Message("rule_says.with_notice")]) if eased else message


def _say_quorum(data: Data) -> Message:
    kind, of = data["kind"], base(data.get("base", "members_in_office"))
    if kind == "fixed":
        message = Message("rule_says.quorum_fixed", {"count": data["fixed"]})
    elif kind == "seats_table":
        steps = [Message("rule_says.quorum_step", dict(row)) for row in data["table"]]
        message = Message("rule_says.quorum_table", {"base": of, "steps": steps})
    elif kind == "fraction":
        params = {"share": share(data["fraction"]), "base": of}
        message = Message("rule_says.quorum_fraction", params)
    else:
        message = Message("rule_says.quorum_majority", {"base": of})
    floor = data.get("floor", 1)
    if kind == "fixed" or floor <= 1:
        return message
    return chain([message, Message("rule_says.quorum_floor", {"count": floor})])


def _say_without_quorum(data: Any) -> Message:
    if not data:
        return Message("rule_says.without_quorum_nothing")
    kinds = [
        found if isinstance(found := coded("without_quorum_kind", one), Message)
        else coded("motion_kind", one)
        for one in data
    ]  # fmt: skip
    return Message("rule_says.without_quorum", {"kinds": kinds})


def _say_roll_call(data: Data) -> Message:
    count, when = data.get("on_demand", 0), str(data.get("mandatory", "never"))
    parts = []
    if when != "always":
        demand = Message("rule_says.roll_demand", {"count": count})
        parts.append(demand if count else Message("rule_says.roll_nobody"))
    if when != "never":
        parts.append(Message(f"rule_says.roll_{when}"))
    return chain(parts)


# --- motions -------------------------------------------------------------------------------------


def _say_second_table(data: Any) -> Message:
    rows = sorted(((row["from"], row["needed"]) for row in data), key=lambda row: row[0])
    steps = []
    for number, (start, needed) in enumerate(rows):
        params = {"needed": needed, "from": start}
        code = "second_step"
        if number == 0 and start <= 1:
            code = "second_step_first" if len(rows) > 1 else "second_step_all"
            params["next"] = rows[1][0] if len(rows) > 1 else 0
        steps.append(Message(f"rule_says.{code}", params))
    return Message("rule_says.second_table", {"steps": steps})


def _say_reconsider(data: Data) -> Message:
    days = data.get("within_days")
    time = Message("rule_says.reconsider_any_time")
    if days is not None:
        code = "reconsider_days" if days else "reconsider_same_day"
        time = Message(f"rule_says.{code}", {"count": days})
    if data.get("session"):
        time = Message("rule_says.reconsider_session", {"time": time})
    return Message(f"rule_says.reconsider_{data['mover']}", {"time": time})


# --- notice, agenda, public comment --------------------------------------------------------------

_UNITS = {"hours_elapsed": "notice_hours", "clear_days": "notice_clear", "days": "notice_days"}


def _say_notice(kind: str, data: Data) -> Message:
    params = {"kind": coded("meeting_kind", kind), "amount": amount(data)}
    message = Message(f"rule_says.{_UNITS[data['unit']]}", params)
    if not data.get("exclude"):
        return message
    calendar = coded("calendar_name", data["exclude"])
    return chain([message, Message("rule_says.notice_exclude", {"calendar": calendar})])


def _say_places(data: Any) -> Message:
    places: list[Message | str] = []
    parts: list[Message] = []
    for row in data if isinstance(data, list) else [data]:
        entry: Data = {"place": row} if isinstance(row, str) else row
        least = entry.get("least", 1)
        if "place" not in entry:
            parts.append(Message("rule_says.places_count", {"count": least}))
            continue
        place = coded("posting_place", entry["place"])
        many = Message("rule_says.places_least", {"place": place, "count": least})
        places.append(many if least > 1 else place)
    if places:
        parts.insert(0, Message("rule_says.places", {"places": places}))
    return chain(parts)


def _say_late(ground: str, data: Data) -> Message:
    known = f"rule_says.late_{ground}"
    message = (
        Message(known)
        if isinstance(coded("rule_says", f"late_{ground}"), Message)
        else Message("rule_says.late_other", {"ground": ground})
    )
    conditions = []
    if data.get("then"):
        fewer = {"share": share(data["unless_present"]), "base": base(data.get("of", "present"))}
        then = {"then": by_vote(data["then"]), **fewer}
        few = Message("rule_says.late_few", then)
        if data.get("vote"):
            few = Message("rule_says.late_then", {"vote": by_vote(data["vote"]), **then})
        conditions.append(few)
    elif data.get("vote"):
        conditions.append(Message("rule_says.late_vote", {"vote": by_vote(data["vote"])}))
    if "within_days" in data:
        conditions.append(Message("rule_says.late_within", {"count": data["within_days"]}))
    if not conditions:
        return message
    return chain([message, Message("rule_says.late_if", {"conditions": conditions})])


def _say_comment(kind: str, data: Data) -> Message:
    both = (bool(data.get("general")), bool(data.get("items")))
    code = {(True, True): "both", (True, False): "general", (False, True): "items"}.get(both)
    params = {"kind": coded("meeting_kind", kind)}
    return Message(f"rule_says.comment_{code or 'none'}", params)


# --- remote, minutes, members, records -----------------------------------------------------------


def _say_remote(data: Data) -> Message:
    if not data.get("allowed"):
        return Message("rule_says.remote_no")
    parts = [Message("rule_says.remote_yes")]
    if data.get("roll_call"):
        parts.append(Message("rule_says.remote_roll_call"))
    if data.get("listed_in_minutes"):
        parts.append(Message("rule_says.remote_listed"))
    if data.get("quorum_inside"):
        parts.append(Message("rule_says.remote_inside"))
    if data.get("yearly_in_person"):
        parts.append(Message("rule_says.remote_yearly", {"count": data["yearly_in_person"]}))
    return chain(parts)


def _say_eligibility(topic: str, data: Any) -> Message:
    needs = data.get("needs", ()) if isinstance(data, dict) else data
    params: dict[str, Any] = {"topic": coded("eligibility_topic", topic)}
    if not needs:
        return Message("rule_says.eligibility_nothing", params)
    params["needs"] = [_needed(one) for one in needs]
    return Message("rule_says.eligibility", params)


def _needed(qualification: str) -> Message | str:
    """Name a qualification inside a sentence, by its own name where there is no such word."""
    found = coded("qualification_need", qualification)
    return found if isinstance(found, Message) else coded("qualification_name", qualification)


def _say_qualification(name: str, data: Data) -> Message:
    params: dict[str, Any] = {"name": coded("qualification_name", name)}
    months = data.get("months")
    if months is None:
        message = Message("rule_says.qualification_forever", params)
    else:
        message = Message("rule_says.qualification_months", {**params, "count": months})
    if not data.get("score"):
        return message
    return chain([message, Message("rule_says.qualification_score", {"count": data["score"]})])


def _say_alarm(data: Data) -> Message:
    found = []
    if data.get("consecutive"):
        found.append(Message("rule_says.alarm_row", {"count": data["consecutive"]}))
    if data.get("total"):
        params = {"count": data["total"], "months": data.get("months", 12)}
        found.append(Message("rule_says.alarm_total", params))
    what = found[0]
    if len(found) > 1:
        what = Message("rule_says.alarm_or", {"first": found[0], "rest": found[1]})
    message = Message("rule_says.alarm", {"what": what})
    if not data.get("unless_excused", True):
        return message
    return chain([message, Message("rule_says.alarm_excused")])


def _say_retention(thing: str, data: Data) -> Message:
    params: dict[str, Any] = {"thing": coded("kept_thing", thing)}
    if data.get("forever"):
        return Message("rule_says.kept_forever", params)
    years, rest = divmod(data["days"], _DAYS_OF_YEAR)
    if years and not rest:
        return Message("rule_says.kept_years", {**params, "count": years})
    return Message("rule_says.kept_days", {**params, "count": data["days"]})


def _say_duty(_name: str, data: Data) -> Message:
    return Message("rule_says.plain", {"text": Text.from_data(data.get("text", data), "en")})


def _counted(code: str, name: str) -> Say:
    """Say a number, given bare or in a table under its name."""

    def say(data: Any) -> Message:
        count = data[name] if isinstance(data, dict) else data
        return Message(f"rule_says.{code}", {"count": count})

    return say


def _timed(code: str) -> Say:
    return lambda data: Message(f"rule_says.{code}", {"amount": amount(data)})


def _listed(code: str, param: str, group: str) -> Say:
    return lambda data: Message(f"rule_says.{code}", {param: codes(group, data)})


def _names_optional(data: Any) -> Message:
    return Message("rule_says.names_optional" if data else "rule_says.names_needed")


def _say_times(data: Any) -> Message:
    return Message("rule_says.speech_times" if data else "rule_says.speech_any", {"count": data})


_EXACT: dict[str, Say] = {
    "quorum": _say_quorum,
    "quorum_presence": choice("presence_"),
    "without_quorum": _say_without_quorum,
    "vote.abstain": choice("abstain_"),
    "vote.silence": choice("silence_"),
    "tie.motion": choice("tie_"),
    "tie.appeal": choice("appeal_"),
    "chair_votes": choice("chair_"),
    "secret_ballot": choice("secret_"),
    "roll_call": _say_roll_call,
    "vote_by_member": truth("by_member"),
    "proxies": choice("proxies_"),
    "substitutes": choice("substitutes_"),
    "second_table": _say_second_table,
    "reconsider": _say_reconsider,
    "motion_notice": _timed("motion_notice"),
    "notice_documents": _timed("documents"),
    "posting_places": _say_places,
    "announce_late_item": truth("announce"),
    "agenda.title_words": _counted("title_words", "words"),
    "agenda.new_business_special": truth("new_business"),
    "public_comment.translator_factor": _counted("translator", "factor"),
    "public_comment.minutes": _counted("resident_minutes", "minutes"),
    "speaking.minutes": _counted("speech_minutes", "minutes"),
    "speaking.times": _say_times,
    "speaker_name_optional": _names_optional,
    "remote": _say_remote,
    "record_meeting": truth("record"),
    "identify_participants": truth("identify"),
    "keep_log": truth("log"),
    "minutes.mover_printed": truth("mover"),
    "minutes.seconder_printed": truth("seconder"),
    "minutes.corrections_listed": truth("corrections"),
    "minutes.speakers_printed": truth("speakers"),
    "minutes.signers": _listed("signers", "roles", "role"),
    "minutes.required_fields": _listed("fields", "fields", "minutes_field"),
    "minutes.special_approves": truth("special"),
    "minutes.draft_due": _timed("draft_due"),
    "minutes.approved_due": _timed("approved_due"),
    "minutes.open_before": _timed("open_before"),
    "term": _counted("term", "years"),
    "meetings_a_year": _counted("meetings_a_year", "least"),
    "attendance_alarm": _say_alarm,
    "seat_lost": _counted("seat_lost", "months"),
    "vacancy": _counted("vacancy", "days"),
    "locale.calendar": choice(""),
    "locale.digits": choice(""),
    "locale.meeting_number": choice(""),
}
_FAMILIES: dict[str, SayNamed] = {
    "motion": say_motion,
    "notice": _say_notice,
    "late_item": _say_late,
    "public_comment": _say_comment,
    "eligibility": _say_eligibility,
    "qualification": _say_qualification,
    "retention": _say_retention,
    "duty": _say_duty,
}
