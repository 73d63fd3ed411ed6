"""A record carries what each vote was judged by: a newer pack never changes an old verdict."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from desks import empty_desk
from duty_room import Room
from hall import Hall, convene, t
from helpers.full_record import dump, small_record

from council.domain.messages import InputRefused
from council.domain.rules.reader import load_pack
from council.exchange import record
from council.paths import resources
from council.services.members import bodies, people
from council.services.records import export_record, import_record
from council.services.session import motions
from council.services.verify import verify
from council.services.voting import votes

if TYPE_CHECKING:
    from pathlib import Path

    from council.services.desk import Desk
    from council.services.voting.vote_rows import VoteRow

MAJORITY = 'value = { fraction = "1/2", strict = true, base = "votes_cast" }'
STRICTER = 'value = { fraction = "2/3", strict = false, base = "present_entitled" }'


def newer(folder: Path) -> Desk:
    """Return an empty file of a program whose Robert's Rules are of version 99 and stricter."""
    shutil.copytree(resources() / "rules", folder / "rules")
    path = folder / "rules" / "ronr.toml"
    told = path.read_text("utf-8").replace('version = "2"', 'version = "99"', 1)
    assert MAJORITY in told
    path.write_text(told.replace(MAJORITY, STRICTER, 1), "utf-8")
    desk = empty_desk()
    desk.packs = {**{uid: desk.packs[uid] for uid in desk.packs}, "ronr": load_pack(path)}
    return desk


def decided(hall: Hall) -> str:
    hall.present(15)
    motion = motions.state_motion(
        hall.desk, hall.meeting, item_uid=hall.item, kind="main", text=t("Paint the crossing"),
        mover_uid=hall.people[0], seconder_uids=(hall.people[1],),
    ).value  # fmt: skip
    return votes.record_vote(hall.desk, motion, method="show_of_hands", counts=(8, 7)).value


def seen(vote: VoteRow) -> tuple[Any, ...]:
    assert vote.verdict is not None
    return (
        vote.verdict.outcome, vote.verdict.needs, vote.resolved, vote.tie, vote.counting, vote.room,
        vote.quorum_needed, vote.quorum_present, vote.pack, vote.pack_version, vote.declared_at,
    )  # fmt: skip


def codes(found: Any) -> list[tuple[str, str]]:
    return [(one.severity.value, one.code) for one in found]


def test_a_newer_pack_judges_an_imported_vote_as_it_was_judged_and_notes_it(
    tmp_path: Path,
) -> None:
    hall = convene()
    vote = decided(hall)
    before = seen(votes.get_vote(hall.desk, vote))
    text = export_record(hall.desk)
    other = newer(tmp_path)
    assert codes(import_record(other, text).value) == [("note", "newer_pack_differs")]
    assert seen(votes.get_vote(other, vote)) == before
    assert codes(verify(other).findings) == [("note", "newer_pack_differs")]
    assert export_record(other) == text
    other.close()
    hall.desk.close()


def test_the_room_of_a_vote_comes_along_though_attendance_was_corrected_since(
    tmp_path: Path,
) -> None:
    hall = convene()
    vote = decided(hall)
    hall.present(6)
    before = seen(votes.get_vote(hall.desk, vote))
    other = newer(tmp_path)
    import_record(other, export_record(hall.desk))
    assert seen(votes.get_vote(other, vote)) == before
    assert votes.get_vote(other, vote).room.present == 15
    other.close()
    hall.desk.close()


def test_a_vote_judged_on_import_is_carried_once_the_pack_is_newer(tmp_path: Path) -> None:
    """What an import finds again by itself stays out, so a canonical record comes back as it was.

    Once a newer pack would find something else, the record says by what the vote was judged.
    """
    data = small_record()
    vote = data["meetings"][0]["motions"][0]["votes"][0]
    desk = empty_desk()
    import_record(desk, dump(data))
    assert export_record(desk) == record.canonical(data)
    desk.packs = newer(tmp_path).packs
    carried = json.loads(export_record(desk))
    told = carried["meetings"][0]["motions"][0]["votes"][0]["judged"]
    assert (told["pack"], told["version"]) == ("ronr", "2")
    assert told["requirement"] == {"fraction": "1/2", "strict": True, "base": "votes_cast"}
    assert "at" not in told
    again = empty_desk()
    again.packs = desk.packs
    import_record(again, dump(carried))
    assert seen(votes.get_vote(again, vote["uid"])) == seen(votes.get_vote(desk, vote["uid"]))
    assert export_record(again) == record.canonical(carried)
    again.close()
    desk.close()


def test_how_a_vote_counted_comes_along_only_where_the_rules_of_the_day_do_not_say_it() -> None:
    """In New York City silence and abstention count in the base: an import finds that itself."""
    data = small_record()
    data["council"]["rules"] = [{"pack": "us-nyc-cb"}]
    desk = empty_desk()
    import_record(desk, dump(data))
    assert export_record(desk) == record.canonical(data)
    vote = data["meetings"][0]["motions"][0]["votes"][0]
    vote["counting"] = {"abstain": "ignored", "silence": "ignored"}
    other = empty_desk()
    import_record(other, dump(data))
    assert export_record(other) == record.canonical(data)
    desk.close()
    other.close()


def test_a_public_record_says_that_everybody_was_eligible_though_it_tells_no_trainings() -> None:
    room = Room("us-ca-la-nc")
    meeting = room.plan(11, 21)
    item = room.item(meeting, "Grant", topic="funding")
    room.open(meeting)
    data = json.loads(export_record(room.desk))
    motion = {"uid": "x", "item": item, "kind": "main", "text": "Pay", "outcome": "carried"}
    counts = {"yes": 5, "no": 0, "abstain": 0}
    vote = {"uid": "v", "method": "show_of_hands", "ineligible": [], "counts": counts}
    data["meetings"][0]["motions"] = [{**motion, "votes": [{**vote, "declared": "carried"}]}]
    desk = empty_desk()
    import_record(desk, json.dumps(data))
    assert votes.get_vote(desk, "v").room.present_entitled == 5
    text = export_record(desk, public=True)
    again = empty_desk()
    import_record(again, text)
    assert votes.get_vote(again, "v").room.present_entitled == 5
    assert export_record(again, public=True) == text
    for one in (desk, again, room.desk):
        one.close()


def test_the_requirement_a_vote_was_judged_by_must_be_one() -> None:
    data = small_record()
    vote = data["meetings"][0]["motions"][0]["votes"][0]
    vote["judged"] = {"requirement": {"fraction": "3/2", "strict": True, "base": "votes_cast"}}
    desk = empty_desk()
    with pytest.raises(InputRefused) as refused:
        import_record(desk, dump(data))
    assert refused.value.code == "error.record_unknown_rule"
    assert refused.value.message.params["where"] == "meetings/meeting-1/motions/x1/votes/v1/judged"
    desk.close()


def test_a_pack_that_no_program_knows_any_more_is_kept_by_name() -> None:
    data = small_record()
    vote = data["meetings"][0]["motions"][0]["votes"][0]
    vote["judged"] = {"pack": "gone", "version": "7", "requirement": "majority", "tie": "lost"}
    desk = empty_desk()
    with pytest.raises(InputRefused):
        import_record(desk, dump(data))
    vote["judged"]["requirement"] = {"fraction": "1/2", "strict": True, "base": "votes_cast"}
    assert import_record(desk, dump(data)).value == []
    assert (votes.get_vote(desk, "v1").pack, votes.get_vote(desk, "v1").tie) == ("gone", "lost")
    assert export_record(desk) == record.canonical(data)
    desk.close()


def test_somebody_seated_later_changes_no_vote_on_record() -> None:
    hall = convene(members=14)
    hall.present(14)
    vote = decided(hall)
    before = seen(votes.get_vote(hall.desk, vote))
    late = people.add_person(hall.desk, name=t("Ned Late")).value
    bodies.add_membership(hall.desk, person_uid=late, body_uid=hall.body)
    other = empty_desk()
    import_record(other, export_record(hall.desk))
    assert seen(votes.get_vote(other, vote)) == before
    other.close()
    hall.desk.close()
