"""Where the packs contradict each other: parameters, never constants.

One question a row, asked of packs that answer it differently.
"""

from __future__ import annotations

import pytest

from council.domain.rules.layers import resolve
from council.domain.vocabulary import MeetingKind, MotionKind
from council.domain.votes.quorum import judge_quorum
from tests.helpers.packs import outcome, pack


def _abstention(rules):
    """What becomes of 10 yes, 9 no, 7 abstain with 26 present."""
    return outcome(rules, "majority", (10, 9, 7), present_entitled=26, present=26)


def _all_abstain_but_one(rules):
    return outcome(rules, "majority", (1, 2, 5), present_entitled=8, present=8)


def _seconders_of_7(rules):
    return rules.seconds_needed(MotionKind.MAIN, 7)


def _seconders_of_8(rules):
    return rules.seconds_needed(MotionKind.MAIN, 8)


def _seconder_printed(rules):
    return rules.seconder_printed


def _tie(rules):
    return rules.tie


def _secret(rules):
    return rules.secret_ballot


def _corrections(rules):
    return rules.corrections_listed


def _draft(rules):
    due = rules.value_of("minutes.draft_due")
    return due and (due.amount, due.unit, due.since)


def _approved(rules):
    due = rules.value_of("minutes.approved_due")
    return due and (due.amount, due.unit, due.since)


def _notice(rules):
    notice = rules.notice(MeetingKind.REGULAR)
    return notice and (notice.amount, notice.unit)


def _quorum_with_3_recused(rules):
    """How many of 16 seats and 15 members must be there when 3 of them are recused."""
    return judge_quorum(rules.quorum, 0, members_in_office=15, seats=16, entitled_on_item=12).needed


def _chair(rules):
    return rules.chair_votes


def _number(rules):
    return rules.value_of("locale.meeting_number", "running")


def _names(rules):
    return rules.value_of("speaker_name_optional", False)


def _roll_call(rules):
    rule = rules.value_of("roll_call")
    return rule.on_demand, rule.mandatory


AS_YES = {"vote.abstain": "as_yes"}
RECUSED_LEAVE = {"quorum": {"kind": "majority", "base": "entitled_on_item"}}
PRINTED = {"minutes.seconder_printed": True}


@pytest.mark.parametrize(
    ("ask", "name", "own", "answer"),
    [
        (_abstention, "ronr", {}, "carried"),
        (_abstention, "us-ca-la-nc", {}, "carried"),
        (_abstention, "uk-parish", {}, "carried"),
        (_abstention, "us-nyc-cb", {}, "lost"),
        (_all_abstain_but_one, "ronr", {}, "lost"),
        (_all_abstain_but_one, "ronr", AS_YES, "carried"),
        (_seconders_of_7, "ronr", {}, 1),
        (_seconders_of_7, "ronr-small-board", {}, 0),
        (_seconders_of_7, "uk-parish", {}, 1),
        (_seconders_of_7, "th-lao", {}, 1),
        (_seconders_of_8, "th-lao", {}, 2),
        (_seconders_of_8, "th-coc", {}, 1),
        (_seconder_printed, "ronr", {}, False),
        (_seconder_printed, "ronr", PRINTED, True),
        (_seconder_printed, "th-coc", {}, True),
        (_tie, "ronr", {}, "lost"),
        (_tie, "uk-parish", {}, "chair_casting"),
        (_tie, "th-lao", {}, "chair_casting"),
        (_secret, "ronr", {}, "allowed"),
        (_secret, "us-ca-brown", {}, "forbidden"),
        (_secret, "us-ca-la-nc", {}, "forbidden"),
        (_secret, "th-emeet", {}, "allowed"),
        (_corrections, "ronr", {}, False),
        (_corrections, "th-lao", {}, True),
        (_draft, "us-ny-oml", {}, (2, "weeks", "meeting")),
        (_draft, "us-nyc-cb", {}, (2, "weeks", "meeting")),
        (_draft, "us-ca-la-nc", {}, None),
        (_draft, "th-coc", {}, None),
        (_approved, "us-ca-la-nc", {}, (30, "days", "approval")),
        (_approved, "us-ny-oml", {}, None),
        (_notice, "ronr", {}, None),
        (_notice, "us-ca-brown", {}, (72, "hours_elapsed")),
        (_notice, "us-nyc-cb", {}, (72, "hours_elapsed")),
        (_notice, "uk-parish", {}, (3, "clear_days")),
        (_notice, "th-lao", {}, (3, "days")),
        (_quorum_with_3_recused, "ronr", {}, 8),
        (_quorum_with_3_recused, "us-ca-la-nc", {}, 9),
        (_quorum_with_3_recused, "us-ca-la-nc", RECUSED_LEAVE, 7),
        (_quorum_with_3_recused, "uk-parish", {}, 6),
        (_chair, "ronr", {}, "ballot_or_if_decisive"),
        (_chair, "ronr-small-board", {}, "always"),
        (_chair, "uk-parish", {}, "second_vote"),
        (_number, "th-coc", {}, "per_calendar_year"),
        (_number, "uk-parish", {}, "running"),
        (_names, "us-ca-brown", {}, True),
        (_names, "uk-parish", {}, False),
        (_roll_call, "uk-parish", {}, (1, "never")),
        (_roll_call, "us-ca-brown", {}, (0, "remote")),
    ],
)
def test_packs_contradict_each_other_only_through_their_data(ask, name, own, answer):
    assert ask(resolve([pack(name)], own)) == answer
