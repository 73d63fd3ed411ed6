"""Minutes: words bound to facts, paragraphs of one's own, approval that freezes."""

import itertools

import pytest
from desks import back_and_forth
from hall import t
from held import Held, hold, next_meeting, words

from council.domain.document import Heading
from council.domain.document_data import plain_text
from council.domain.messages import InputRefused, NotAllowed
from council.domain.text import Text
from council.services import history, meetings, minutes, publish
from council.services.minutes import proofs
from council.services.planning import agenda
from council.services.session import motions
from council.services.voting import votes


@pytest.fixture
def held() -> Held:
    made = hold()
    yield made
    made.desk.close()


class TestOverrides:
    def test_a_sentence_is_written_from_the_record(self, held):
        paragraph = held.paragraph(held.key)
        assert words(paragraph) == "Kay Nunn moved, seconded by Ife Okafor, motion 2026-1."
        assert paragraph.origin == "record"
        assert held.hall.people[1] in paragraph.facts

    def test_a_new_name_flows_into_own_words(self, held):
        whole = minutes.set_override(
            held.desk, held.meeting, held.key, "en",
            "Motion 2026-1 was moved by Kay Nunn; Ife Okafor seconded it.",
        ).value  # fmt: skip
        assert whole
        held.rename(1, "Kay Nunn-Lee")
        assert held.said() == "Motion 2026-1 was moved by Kay Nunn-Lee; Ife Okafor seconded it."
        assert held.paragraph(held.key).origin == "override"

    def test_a_cut_fact_detaches_and_a_changed_fact_makes_it_stale(self, held):
        whole = minutes.set_override(
            held.desk, held.meeting, held.key, "en", "Kay Nunn moved motion 2026-1."
        ).value
        paragraph = held.paragraph(held.key)
        assert not whole
        assert (paragraph.origin, paragraph.stale) == ("detached", False)
        held.rename(2, "Ife Okafor-Bell")
        assert held.paragraph(held.key).stale
        wording = minutes.get_wording(held.desk, held.meeting, held.key, "en")
        assert wording.now == "Kay Nunn moved motion 2026-1."
        assert wording.from_record == (
            "Kay Nunn moved, seconded by Ife Okafor-Bell, motion 2026-1."
        )
        assert wording.own
        assert wording.detached
        assert wording.stale

    def test_keep_mine_asks_again_only_after_the_next_change(self, held):
        args = (held.desk, held.meeting, held.key, "en")
        minutes.set_override(*args, "Kay Nunn moved it.")
        held.rename(2, "Ife Bell")
        minutes.keep_override(*args)
        assert not held.paragraph(held.key).stale
        assert held.said() == "Kay Nunn moved it."
        held.rename(2, "Ife Okafor")
        assert held.paragraph(held.key).stale

    def test_take_new_brings_the_words_of_the_record(self, held):
        args = (held.desk, held.meeting, held.key, "en")
        minutes.set_override(*args, "Kay Nunn moved it.")
        held.rename(2, "Ife Bell")
        minutes.clear_override(*args)
        assert held.said() == "Kay Nunn moved, seconded by Ife Bell, motion 2026-1."
        assert held.paragraph(held.key).origin == "record"

    @pytest.mark.parametrize(
        "typed", ["", "   ", "Kay Nunn moved, seconded by Ife Okafor, motion 2026-1."]
    )
    def test_no_words_or_the_records_own_take_the_override_away(self, held, typed):
        args = (held.desk, held.meeting, held.key, "en")
        minutes.set_override(*args, "It was moved.")
        minutes.set_override(*args, typed)
        assert held.paragraph(held.key).origin == "record"

    def test_a_name_inside_another_word_is_no_fact(self, held):
        held.rename(1, "Kay")
        minutes.set_override(
            held.desk, held.meeting, held.key, "en",
            "Kayla looked on while Kay moved 2026-1, seconded by Ife Okafor.",
        )  # fmt: skip
        held.rename(1, "Kay Nunn")
        assert held.said().startswith("Kayla looked on while Kay Nunn moved")

    def test_braces_stay_as_typed(self, held):
        text = "Kay Nunn {sic} moved 2026-1, seconded by Ife Okafor {{really}}."
        minutes.set_override(held.desk, held.meeting, held.key, "en", text)
        assert held.said() == text

    def test_one_language_does_not_touch_the_other(self, held):
        before = plain_text(minutes.compose(held.desk, held.meeting, "th"))
        minutes.set_override(held.desk, held.meeting, held.key, "en", "It was moved.")
        assert plain_text(minutes.compose(held.desk, held.meeting, "th")) == before

    def test_it_is_a_step_like_any_other(self, held):
        args = (held.meeting, held.key, "en")
        back_and_forth(held.desk, minutes.set_override, *args, "It was moved.")
        held.rename(2, "Ife Bell")
        back_and_forth(held.desk, minutes.keep_override, *args)
        back_and_forth(held.desk, minutes.clear_override, *args)

    def test_a_sentence_that_is_gone_is_refused(self, held):
        with pytest.raises(InputRefused):
            minutes.set_override(held.desk, held.meeting, "item/none/moved", "en", "x")


class TestTyped:
    def keys(self, held, language="en", *, public=True):
        document = minutes.compose(held.desk, held.meeting, language, public=public)
        return [getattr(block, "key", "") for block in document.blocks]

    def test_a_paragraph_follows_its_block(self, held):
        uid = minutes.add_paragraph(held.desk, held.meeting, held.key, t("Members asked.")).value
        keys = self.keys(held)
        assert keys[keys.index(held.key) + 1] == f"typed/{uid}"
        assert held.paragraph(f"typed/{uid}").origin == "free"

    def test_paragraphs_stay_in_the_order_of_their_writing(self, held):
        add = minutes.add_paragraph
        first = add(held.desk, held.meeting, held.key, t("One.")).value
        second = add(held.desk, held.meeting, held.key, t("Two.")).value
        between = add(held.desk, held.meeting, f"typed/{first}", t("Between.")).value
        keys = self.keys(held)
        at = keys.index(held.key)
        assert keys[at + 1 : at + 4] == [f"typed/{uid}" for uid in (first, between, second)]

    def test_removing_one_moves_those_after_it_up(self, held):
        add = minutes.add_paragraph
        first = add(held.desk, held.meeting, held.key, t("One.")).value
        after = add(held.desk, held.meeting, f"typed/{first}", t("After.")).value
        back_and_forth(held.desk, minutes.remove_paragraph, held.meeting, first)
        keys = self.keys(held)
        assert keys[keys.index(held.key) + 1] == f"typed/{after}"

    def test_one_whose_block_is_gone_stays_in_its_section(self, held):
        item = f"item/{held.hall.item}"
        uid = minutes.add_paragraph(held.desk, held.meeting, f"{item}/note/gone", t("Still.")).value
        keys = self.keys(held)
        section = [key for key in keys if key.startswith(item)]
        assert keys.index(f"typed/{uid}") == keys.index(section[-1]) + 1

    def test_one_without_any_section_stands_before_the_signatures(self, held):
        uid = minutes.add_paragraph(held.desk, held.meeting, "nowhere", t("Last.")).value
        assert self.keys(held)[-2:] == [f"typed/{uid}", ""]

    def test_what_is_typed_into_a_closed_item_stays_out_of_the_public_version(self, held):
        agenda.change_item(held.desk, held.hall.item, closed=True)
        first = minutes.add_paragraph(held.desk, held.meeting, held.key, t("Hushed one.")).value
        minutes.add_paragraph(held.desk, held.meeting, f"typed/{first}", t("Hushed two."))
        public = plain_text(minutes.compose(held.desk, held.meeting, "en"))
        full = plain_text(minutes.compose(held.desk, held.meeting, "en", public=False))
        assert "Hushed" not in public
        assert "Hushed one." in full
        assert "Hushed two." in full

    def test_it_prints_marked_where_it_has_no_translation(self, held):
        uid = minutes.add_paragraph(held.desk, held.meeting, held.key, t("Members asked.")).value
        document = minutes.compose(held.desk, held.meeting, "th")
        found = next(b for b in document.blocks if getattr(b, "key", "") == f"typed/{uid}")
        assert found.spans[0].lang == "en"

    def test_changing_to_nothing_removes_it(self, held):
        uid = minutes.add_paragraph(held.desk, held.meeting, held.key, t("One.")).value
        back_and_forth(held.desk, minutes.change_paragraph, held.meeting, uid, t("Other."))
        minutes.change_paragraph(held.desk, held.meeting, uid, Text())
        assert f"typed/{uid}" not in self.keys(held)

    def test_an_empty_one_is_refused(self, held):
        with pytest.raises(InputRefused):
            minutes.add_paragraph(held.desk, held.meeting, held.key, Text())


class TestApproval:
    def approve(self, held, **more):
        later = next_meeting(held)
        minutes.approve(held.desk, held.meeting, at_meeting_uid=later, **more)
        return later

    @pytest.mark.parametrize("language", ["en", "th"])
    @pytest.mark.parametrize("public", [True, False])
    def test_a_later_name_does_not_alter_approved_minutes(self, held, language, public):
        self.approve(held)
        before = minutes.compose(held.desk, held.meeting, language, public=public)
        held.rename(1, "Somebody Else")
        after = minutes.compose(held.desk, held.meeting, language, public=public)
        assert after == before
        assert "Kay Nunn" in plain_text(after)
        assert after.stamp == ""

    def test_the_file_of_approved_minutes_stays_the_same(self, held):
        self.approve(held)
        before = publish.minutes_pdf(held.desk, held.meeting, "en")
        held.rename(1, "Somebody Else")
        assert publish.minutes_pdf(held.desk, held.meeting, "en") == before

    def test_undo_stops_at_it(self, held):
        self.approve(held)
        assert history.can_undo(held.desk) is None
        with pytest.raises(NotAllowed):
            history.undo(held.desk)
        held.rename(1, "Somebody Else")
        history.undo(held.desk)
        assert minutes.get_approval(held.desk, held.meeting) is not None

    def test_words_are_locked(self, held):
        self.approve(held)
        desk, meeting = held.desk, held.meeting
        for write in (
            lambda: minutes.set_override(desk, meeting, held.key, "en", "x"),
            lambda: minutes.clear_override(desk, meeting, held.key, "en"),
            lambda: minutes.keep_override(desk, meeting, held.key, "en"),
            lambda: minutes.add_paragraph(desk, meeting, held.key, t("x")),
            lambda: minutes.add_correction(desk, meeting, place=t("1"), was=t("a"), now=t("b")),
        ):
            with pytest.raises(NotAllowed):
                write()

    def test_it_names_the_motion_and_the_day(self, held):
        later = next_meeting(held)
        motion = motions.state_motion(
            held.desk, later, text=t("That the minutes be approved"), mover_uid=held.hall.people[0]
        ).value
        votes.record_vote(held.desk, motion, method="no_objection")
        minutes.approve(held.desk, held.meeting, at_meeting_uid=later, motion_uid=motion)
        approval = minutes.get_approval(held.desk, held.meeting)
        assert (approval.meeting_uid, approval.motion_uid) == (later, motion)
        document = minutes.compose(held.desk, held.meeting, "en")
        assert document.footer == "Approved on 17 December 2026"

    def test_listed_corrections_make_it_as_corrected(self, held):
        minutes.add_correction(
            held.desk, held.meeting, place=t("Item 1"), was=t("20"), now=t("22"), asked_by="Roy"
        )
        self.approve(held)
        document = minutes.compose(held.desk, held.meeting, "en")
        assert document.footer == "Approved as corrected on 17 December 2026"
        assert [one.asked_by for one in minutes.list_corrections(held.desk, held.meeting)] == [
            "Roy"
        ]

    def test_a_lost_motion_approves_nothing(self, held):
        later = next_meeting(held)
        motion = motions.state_motion(
            held.desk, later, text=t("That the minutes be approved"), mover_uid=held.hall.people[0]
        ).value
        votes.record_vote(held.desk, motion, method="show_of_hands", counts=(1, 3, 0))
        with pytest.raises(NotAllowed):
            minutes.approve(held.desk, held.meeting, at_meeting_uid=later, motion_uid=motion)
        assert minutes.get_approval(held.desk, held.meeting) is None

    def test_a_meeting_that_has_not_begun_approves_nothing(self, held):
        later = next_meeting(held, begun=False)
        with pytest.raises(NotAllowed):
            minutes.approve(held.desk, held.meeting, at_meeting_uid=later)

    def test_twice_is_refused(self, held):
        later = self.approve(held)
        with pytest.raises(NotAllowed):
            minutes.approve(held.desk, held.meeting, at_meeting_uid=later)

    def test_a_meeting_in_session_has_nothing_to_approve(self):
        held = hold(adjourned=False)
        with pytest.raises(NotAllowed):
            minutes.approve(held.desk, held.meeting, at_meeting_uid=held.meeting)
        held.desk.close()


class TestChecklist:
    def test_what_is_in_order_and_what_is_not(self, held):
        found = {
            check.label.code: check for check in minutes.checklist(held.desk, held.meeting, "en")
        }
        assert found["check.motions_decided"].ok
        assert not found["check.secretary"].ok
        minutes.set_override(held.desk, held.meeting, held.key, "en", "It was moved.")
        held.rename(1, "Somebody Else")
        found = {
            check.label.code: check for check in minutes.checklist(held.desk, held.meeting, "en")
        }
        assert not found["check.sentences_current"].ok

    def test_headings_never_skip_and_keys_are_unique(self, held):
        for language in ("en", "th"):
            document = minutes.compose(held.desk, held.meeting, language)
            levels = [b.level for b in document.blocks if isinstance(b, Heading)]
            assert levels[0] == 1
            assert all(b - a <= 1 for a, b in itertools.pairwise(levels))
            keys = [b.key for b in document.blocks if getattr(b, "key", "")]
            assert len(keys) == len(set(keys))

    def test_minutes_of_a_meeting_to_come_can_be_read(self, held):
        later = next_meeting(held, begun=False)
        assert "not been called to order" in plain_text(minutes.compose(held.desk, later, "en"))
        assert meetings.get_meeting(held.desk, later).minutes_state is None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Call her at 081-234-5678 in the evening.", "081-234-5678"),
        ("Call ๐๘๑ ๒๓๔ ๕๖๗๘", "081 234 5678"),
        ("Call (415) 555-0123.", "(415) 555-0123"),
        ("Or +66 81 234 5678", "+66 81 234 5678"),
        ("Write to ann@example.org.", "ann@example.org"),
        ("ID 1101700230708", "1101700230708"),
        ("Motion 2026-14 of 2026-11-19, 17:40, for 1,200,000 baht", ""),
        ("The count of 2026 was 1 234 567.", ""),
    ],
)
def test_personal_data_is_found(words, found):
    assert proofs.personal_data(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Ms Marchetty presented it.", "Marchetty"),
        ("Ms Marchetti presented it; Marchettis came.", ""),
        ("Mr Hadadd left.", "Hadadd"),
        ("The market was closed.", ""),
    ],
)
def test_a_name_that_nearly_matches_is_found(words, found):
    assert proofs.misspelt_name(words, ["Lou Marchetti", "Amal Haddad"]) == found


def test_the_checklist_reads_what_was_typed(held):
    minutes.add_paragraph(
        held.desk, held.meeting, held.key, t("Amal Hadad can be called at 081-234-5678.")
    )
    found = {c.label.code: c for c in minutes.checklist(held.desk, held.meeting, "en")}
    assert found["check.names"].remark.params == {"words": "Hadad"}
    assert found["check.personal_data"].remark.params == {"words": "081-234-5678"}
    assert found["check.no_closed_item"].ok
