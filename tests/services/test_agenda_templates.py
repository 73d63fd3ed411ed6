from __future__ import annotations

import pytest
from desks import back_and_forth, founded, planned, words

from council.domain.messages import InputRefused, NotAllowed
from council.domain.text import Text
from council.domain.vocabulary import ItemKind
from council.services import meetings
from council.services.planning import agenda
from council.services.planning.agenda import TemplateLine

LINES = (
    TemplateLine(words("Opening", "เปิดประชุม"), ItemKind.CALL_TO_ORDER, 2),
    TemplateLine(
        words("Business"),
        children=(
            TemplateLine(words("Lights"), ItemKind.REPORT, 5, topic="funding"),
            TemplateLine(words("Staff"), closed=True, consent=True),
        ),
    ),
)


@pytest.fixture
def plan():
    desk = founded()
    return desk, planned(desk)


def shown(desk, meeting):
    return [(one.number, one.title.show("en")) for one in agenda.list_items(desk, meeting)]


def names(found):
    return [one.name.show("en") for one in found]


def test_two_templates_travel_with_the_program(plan):
    desk, _ = plan
    regular, thai = agenda.list_templates(desk)
    assert (regular.uid, thai.uid) == ("regular", "thai6")
    assert regular.builtin
    assert thai.builtin
    assert len(thai.lines) == 6
    assert thai.name.get("th")


def test_an_own_template_keeps_all_it_has(plan):
    desk, meeting = plan
    uid = back_and_forth(
        desk, agenda.save_template, name=words("Ours"), lines=LINES, meeting_kind="special"
    )
    assert agenda.get_template(desk, uid).lines == LINES
    back_and_forth(desk, agenda.apply_template, meeting, uid)
    assert shown(desk, meeting) == [
        ("1", "Opening"),
        ("2", "Business"),
        ("2.1", "Lights"),
        ("2.2", "Staff"),
    ]
    found = agenda.list_items(desk, meeting)
    assert (found[2].kind, found[2].minutes, found[2].topic) == (ItemKind.REPORT, 5, "funding")
    assert (found[3].closed, found[3].consent) == (True, True)
    assert found[0].title == words("Opening", "เปิดประชุม")


def test_a_meeting_is_offered_what_fits_its_kind(plan):
    desk, _ = plan
    for name, kind in (("Any", None), ("Special", "special"), ("Yearly", "annual")):
        agenda.save_template(desk, name=words(name), lines=LINES, meeting_kind=kind)
    fitting = names(agenda.list_templates(desk, "special"))
    assert fitting[0] == "Special"
    assert "Yearly" not in fitting
    assert len(fitting) == 4


def test_the_first_change_to_a_built_in_makes_a_copy(plan):
    desk, meeting = plan
    uid = back_and_forth(desk, agenda.change_template, "thai6", lines=LINES)
    _regular, ours = agenda.list_templates(desk)
    assert (ours.uid, ours.origin, ours.builtin) == (uid, "thai6", False)
    agenda.apply_template(desk, meeting, "thai6")
    assert shown(desk, meeting)[0] == ("1", "Opening")
    assert back_and_forth(desk, agenda.change_template, "thai6", name=words("Six")) == uid
    assert len(agenda.list_templates(desk)) == 2
    back_and_forth(desk, agenda.remove_template, uid)
    assert len(agenda.get_template(desk, "thai6").lines) == 6
    with pytest.raises(NotAllowed) as caught:
        agenda.remove_template(desk, "thai6")
    assert caught.value.code == "error.template_builtin"


def test_a_template_is_changed(plan):
    desk, _ = plan
    uid = agenda.save_template(desk, name=words("Ours"), lines=LINES).value
    back_and_forth(
        desk,
        agenda.change_template,
        uid,
        name=words("New"),
        meeting_kind="hearing",
        lines=LINES[:1],
    )
    found = agenda.get_template(desk, uid)
    assert (found.name, found.meeting_kind, found.lines) == (words("New"), "hearing", LINES[:1])
    agenda.change_template(desk, uid, meeting_kind=None)
    assert agenda.get_template(desk, uid).meeting_kind is None
    with pytest.raises(TypeError):
        agenda.change_template(desk, uid, colour="red")


@pytest.mark.parametrize(
    ("name", "lines", "code"),
    [
        (Text(), LINES, "error.empty"),
        (words("Ours"), (), "error.template_items"),
        (words("Ours"), (TemplateLine(Text()),), "error.empty"),
        (words("Ours"), (TemplateLine(words("A"), minutes=-1),), "error.minutes_range"),
        (
            words("Ours"),
            (TemplateLine(words("A"), children=(TemplateLine(words(" ")),)),),
            "error.empty",
        ),
    ],
)
def test_what_is_no_template_is_refused(plan, name, lines, code):
    desk, _ = plan
    for write in (
        lambda: agenda.save_template(desk, name=name, lines=lines),
        lambda: agenda.change_template(desk, "regular", name=name, lines=lines),
    ):
        with pytest.raises(InputRefused) as caught:
            write()
        assert caught.value.code == code
    with pytest.raises(InputRefused):
        agenda.get_template(desk, "te-99")


def test_the_present_agenda_becomes_a_template(plan):
    desk, meeting = plan
    with pytest.raises(InputRefused) as caught:
        agenda.template_from_agenda(desk, meeting, name=words("Ours"))
    assert caught.value.code == "error.template_empty"
    source = agenda.save_template(desk, name=words("Source"), lines=LINES).value
    agenda.apply_template(desk, meeting, source)
    uid = back_and_forth(desk, agenda.template_from_agenda, meeting, name=words("Ours"))
    assert agenda.get_template(desk, uid).lines == LINES
    meetings.post_notice(desk, meeting, place=words("Door"))
    agenda.remove_item(desk, agenda.list_items(desk, meeting)[0].uid)
    heads = agenda.template_from_agenda(
        desk, meeting, name=words("Heads"), meeting_kind="annual", heads_only=True
    ).value
    assert [one.title for one in agenda.get_template(desk, heads).lines] == [words("Business")]
